import { daysAfter, h, list, longDate, p, shortDate, table, type Kind } from '../scene.ts';
import { nearMisses, amount } from '../near-misses.ts';
import { t } from '../text.ts';

/** What staff keep on the company's share although it is their own. */
export const privateLetter: Kind = {
  name: 'private-letter',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.staff);
    return {
      name: rng.pick([
        `Brev til kommunen`,
        `Kære ${one.relative.given}`,
        `Brev til lægen - privat`,
        'Ikke læse!',
      ]),
      content: {
        as: 'paper',
        title: rng.pick(['Kære sagsbehandler', `Kære ${one.relative.given}`, 'Til rette vedkommende']),
        blocks: [
          p(
            rng.pick([
              t`Jeg skriver om min mor ${pen.name(one.relative)}, cpr ${pen.cpr(one.relative)}, som ikke længere kan klare sig alene efter sin blodprop.`,
              t`Som du ved, er ${pen.name(one.relative)} begyndt i behandling for sit alkoholmisbrug, og jeg vil gerne have, at det bliver mellem os.`,
              t`Vi skal skilles, og jeg beder om en tid i Familieretshuset. Mit personnummer er ${pen.cpr(one)}, hendes er ${pen.cpr(one.relative)}.`,
            ]),
          ),
          p(t`Du kan ringe til mig på ${pen.phoneAlone(one.phone)} eller skrive til ${pen.mail(one.mail)}.`),
          p(t`Kærlig hilsen ${pen.name(one)}, ${longDate(date)}`),
        ],
      },
    };
  },
};

export const holidayBooking: Kind = {
  name: 'holiday-booking',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.staff);
    return {
      name: rng.pick([`Sommerhus ${date.getUTCFullYear()}`, `Rejsebekræftelse ${one.family}`]),
      content: {
        as: 'mail',
        from: { name: 'Feriebureauet Sol og Klit', mail: pen.mail('booking@sologklit.example') },
        to: [{ name: pen.name(one), mail: pen.mail(one.workMail) }],
        subject: 'Bekræftelse på din rejse',
        date,
        body: [
          t`Tak for din bestilling nr. ${nearMisses.orderNumber(rng)}.`,
          t`Rejsende: ${pen.name(one)} og ${pen.name(one.relative)}. Afrejse ${shortDate(daysAfter(date, 60))}.`,
          t`Betalt med ${pen.card(one.card)}, kr. ${amount(rng.int(40, 260) * 100)}. Vores vagttelefon: ${pen.phone(rng.pick(company.suppliers).phone)}.`,
        ],
      },
    };
  },
};

export const familyBudget: Kind = {
  name: 'family-budget',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.staff);
    return {
      name: `Budget hjemme ${date.getUTCFullYear()}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Budget',
            columns: ['Post', 'Beløb', 'Bemærkning'],
            rows: [
              ['Løn', one.salary, pen.name(one)],
              ['Husleje', -rng.int(6000, 12000), t`til ${pen.iban(one.relative.iban)}`],
              [
                'Børnebidrag',
                -rng.int(1400, 2900),
                t`${pen.name(one.relative)} ${pen.cprAlone(one.relative)}`,
              ],
              [
                'Forsikring',
                -rng.int(300, 900),
                t`police ${nearMisses.orderNumber(rng)}, tlf. ${pen.phone(rng.pick(company.suppliers).phone)}`,
              ],
              ['Mad', -rng.int(3000, 7000), ''],
            ],
          },
        ],
      },
    };
  },
};

export const clubList: Kind = {
  name: 'club-list',
  language: 'da',
  write({ rng, pen, company, date }) {
    const members = rng.some(company.customers, rng.int(8, 20));
    return {
      name: rng.pick([
        `Medlemsliste håndbold U${rng.int(9, 15)}`,
        `Klasseliste ${rng.int(0, 9)}.B`,
        'Grundejerforening medlemmer',
      ]),
      content: {
        as: 'paper',
        title: 'Medlemsliste',
        blocks: [
          p(t`Opdateret ${shortDate(date)}`),
          table(
            ['Navn', 'Forælder/kontakt', 'Mobil', 'Mail'],
            members.map((one) => [
              pen.name(one),
              pen.name(rng.pick(company.customers)),
              pen.phone(one.phone),
              pen.mail(one.mail),
            ]),
          ),
          h('Bemærkninger'),
          list('Nøddeallergi: se sedlen i køkkenet', 'Træning flyttes i uge 42'),
        ],
      },
    };
  },
};

export const passwords: Kind = {
  name: 'private-notes',
  language: 'da',
  write({ rng, pen, company }) {
    const one = rng.pick(company.staff);
    return {
      name: rng.pick(['koder', 'husk', 'noter', 'diverse']),
      content: {
        as: 'paper',
        title: 'Husk',
        blocks: [
          p(t`mail ${pen.mail(one.mail)} kode Sommer${rng.int(10, 99)}`),
          p(t`dankort ${pen.card(one.card)} (kode hos ${one.relative.given})`),
          p(t`${one.relative.given} cpr ${pen.cpr(one.relative)}`),
          p(t`bank ${pen.iban(one.iban)}`),
          p(t`vvs tlf ${pen.phone(rng.pick(company.suppliers).phone)}`),
        ],
      },
    };
  },
};
