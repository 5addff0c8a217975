import assert from 'node:assert/strict';
import { detect, type TextContext } from '#detect/index.ts';
import { inventedCpr } from './found.ts';

/** A made document: its pieces, of which the true ones are CPR numbers. */
interface Made {
  readonly text: string;
  readonly truth: readonly number[];
  readonly context: TextContext;
}

const random = seededRandom(2007);

const DOCUMENTS: readonly (() => Made)[] = [
  letter,
  payroll,
  orderList,
  customerList,
  unnamedList,
  mailThread,
  form,
];

describe('CPR numbers in documents full of other numbers', () => {
  const documents = Array.from({ length: 400 }, (_, at) => DOCUMENTS[at % DOCUMENTS.length]?.() ?? letter());
  const results = documents.map(({ text, truth, context }) => {
    const starts = detect(text, context).flatMap(({ type, start }) => (type === 'DK_CPR' ? [start] : []));
    return {
      true: truth.length,
      found: starts.length,
      right: starts.filter((start) => truth.includes(start)).length,
    };
  });
  const sum = (key: 'true' | 'found' | 'right'): number =>
    results.reduce((total, result) => total + result[key], 0);

  it('are found: 99 in 100 or better', () => {
    assert.ok(sum('right') / sum('true') >= 0.99, `${sum('right')} of ${sum('true')}`);
  });
  it('are right: 97 in 100 findings or better', () => {
    assert.ok(sum('right') / sum('found') >= 0.97, `${sum('right')} of ${sum('found')}`);
  });
});

function letter(): Made {
  return compose([
    `Sagsnr. ${digits(10)}\nKundenr. ${digits(8)}, tlf. ${phone()}\n\nKære ${name()}\nVedr. ordre ${digits(10)} af ${date()} og faktura ${digits(10)}.\nVi har registreret ${name()}, `,
    cpr(),
    ` på P-nr. 10${digits(8)}. ${pick(['CPR-nr.: ', 'Personnummer ', 'Deres barn, ', 'Ægtefællen '])}`,
    cpr(),
    `, som skylder ${digits(3)}.${digits(3)},50 kr. på konto ${digits(4)} ${digits(10)}.\nMed venlig hilsen\n${name()}\n`,
  ]);
}

function payroll(): Made {
  const rows: (string | { cpr: string })[] = [];
  for (let row = 0; row < 25; row += 1) {
    rows.push(
      `${digits(5)}\t${name()}\t`,
      plainCpr(),
      `\t${digits(4)} ${digits(10)}\t${digits(10)}\t${digits(8)}\n`,
    );
  }
  return compose(rows, { columns: ['Lønnr.', 'Navn', 'CPR-nummer', 'Konto', 'Ordrenr.', 'Mobil'] });
}

function orderList(): Made {
  return compose(
    Array.from(
      { length: 60 },
      () =>
        `${pick(['Ordre', 'Faktura', 'Varenr.', ''])} ${digits(10)} ${name()} ${date()} ${digits(4)},00 kr.\n`,
    ),
  );
}

function customerList(): Made {
  const rows: (string | { cpr: string })[] = [];
  for (let row = 0; row < 20; row += 1)
    rows.push(`${digits(10)} ${name()} `, cpr(), ` ${phone()} ${digits(10)}\n`);
  return compose(rows);
}

function unnamedList(): Made {
  return compose(Array.from({ length: 30 }, () => [plainCpr(), `;${name()};${phone()}\n`]).flat());
}

function mailThread(): Made {
  return compose([
    `Fra: anna@firma.dk\nEmne: ordrenummer ${digits(10)}\n\nHej, kan du slå `,
    cpr(),
    ` op? Pakken har tracking ${digits(10)} og EAN ${digits(13)}. Mødet er ${digits(1)}1${date().slice(3, 5)}24 ${pick(['0930', '1415'])}.\nRing på ${phone()}.\n\n> født ${date()}, `,
    cpr(),
    `\n> CVR ${digits(8)}, P-nummer 10${digits(8)}\n`,
  ]);
}

function form(): Made {
  return compose([
    `Navn\n${name()}\nCPR-nummer\n`,
    plainCpr(),
    `\nTelefon\n${digits(8)}\nOrdrenummer\n${digits(10)}\nKontonummer\n${digits(10)}\n`,
  ]);
}

function compose(pieces: readonly (string | { cpr: string })[], context: TextContext = {}): Made {
  const truth: number[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') truth.push(text.length);
    text += typeof piece === 'string' ? piece : piece.cpr;
  }
  return { text, truth, context };
}

/** One in forty of those born since 2007 fails modulus 11. */
function plainCpr(): { cpr: string } {
  const year = 1925 + Math.floor(random() * 98);
  const ddmmyy =
    twoDigits(1 + Math.floor(random() * 28)) +
    twoDigits(1 + Math.floor(random() * 12)) +
    twoDigits(year % 100);
  const serial =
    (year < 2000 ? 0 : 4000) + Math.floor(random() * 3000) + (year >= 2000 && year > 2036 ? 1000 : 0);
  return { cpr: inventedCpr(ddmmyy, serial + 1, year < 2007 || random() > 1 / 40) };
}

function cpr(): { cpr: string } {
  const { cpr: plain } = plainCpr();
  const separator = pick(['-', '-', '-', '-', '–', ' - ']);
  return { cpr: plain.slice(0, 6) + separator + plain.slice(6) };
}

function phone(): string {
  return `${twoDigits(20 + Math.floor(random() * 70))} ${digits(2)} ${digits(2)} ${digits(2)}`;
}

function date(): string {
  return `${twoDigits(1 + Math.floor(random() * 28))}.${twoDigits(1 + Math.floor(random() * 12))}.20${twoDigits(Math.floor(random() * 26))}`;
}

function name(): string {
  return `${pick(['Anna', 'Bo', 'Carla', 'Ditte', 'Emil'])} ${pick(['Hansen', 'Nielsen', 'Østergaard', 'Krogh'])}`;
}

function digits(count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function pick(list: readonly string[]): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
