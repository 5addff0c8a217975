import { employeeOf } from '../company.ts';
import { amount, nearMisses } from '../near-misses.ts';
import { daysAfter, longDate, month, p, shortDate, table, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { letterhead, signature } from './letterhead.ts';

export const bankStatement: Kind = {
  name: 'bank-statement',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `Kontoudtog ${month(date)}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Posteringer',
            intro: [t`Konto ${pen.iban(company.iban)}`],
            columns: ['Dato', 'Tekst', 'Modtagers konto', 'Beløb', 'Saldo'],
            rows: Array.from({ length: rng.int(12, 40) }, () => {
              const one = rng.pick(company.customers);
              const line = rng.pick([
                [t`MobilePay ${pen.name(one)}`, ''],
                [t`Refusion ${pen.name(one)}`, pen.iban(one.iban)],
                [t`Indbetaling ordre ${nearMisses.orderNumber(rng)}`, ''],
                [t`${rng.pick(company.suppliers).name}`, pen.iban(rng.pick(company.suppliers).iban)],
                [t`Dankort-nota ${nearMisses.maskedCard(rng)}`, ''],
                [t`FI ${nearMisses.paymentLine(rng)}`, ''],
              ]);
              return [
                shortDate(daysAfter(date, -rng.int(0, 27))),
                ...line,
                amount(rng.int(-9000, 12000)),
                amount(rng.int(90000, 900000)),
              ];
            }),
          },
        ],
      },
    };
  },
};

export const expenseClaim: Kind = {
  name: 'expense-claim',
  language: 'da',
  write({ rng, pen, company, date }) {
    const one = rng.pick(company.staff);
    return {
      name: `Udlæg ${one.given} ${month(date)}`,
      content: {
        as: 'paper',
        title: 'Udlægsbilag',
        header: t`${company.name} – Økonomi`,
        blocks: [
          p(t`Medarbejder: ${pen.name(one)}, nr. ${one.number}, ${pen.mail(one.workMail)}`),
          table(
            ['Dato', 'Formål', 'Beløb'],
            Array.from({ length: rng.int(2, 5) }, () => [
              shortDate(daysAfter(date, -rng.int(1, 20))),
              rng.pick([
                'Hotel, messe i Stockholm',
                'Parkering',
                'Frokost med leverandør',
                'Broafgift',
                'Værktøj',
              ]),
              amount(rng.int(60, 3400)),
            ]),
          ),
          p(
            rng.pick([
              t`Betalt med firmakort ${pen.card(one.card)}.`,
              t`Overføres til ${pen.iban(one.iban)}.`,
              t`Kort nr. ${pen.card(one.card)}, udløb 08/27, kontrolcifre gemmes ikke.`,
              t`Betalt kontant, udbetales med lønnen. Kort ${nearMisses.maskedCard(rng)} er spærret.`,
            ]),
          ),
        ],
      },
    };
  },
};

export const supplierList: Kind = {
  name: 'supplier-list',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `Leverandører ${date.getUTCFullYear()} ${rng.pick(['betalingsoplysninger', 'stamdata', 'kreditorer'])}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Kreditorer',
            columns: ['Kreditor', 'CVR-nr.', 'P-nr.', 'IBAN', 'Kontaktperson', 'Telefon', 'E-mail'],
            rows: company.suppliers.map((one) => [
              one.name,
              nearMisses.cvr(rng),
              nearMisses.pNumber(rng),
              pen.iban(one.iban),
              pen.name(one.contact),
              pen.phone(one.phone),
              pen.mail(one.mail),
            ]),
          },
        ],
      },
    };
  },
};

export const paymentReminder: Kind = {
  name: 'payment-reminder',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.customers);
    return {
      name: rng.pick([`Rykker ${rng.int(1, 3)} ${one.family}`, `Inkasso ${one.name}`]),
      content: {
        as: 'paper',
        title: rng.pick(['Rykker', 'Inkassovarsel', 'Påmindelse om betaling']),
        header: letterhead(scene),
        blocks: [
          p(t`${pen.name(one)}, ${one.street}, ${one.town}`),
          p(
            t`Vi kan ikke se, at faktura ${rng.int(20000, 69999)} på kr. ${amount(rng.int(8, 200) * 100)} er betalt. Beløbet skal være os i hænde senest ${longDate(daysAfter(date, 10))} på IBAN ${pen.iban(company.iban)}.`,
          ),
          p(
            rng.pick([
              t`Skyldners cpr-nr.: ${pen.cpr(one)}`,
              t`Telefon: ${pen.phone(one.phone)}`,
              'Se bort fra brevet, hvis betalingen er på vej.',
            ]),
          ),
          p(signature(scene, 'Økonomi')),
        ],
      },
    };
  },
};

export const cardTransactions: Kind = {
  name: 'card-transactions',
  language: 'da',
  write({ rng, pen, company, date }) {
    return {
      name: `Korttransaktioner ${shortDate(date)}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Terminal 2',
            columns: ['Tid', 'Kortnummer', 'Kortholder', 'Beløb', 'Terminal'],
            rows: rng
              .some(company.customers, rng.int(8, 24))
              .map((one) => [
                `${rng.int(9, 17)}:${rng.int(10, 59)}`,
                pen.card(one.card),
                pen.name(one),
                rng.int(100, 9000),
                nearMisses.serialNumber(rng),
              ]),
          },
        ],
      },
    };
  },
};

export const budgetMail: Kind = {
  name: 'payment-mail',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const supplier = rng.pick(company.suppliers);
    const to = employeeOf(company, 'Økonomi');
    return {
      name: `Nyt kontonummer ${supplier.name}`,
      content: {
        as: 'mail',
        from: { name: pen.name(supplier.contact), mail: pen.mail(supplier.mail) },
        to: [{ name: pen.name(to), mail: pen.mail(to.workMail) }],
        subject: rng.pick(['Nyt kontonummer', 'Ændrede betalingsoplysninger', 'Faktura mangler betaling']),
        date,
        body: [
          t`Hej ${to.given}`,
          t`Vi har skiftet bank. Brug fremover ${pen.iban(supplier.iban)} – den gamle konto ${nearMisses.account(rng)} lukkes. Ring på ${pen.phoneAlone(supplier.phone)}, hvis du er i tvivl.`,
          t`Hilsen ${supplier.name}, CVR ${nearMisses.cvr(rng)}`,
        ],
      },
    };
  },
};
