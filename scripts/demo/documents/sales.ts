import { amount, nearMisses } from '../near-misses.ts';
import { daysAfter, longDate, p, shortDate, table, type Kind, type Scene } from '../scene.ts';
import { t, type Text } from '../text.ts';
import { letterhead, signature } from './letterhead.ts';

export const orderConfirmation: Kind = {
  name: 'order-confirmation',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    const order = nearMisses.orderNumber(rng);
    return {
      name: `Ordrebekræftelse ${one.family} ${rng.digits(5)}`,
      content: {
        as: 'paper',
        title: 'Ordrebekræftelse',
        header: letterhead(scene),
        blocks: [
          p(t`Kunde: ${pen.name(one)}, ${one.street}, ${one.town}`),
          p(
            t`${rng.pick(['Tlf.', 'Telefon:', 'Mobil'])} ${pen.phone(one.phone)}  E-mail: ${pen.mail(one.mail)}`,
          ),
          p(t`Ordrenr.: ${order}  Dato: ${shortDate(date)}`),
          table(['Varenr.', 'Vare', 'Antal', 'Pris'], goods(scene)),
          p(
            t`Levering forventes ${longDate(daysAfter(date, rng.int(10, 60)))}. ${rng.pick([t`Betalt med kort ${nearMisses.maskedCard(rng)}.`, 'Betales ved levering.', t`Depositum overføres til ${pen.iban(company.iban)}.`])}`,
          ),
          p(signature(scene, 'Salg')),
        ],
      },
    };
  },
};

export const quote: Kind = {
  name: 'quote',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    return {
      name: `Tilbud til ${one.name}`,
      content: {
        as: 'paper',
        title: rng.pick(['Tilbud', 'Tilbud på møbler efter mål']),
        header: letterhead(scene),
        blocks: [
          p(t`Kære ${pen.name(one)}. Tak for besøget i butikken. Her er det tilbud, som vi talte om.`),
          table(['Varenr.', 'Vare', 'Antal', 'Pris'], goods(scene)),
          p(
            t`Tilbuddet gælder til ${longDate(daysAfter(date, 30))}. Vi ringer på ${pen.phoneAlone(one.phone)} i næste uge, eller skriv til os fra ${pen.mail(one.mail)}, hvis du har spørgsmål.`,
          ),
          p(signature(scene, 'Salg')),
        ],
      },
    };
  },
};

export const invoice: Kind = {
  name: 'invoice',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    return {
      name: `Faktura ${rng.int(20000, 69999)}`,
      content: {
        as: 'paper',
        title: 'Faktura',
        header: letterhead(scene),
        blocks: [
          p(t`${pen.name(one)}, ${one.street}, ${one.town}`),
          p(
            t`Fakturadato ${shortDate(date)} · Forfald ${shortDate(daysAfter(date, 14))} · Ordre ${nearMisses.orderNumber(rng)}`,
          ),
          table(['Varenr.', 'Vare', 'Antal', 'Pris'], goods(scene)),
          p(
            t`Betaling: reg.- og kontonr. ${nearMisses.account(rng)} eller IBAN ${pen.iban(company.iban)}. FI: ${nearMisses.paymentLine(rng)}`,
          ),
          ...(rng.chance(0.4) ? [p(t`Sendt til ${pen.mail(one.mail)}`)] : []),
        ],
        footer: 'Ved for sen betaling beregnes renter efter renteloven.',
      },
    };
  },
};

export const customerList: Kind = {
  name: 'customer-list',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: rng.pick([
        `Kundeliste ${date.getUTCFullYear()}`,
        `kunder_eksport_${shortDate(date)}`,
        `Kundekartotek ${rng.int(1, 9)}`,
      ]),
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Kunder',
            columns: rng.pick([
              [
                'Kundenr.',
                'Navn',
                'Adresse',
                'Postnr. og by',
                'Telefon',
                'E-mail',
                'Seneste ordre',
                'Køb i alt',
              ],
              ['Nr', 'Kunde', 'Vej', 'By', 'Mobilnummer', 'Mail', 'Ordrenummer', 'Omsætning'],
            ]),
            rows: rng
              .some(company.customers, rng.int(15, 60))
              .map((one) => [
                rng.digits(6),
                pen.name(one),
                one.street,
                one.town,
                pen.phone(one.phone),
                pen.mail(one.mail),
                nearMisses.orderNumber(rng),
                rng.int(400, 60000),
              ]),
          },
        ],
      },
    };
  },
};

export const creditApplication: Kind = {
  name: 'credit-application',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    return {
      name: rng.pick([`Kontoaftale ${one.name}`, `Afbetaling ${one.family}`]),
      content: {
        as: 'paper',
        title: 'Ansøgning om køb på konto',
        header: letterhead(scene),
        blocks: [
          table(['Navn', 'CPR-nr.', 'Telefon'], [[pen.name(one), pen.cpr(one), pen.phone(one.phone)]]),
          p(
            t`Ansøger oplyser en husstandsindkomst på kr. ${amount(rng.int(22, 90) * 10000)} og gæld på kr. ${amount(rng.int(0, 90) * 10000)}. Trækkes på ${rng.pick([t`konto ${pen.iban(one.iban)}`, t`kort ${pen.card(one.card)}, udløb 11/27`])}.`,
          ),
          p(
            t`Dato ${shortDate(date)}. ${rng.pick(['Godkendt af butikken.', 'Afvist: registreret i RKI.', 'Afventer svar fra banken.'])}`,
          ),
        ],
      },
    };
  },
};

export function goods({ rng }: Pick<Scene, 'rng'>): Text[][] {
  return Array.from({ length: rng.int(2, 6) }, () => [
    nearMisses.itemNumber(rng),
    rng.pick(PRODUCTS),
    String(rng.int(1, 8)),
    amount(rng.int(12, 900) * 10),
  ]);
}

export const PRODUCTS = [
  'Spisebord Klit, eg, 220 x 95',
  'Spisestol Fjord, sort læder',
  'Reol Ålegræs, 5 hylder',
  'Lænestol Mågen, uld',
  'Sofabord Tang, ask',
  'Skænk Havn, olieret eg',
  'Natbord Sand',
  'Bænk Mole, 140 cm',
  'Barstol Pæl, lakeret',
  'Kommode Østersø, 4 skuffer',
];
