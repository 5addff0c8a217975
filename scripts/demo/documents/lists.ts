import { amount, nearMisses } from '../near-misses.ts';
import { daysAfter, month, shortDate, type Kind } from '../scene.ts';
import type { Cell } from '../content.ts';
import type { Scene } from '../scene.ts';
import { t, type Text } from '../text.ts';
import { PRODUCTS } from './sales.ts';

/** Clean lists: hundreds of numbers that look like somebody's and are nobody's. */
export const priceList = cleanList('price-list', ({ rng, date }) => ({
  name: `Prisliste ${date.getUTCFullYear()} ${rng.pick(['forår', 'efterår', 'forhandlere', 'udsalg'])}`,
  columns: ['Varenr.', 'EAN', 'Vare', 'Pris ekskl. moms', 'Pris inkl. moms'],
  row: () => {
    const price = rng.int(12, 900) * 10;
    return [
      nearMisses.itemNumber(rng),
      nearMisses.ean(rng),
      rng.pick(PRODUCTS),
      amount(price),
      amount(price * 1.25),
    ];
  },
}));

export const stockCount = cleanList('stock-count', ({ rng, date }) => ({
  name: `Optælling lager ${month(date)}`,
  columns: ['Lokation', 'Varenummer', 'EAN-kode', 'Antal', 'Batch'],
  row: () => [
    `${rng.pick(['A', 'B', 'C'])}-${rng.digits(2)}-${rng.digits(2)}`,
    nearMisses.itemNumber(rng),
    nearMisses.ean(rng),
    rng.int(0, 480),
    rng.digits(8),
  ],
}));

export const orderBook = cleanList('order-book', ({ rng, date }) => ({
  name: `Ordrebog ${month(date)}`,
  columns: ['Ordrenr.', 'Ordredato', 'Varenr.', 'Antal', 'Beløb', 'Status'],
  row: () => [
    nearMisses.orderNumber(rng),
    shortDate(daysAfter(date, -rng.int(0, 30))),
    nearMisses.itemNumber(rng),
    rng.int(1, 12),
    amount(rng.int(100, 90000)),
    rng.pick(['Leveret', 'I produktion', 'Afventer']),
  ],
}));

export const trackingLog = cleanList('tracking-log', ({ rng, date }) => ({
  name: `Forsendelser uge ${rng.int(1, 52)} ${date.getUTCFullYear()}`,
  columns: ['Forsendelse', 'Sporingsnummer', 'Ordrenummer', 'Kolli', 'Vægt kg', 'Rampe'],
  row: () => [
    nearMisses.orderNumber(rng),
    nearMisses.tracking(rng),
    nearMisses.orderNumber(rng),
    rng.int(1, 9),
    rng.int(4, 120),
    rng.pick(['1', '2', '3']),
  ],
}));

export const companyRegister = cleanList('company-register', ({ rng, company, date }) => ({
  name: `P-enheder og CVR ${date.getUTCFullYear()}`,
  columns: ['Virksomhed', 'CVR-nr.', 'P-nummer', 'EAN-lokationsnr.', 'Branchekode'],
  row: () => [
    rng.pick(company.suppliers).name,
    nearMisses.cvr(rng),
    nearMisses.pNumber(rng),
    nearMisses.ean(rng),
    rng.digits(6),
  ],
}));

export const machineLog = cleanList('machine-log', ({ rng, date }) => ({
  name: `maskinlog_cnc${rng.int(1, 4)}_${shortDate(date)}`,
  columns: ['Tidsstempel', 'Program', 'Emne-id', 'Serienr.', 'Temperatur', 'Fejlkode'],
  row: () => [
    `${shortDate(date)} ${rng.int(10, 17)}:${rng.int(10, 59)}:${rng.int(10, 59)}`,
    `P${rng.digits(4)}`,
    nearMisses.orderNumber(rng),
    nearMisses.serialNumber(rng),
    rng.int(180, 640) / 10,
    rng.digits(3),
  ],
}));

export const ledger = cleanList('ledger', ({ rng, date }) => ({
  name: `Finanskladde ${month(date)}`,
  columns: ['Bilag', 'Dato', 'Konto', 'Tekst', 'Beløb', 'Betalings-id'],
  row: () => [
    rng.digits(6),
    shortDate(daysAfter(date, -rng.int(0, 30))),
    rng.digits(4),
    rng.pick(['Varekøb træ', 'El og varme', 'Fragt', 'Kontorartikler', 'Bankgebyr', 'Moms']),
    amount(rng.int(-40000, 40000)),
    rng.pick([nearMisses.paymentLine, nearMisses.account, nearMisses.maskedCard, nearMisses.brokenIban])(rng),
  ],
}));

export const anonymousSurvey = cleanList('survey', ({ rng, date }) => ({
  name: `Trivselsmåling ${date.getUTCFullYear()} anonym`,
  columns: ['Svar-id', 'Afdeling', 'Trivsel 1-5', 'Arbejdspres 1-5', 'Kommentar'],
  row: () => [
    rng.digits(10),
    rng.pick(['Produktion', 'Salg', 'Lager', 'Økonomi']),
    rng.int(1, 5),
    rng.int(1, 5),
    rng.pick(['', 'Bedre kaffe', 'For meget støj i hal 2', 'God stemning', 'Flere pauser, tak']),
  ],
}));

export const maskedPayroll = cleanList('masked-payroll', ({ rng, date }) => ({
  name: `Lønstatistik ${date.getUTCFullYear()} maskeret`,
  columns: ['CPR (maskeret)', 'Jobgruppe', 'Timeløn', 'Kort (maskeret)'],
  row: () => [
    nearMisses.maskedCpr(rng),
    `J${rng.digits(2)}`,
    amount(rng.int(140, 310)),
    nearMisses.maskedCard(rng),
  ],
}));

function cleanList(
  name: string,
  plan: (scene: Scene) => { name: string; columns: readonly Text[]; row: () => Cell[] },
): Kind {
  return {
    name,
    language: 'da',
    write(scene) {
      const { name: title, columns, row } = plan(scene);
      const rows = Array.from({ length: scene.rng.int(20, 120) }, row);
      return { name: title, content: { as: 'workbook', sheets: [{ name: 'Ark1', columns, rows }] } };
    },
  };
}

/** A delivery note that names no person. */
export const deliveryNote: Kind = {
  name: 'delivery-note',
  language: 'da',
  write({ rng, company, date }) {
    return {
      name: `Følgeseddel ${rng.digits(6)}`,
      content: {
        as: 'paper',
        title: 'Følgeseddel',
        header: company.name,
        blocks: [
          {
            kind: 'paragraph',
            text: t`Ordre ${nearMisses.orderNumber(rng)}, afsendt ${shortDate(date)}, sporing ${nearMisses.tracking(rng)}. Leverandørens CVR-nr. ${nearMisses.cvr(rng)}, P-nr. ${nearMisses.pNumber(rng)}.`,
          },
          {
            kind: 'table',
            columns: ['Varenr.', 'EAN', 'Vare', 'Antal'],
            rows: Array.from({ length: rng.int(3, 12) }, () => [
              nearMisses.itemNumber(rng),
              nearMisses.ean(rng),
              rng.pick(PRODUCTS),
              String(rng.int(1, 20)),
            ]),
          },
        ],
      },
    };
  },
};
