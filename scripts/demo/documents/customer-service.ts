import { employeeOf, MAIL_HOST } from '../company.ts';
import { nearMisses } from '../near-misses.ts';
import { daysAfter, p, shortDate, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { signature } from './letterhead.ts';

export const complaintMail: Kind = {
  name: 'complaint',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.customers);
    return {
      name: rng.pick([`Klage ${one.family}`, `Reklamation fra ${one.name}`, 'VS Klage over levering']),
      content: {
        as: 'mail',
        from: { name: pen.name(one), mail: pen.mail(one.mail) },
        to: [{ name: 'Kundeservice', mail: pen.mail(`kundeservice@${MAIL_HOST}`) }],
        subject: rng.pick([
          'Klage over levering',
          'Stol gået i stykker!',
          'Ordre mangler stadig',
          'Reklamation – skuffe binder',
        ]),
        date,
        body: [
          'Hej',
          t`Jeg har nu ringet tre gange om ordre ${nearMisses.orderNumber(rng)} uden at få svar. ${rng.pick(['Bordet er ridset på langs.', 'Stolen knækkede, da min mand satte sig, og han slog hoften.', 'I leverede til naboen.', 'Farven passer slet ikke til prøven.'])}`,
          rng.pick([
            t`Jeg vil have pengene tilbage på min konto ${pen.iban(one.iban)} inden fredag.`,
            t`I kan ringe til mig på ${pen.phoneAlone(one.phone)} eller min datter på ${pen.phoneAlone(rng.pick(company.customers).phone)}.`,
            t`Jeg betalte med kort ${pen.card(one.card)}, og beløbet er trukket to gange.`,
            t`Her er mit cpr-nummer, så I kan finde mig: ${pen.cpr(one)}.`,
          ]),
          rng.pick([
            'Jeg er 81 år og kan ikke selv bære den ned igen.',
            'Jeg går til avisen, hvis I ikke svarer.',
            'Jeg håber, at vi finder en løsning.',
          ]),
          t`Hilsen ${pen.name(one)}, ${one.street}, ${one.town}, tlf. ${pen.phone(one.phone)}`,
        ],
      },
    };
  },
};

export const chatLog: Kind = {
  name: 'chat-log',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    const agent = employeeOf(company, 'Kundeservice');
    const wants = rng.pick([
      [
        t`jeg kan ikke huske mit ordrenr, er det ${nearMisses.orderNumber(rng)}?`,
        t`Det finder vi. Hvad er din mail?`,
        t`${pen.mail(one.mail)}`,
      ],
      [
        'skal i bruge mit cpr til kontoen?',
        'Nej tak, skriv det ikke her :-)',
        t`ok jeg havde allerede skrevet ${pen.cprAlone(one)} ups`,
      ],
      ['kan i ringe til mig', 'Ja, på hvilket nummer?', t`${pen.phoneAlone(one.phone)} – men ikke før kl 17`],
      [
        'hvor skal jeg skrive mit kortnummer',
        'Det gør du på betalingssiden',
        t`${pen.card(one.card)} sådan?`,
      ],
    ]);
    const voices = [one.given, agent.given, one.given];
    return {
      name: `chat ${shortDate(date)} ${rng.digits(3)}`,
      content: {
        as: 'paper',
        title: t`Chat ${shortDate(date)}, sag ${rng.int(1000, 9999)}`,
        blocks: [
          p(t`[10:02] ${agent.given}: Hej, du taler med ${pen.name(agent)}. Hvad kan jeg hjælpe med?`),
          ...wants.map((line, at) => p(t`[10:0${at + 3}] ${voices[at] ?? ''}: ${line}`)),
          p(t`[10:08] ${agent.given}: Tak! Jeg har sendt en mail til dig. God dag 🙂`),
        ],
      },
    };
  },
};

export const ticketLog: Kind = {
  name: 'ticket-log',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `Sagslog uge ${rng.int(1, 52)} ${date.getUTCFullYear()}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Sager',
            columns: ['Sag', 'Oprettet', 'Kunde', 'Kontakt', 'Ordrenr.', 'Beskrivelse'],
            rows: rng
              .some(company.customers, rng.int(8, 30))
              .map((one) => [
                `S-${rng.digits(5)}`,
                shortDate(daysAfter(date, -rng.int(0, 6))),
                pen.name(one),
                rng.chance(0.5) ? pen.mail(one.mail) : t`tlf. ${pen.phone(one.phone)}`,
                nearMisses.orderNumber(rng),
                rng.pick([
                  'Mangler skruer til stel',
                  'Ridse i bordplade, foto modtaget',
                  t`Ring til ægtefælle på ${pen.phoneAlone(rng.pick(company.customers).phone)}`,
                  'Ønsker anden leveringsdag, er indlagt',
                  t`Tilbagebetaling til ${pen.iban(one.iban)}`,
                  'Afsluttet',
                ]),
              ]),
          },
        ],
      },
    };
  },
};

export const serviceAnswer: Kind = {
  name: 'service-answer',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    return {
      name: `SV ${rng.pick(['Klage', 'Levering', 'Reklamation'])} ${one.given}`,
      content: {
        as: 'mail',
        from: { name: 'Fjordby Møbler Kundeservice', mail: pen.mail(`kundeservice@${MAIL_HOST}`) },
        to: [{ name: pen.name(one), mail: pen.mail(one.mail) }],
        ...(rng.chance(0.4)
          ? { cc: [{ mail: pen.mail(employeeOf(company, 'Kundeservice').workMail) }] }
          : {}),
        subject: 'SV: Din henvendelse',
        date,
        body: [
          t`Kære ${one.given}`,
          t`Vi beklager forløbet. En vognmand henter varen på ${one.street} den ${shortDate(daysAfter(date, 5))} og ringer en time før på ${pen.phoneAlone(one.phone)}. Du kan følge den med nummer ${nearMisses.tracking(rng)}.`,
          signature(scene, 'Kundeservice'),
        ],
      },
    };
  },
};

export const serviceMailInEnglish: Kind = {
  name: 'complaint',
  language: 'en',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.customers);
    const last = rng.digits(3);
    return {
      name: `Delivery question ${one.family}`,
      content: {
        as: 'mail',
        from: { name: pen.name(one), mail: pen.mail(one.mail) },
        to: [{ mail: pen.mail(`kundeservice@${MAIL_HOST}`) }],
        subject: 'Where is my table?',
        date,
        body: [
          'Dear customer service,',
          t`I ordered a table (order ${nearMisses.orderNumber(rng)}) for our flat in Leeds and it never came. You can call me on ${pen.foreignPhone(`+447700900${last}`, `+44 7700 900${last}`)} or my husband in Denmark, phone ${pen.phone(one.phone)}.`,
          t`Please refund the amount to ${pen.iban('GB29NWBK60161331926819')}.`,
          t`Kind regards, ${pen.name(one)}`,
        ],
      },
    };
  },
};
