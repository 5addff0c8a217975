import { employeeOf } from '../company.ts';
import { amount } from '../near-misses.ts';
import { daysAfter, h, list, longDate, p, shortDate, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { letterhead, signature } from './letterhead.ts';

export const tenancy: Kind = {
  name: 'tenancy-agreement',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const [landlord, tenant] = rng.some(company.customers, 2);
    if (!landlord || !tenant) throw new Error('too few customers');
    return {
      name: `Lejekontrakt ${tenant.street.split(' ')[0] ?? ''} ${rng.digits(3)}`,
      content: {
        as: 'paper',
        title: 'Lejekontrakt',
        blocks: [
          p(
            t`Udlejer: ${pen.name(landlord)}, ${landlord.street}, ${landlord.town}, tlf. ${pen.phone(landlord.phone)}`,
          ),
          p(t`Lejer: ${pen.name(tenant)}, personnummer ${pen.cpr(tenant)}, e-mail ${pen.mail(tenant.mail)}`),
          h('§ 1. Det lejede'),
          p(
            t`Lejligheden ${tenant.street}, ${tenant.town}, ${rng.int(38, 112)} m², overtages den ${longDate(daysAfter(date, 30))}.`,
          ),
          h('§ 2. Leje og depositum'),
          p(
            t`Den månedlige leje er kr. ${amount(rng.int(45, 120) * 100)}. Depositum svarer til tre måneders leje. Betaling sker til ${pen.iban(landlord.iban)}.`,
          ),
          h('§ 3. Underskrift'),
          p(
            t`Dato: ${shortDate(date)}   ${pen.name(landlord)}   ${pen.name(tenant)} (${pen.cprAlone(tenant)})`,
          ),
        ],
      },
    };
  },
};

export const policeReport: Kind = {
  name: 'police-report',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    const witness = rng.pick(company.staff);
    return {
      name: rng.pick([`Politianmeldelse ${one.family}`, `Anmeldelse til politiet ${shortDate(date)}`]),
      content: {
        as: 'paper',
        title: 'Anmeldelse til politiet',
        header: letterhead(scene),
        blocks: [
          p(t`Anmeldte: ${pen.name(one)}, cpr-nr. ${pen.cpr(one)}, ${one.street}, ${one.town}.`),
          p(
            t`Den ${longDate(daysAfter(date, -4))} konstaterede vi, at ${rng.pick(['kassebeholdningen manglede kr. 14.300', 'tre paller egetræ var kørt bort i weekenden', 'en kollega var blevet slået under en firmafest'])}. Vi anmelder forholdet som ${rng.pick(['tyveri', 'underslæb', 'vold'])} efter straffeloven.`,
          ),
          p(t`Vidne: ${pen.name(witness)}, telefon ${pen.phone(witness.phone)}.`),
          p(signature(scene, 'Jura')),
        ],
      },
    };
  },
};

export const accessRequest: Kind = {
  name: 'subject-access-request',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.customers);
    const to = employeeOf(company, 'Jura');
    return {
      name: `Indsigtsanmodning ${one.name}`,
      content: {
        as: 'mail',
        from: { name: pen.name(one), mail: pen.mail(one.mail) },
        to: [{ name: pen.name(to), mail: pen.mail(to.workMail) }],
        subject: rng.pick(['Anmodning om indsigt', 'Slet mine oplysninger', 'GDPR']),
        date,
        body: [
          t`Til ${company.name}`,
          'Jeg beder efter databeskyttelsesforordningens artikel 15 om en kopi af alt, hvad I har om mig.',
          rng.pick([
            t`I kan kende mig på mit personnummer: ${pen.cpr(one)}.`,
            t`Min gamle mailadresse hos jer var ${pen.mail(`${one.given.toLowerCase().replace(/[^a-z]/g, '') || 'kunde'}${rng.digits(3)}@example.com`)}.`,
            t`Jeg har kun handlet én gang og brugte telefonnummer ${pen.phone(one.phone)}.`,
          ]),
          t`Venlig hilsen ${pen.name(one)}`,
        ],
      },
    };
  },
};

export const powerOfAttorney: Kind = {
  name: 'power-of-attorney',
  language: 'da',
  write({ rng, pen, company, date }) {
    const [giver, taker] = rng.some([...company.board, ...company.customers], 2);
    if (!giver || !taker) throw new Error('too few people');
    return {
      name: `Fuldmagt ${giver.family}`,
      content: {
        as: 'paper',
        title: 'Fuldmagt',
        blocks: [
          p(
            t`Undertegnede ${pen.name(giver)}, CPR ${pen.cpr(giver)}, giver hermed ${pen.name(taker)}, CPR ${pen.cpr(taker)}, fuldmagt til at ${rng.pick(['hæve på min konto', 'underskrive skødet', 'handle for mig i dødsboet'])}${rng.chance(0.5) ? t` ${pen.iban(giver.iban)}` : ''}.`,
          ),
          p(t`Fuldmagten gælder til ${longDate(daysAfter(date, 365))} og kan tilbagekaldes når som helst.`),
          list(
            t`Vitterlighedsvidne 1: ${pen.name(rng.pick(company.staff))}`,
            t`Vitterlighedsvidne 2: ${pen.name(rng.pick(company.staff))}`,
          ),
        ],
      },
    };
  },
};

export const dataProcessorAgreement: Kind = {
  name: 'processor-agreement',
  language: 'en',
  write({ rng, pen, company, date }) {
    const supplier = rng.pick(company.suppliers);
    return {
      name: `Data processing agreement ${supplier.name}`,
      content: {
        as: 'paper',
        title: 'Data processing agreement',
        header: company.name,
        blocks: [
          p(
            t`This agreement between ${company.name} (the controller) and ${supplier.name} (the processor) is made on ${shortDate(date)} under Article 28 of the GDPR.`,
          ),
          h('Contact in case of a breach'),
          p(
            t`The processor notifies the controller without undue delay by mail to ${pen.mail(employeeOf(company, 'Jura').workMail)} and by phone on ${pen.phone(company.phone)}.`,
          ),
          p(t`Signed for the processor by ${pen.name(supplier.contact)}.`),
          { kind: 'note', text: 'Annex A lists the categories of data subjects.' },
        ],
      },
    };
  },
};
