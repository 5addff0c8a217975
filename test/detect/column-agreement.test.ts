import assert from 'node:assert/strict';
import { codes, confidence, found, inventedCpr, withHyphen } from './found.ts';

/** Invented numbers that hold, none twice. */
const numbers = Array.from({ length: 20 }, (_, at) =>
  inventedCpr(`${String(11 + (at % 17))}0${String(1 + (at % 9))}61`, 40 * at + 20),
);
/** Ten digits that are no date. */
const others = Array.from({ length: 20 }, (_, at) => String(4711223344 + at * 7919));
/** One of Poland's, and others of eleven digits that do not hold. */
const polish = ['84102042890', '84102042906', '84102042913', '84102042920', '84102042937'];

const ROWS: Readonly<Record<string, (number: string, at: number) => string>> = {
  tabs: (number, at) => `${at}\t${number}\tAnna Krogh`,
  semicolons: (number, at) => `${at};${number};Anna Krogh`,
  'commas and quotation marks': (number, at) => `"Krogh, Anna","${number}",${at}`,
  bars: (number, at) => `| ${at} | ${number} | Anna Krogh |`,
  'a fixed width': (number, at) => `${String(at).padEnd(6)}${number}   Anna Krogh`,
  'nothing else': (number) => number,
};

describe('a column without a header', () => {
  for (const [what, row] of Object.entries(ROWS)) {
    it(`makes its CPR numbers next to certain, between ${what}`, () => {
      const text = numbers.map(row).join('\n');
      assert.deepEqual(found('DK_CPR', text), numbers);
      assert.ok(confidence('DK_CPR', text) >= 0.98);
    });
    it(`unmasks a number that passes by chance, between ${what}`, () => {
      const text = others
        .toSpliced(9, 1, numbers[0] ?? '')
        .map(row)
        .join('\n');
      assert.deepEqual(found('DK_CPR', text), []);
    });
  }

  it('is heard against a header that says otherwise', () => {
    const context = { columns: ['Nr.', 'Kundenr.', 'Navn'] };
    const text = numbers.map((number, at) => `${at}\t${number}\tAnna Krogh`).join('\n');
    assert.equal(found('DK_CPR', text, context).length, numbers.length);
  });
  it('does not doubt a number with the word beside it', () => {
    const text = others
      .toSpliced(9, 1, `CPR ${numbers[0] ?? ''}`)
      .map((number) => `7;${number};x`)
      .join('\n');
    assert.equal(found('DK_CPR', text).length, 1);
  });
  it('is told apart from the columns beside it', () => {
    const text = numbers.map((number, at) => `${others[at] ?? ''};${number};${others[at] ?? ''}`).join('\n');
    assert.deepEqual(found('DK_CPR', text), numbers);
  });
  it('counts a number that is repeated once', () => {
    const again = Array.from({ length: 12 }, () => `1;${withHyphen(numbers[0] ?? '')};x`).join('\n');
    assert.ok(!codes('DK_CPR', again).includes('table.column-agrees'));
  });
  it('of made-up numbers that do not hold modulus 11 is believed under a header only', () => {
    const made = Array.from({ length: 12 }, (_, at) => inventedCpr('070761', 40 * at + 1, false));
    const text = made.map((number) => `7\t${number}\tAnna`).join('\n');
    assert.deepEqual(found('DK_CPR', text), []);
    assert.equal(found('DK_CPR', text, { columns: ['Nr.', 'CPR', 'Navn'] }).length, made.length);
  });
  it('of P-numbers is none of CPR numbers', () => {
    const text = Array.from({ length: 20 }, (_, at) => `Afd. ${at};${inventedCpr('100261', at * 20)};x`).join(
      '\n',
    );
    assert.deepEqual(found('DK_CPR', text), []);
  });
  it('makes the identifiers of other countries surer', () => {
    const rows = polish.map((number, at) => `${at};${number};Warszawa`);
    assert.ok(codes('PL_PESEL', rows.join('\n')).includes('table.column-agrees'));
    assert.ok(confidence('PL_PESEL', rows.join('\n')) > 0.6);
  });
  it('makes payment cards surer', () => {
    const cards = ['4012888888881881', '4111111111111111', '5555555555554444', '5105105105105100'];
    const text = cards.map((number, at) => `${at};${number}`).join('\n');
    assert.ok(confidence('CREDIT_CARD', text) > 0.95);
  });
  it('of long numbers in which one is a card by chance makes it unlikely', () => {
    const long = Array.from({ length: 12 }, (_, at) => String(4012888888881882n + BigInt(at) * 10n));
    const text = long
      .toSpliced(5, 1, '4012888888881881')
      .map((number, at) => `${at};${number}`)
      .join('\n');
    assert.deepEqual(found('CREDIT_CARD', text), []);
  });
});
