import { employeeOf, type Employee } from '../company.ts';
import { amount } from '../near-misses.ts';
import { h, month, p, shortDate, table, type Kind } from '../scene.ts';
import { t } from '../text.ts';
import { letterhead } from './letterhead.ts';
import { cprCell } from './cpr-cell.ts';

export const payslip: Kind = {
  name: 'payslip',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    const { gross, pension, labourTax, tax, net } = pay(one);
    return {
      name: `Lønseddel ${month(date)} ${one.number}`,
      content: {
        as: 'paper',
        title: rng.pick(['LØNSEDDEL', 'Lønspecifikation', 'Løn og A-skat']),
        header: letterhead(scene),
        blocks: [
          table(
            ['Medarb.nr.', 'Navn', 'CPR-nr.', 'Periode'],
            [[one.number, pen.name(one), pen.cpr(one), month(date)]],
          ),
          p(t`${one.street}, ${one.town}`),
          table(
            ['Lønart', 'Tekst', 'Beløb'],
            [
              ['1000', 'Månedsløn', amount(gross)],
              ['4010', 'Pension, eget bidrag 4 %', `-${amount(pension)}`],
              ['5000', 'AM-bidrag 8 %', `-${amount(labourTax)}`],
              ['5010', 'A-skat', `-${amount(tax)}`],
              ['9000', 'Til udbetaling', amount(net)],
            ],
          ),
          p(
            t`Beløbet er til disposition på ${rng.pick(['konto', 'IBAN', 'din konto'])} ${pen.iban(one.iban)} den sidste bankdag i måneden.`,
          ),
          ...(rng.chance(0.3) ? [p(t`Lønsedlen er også sendt til ${pen.mail(one.mail)}.`)] : []),
        ],
      },
    };
  },
};

export const salaryRun: Kind = {
  name: 'salary-run',
  language: 'da',
  write({ rng, pen, company, date }) {
    const asNumber = rng.chance(0.5);
    return {
      name: `Lønkørsel ${month(date)}`,
      content: {
        as: 'workbook',
        sheets: [
          {
            name: 'Løn',
            columns: [
              'Medarbejder',
              'Navn',
              rng.pick(['CPR-nummer', 'Personnr.', 'CPR']),
              'Bruttoløn',
              'A-skat',
              'Netto',
              'Konto (IBAN)',
            ],
            rows: rng.some(company.staff, rng.int(20, 50)).map((one) => {
              const { gross, tax, net } = pay(one);
              return [
                one.number,
                pen.name(one),
                cprCell(one, pen.cpr(one), asNumber),
                gross,
                tax,
                net,
                pen.iban(one.iban),
              ];
            }),
          },
        ],
      },
    };
  },
};

export const pensionLetter: Kind = {
  name: 'pension-report',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const staff = rng.some(company.staff, rng.int(4, 14));
    return {
      name: `Pensionsindbetaling ${month(date)}`,
      content: {
        as: 'paper',
        title: 'Indberetning af pensionsbidrag',
        header: letterhead(scene),
        blocks: [
          p(t`Hermed bidrag for ${month(date)}. Beløbet er overført fra ${pen.iban(company.iban)}.`),
          table(
            ['Navn', 'Cpr.nr.', 'Bidrag kr.'],
            staff.map((one) => [pen.name(one), pen.cpr(one), amount(pay(one).pension * 3)]),
          ),
          p(
            t`Spørgsmål besvares af ${pen.name(employeeOf(company, 'Løn'))} på tlf. ${pen.phone(employeeOf(company, 'Løn').workPhone)}.`,
          ),
        ],
      },
    };
  },
};

export const wageGarnishment: Kind = {
  name: 'wage-garnishment',
  language: 'da',
  write(scene) {
    const { rng, pen, company, date } = scene;
    const one = rng.pick(company.staff);
    return {
      name: rng.pick([`Lønindeholdelse ${one.family}`, `Påbud om lønindeholdelse - ${one.name}`]),
      content: {
        as: 'paper',
        title: 'Påbud om indeholdelse i løn',
        blocks: [
          p(t`Til lønkontoret i ${company.name}`),
          p(t`Vedrørende ${pen.name(one)}, personnr. ${pen.cpr(one)}`),
          p(
            t`Fra og med ${month(date)} skal I indeholde ${rng.int(5, 18)} % af lønnen til dækning af ${rng.pick(['gæld for børnebidrag', 'restskat', 'en bøde fra politiet', 'ubetalt daginstitution'])}. Restgælden er opgjort til kr. ${amount(rng.int(4, 88) * 1000)}.`,
          ),
          h('Sådan gør I'),
          p(
            t`Beløbet overføres hver måned med oplysning om ${rng.pick(['personnummeret', 'cpr-nummeret'])} ${pen.cpr(one)}. Dato for afgørelsen: ${shortDate(date)}.`,
          ),
        ],
      },
    };
  },
};

function pay(one: Employee): Record<'gross' | 'pension' | 'labourTax' | 'tax' | 'net', number> {
  const gross = one.salary;
  const pension = Math.round(gross * 0.04);
  const labourTax = Math.round((gross - pension) * 0.08);
  const tax = Math.round((gross - pension - labourTax - 4900) * 0.37);
  return { gross, pension, labourTax, tax, net: gross - pension - labourTax - tax };
}
