import assert from 'node:assert/strict';
import { bytesInMemory } from '#kernel/bytes.ts';
import { inspect } from '#scan/inspection-reading.ts';
import { type InspectedValue, parseInspection } from '#scan/inspection.ts';

/** Invented numbers of ten digits that hold modulus 11. */
const NUMBERS = Array.from({ length: 9_000 }, (_, serial) => `070761${String(serial + 1000)}`).filter(
  (digits) =>
    Array.from('4327654321').reduce((sum, weight, at) => sum + Number(weight) * Number(digits[at]), 0) %
      11 ===
    0,
);

async function inspected(text: string): Promise<InspectedValue[]> {
  const job = { name: 'list.csv', values: true, pictures: false, stopAfterMs: 60_000 };
  const inspection = await inspect(job, bytesInMemory(Buffer.from(text)));
  return parseInspection(JSON.parse(JSON.stringify(inspection))).values;
}

const rows = (numbers: readonly string[]): string =>
  numbers.map((number, at) => `${at};${number};x\n`).join('');
const columnsIn = (values: readonly InspectedValue[]) => values.flatMap(({ columns }) => columns ?? []);

describe('the columns of a file', () => {
  it('are each told of once, with places, title and rows', async () => {
    const values = await inspected(`Nr.;Personnr;Andet\n${rows(NUMBERS.slice(0, 500))}`);
    assert.equal(values.length, 500);
    assert.deepEqual(columnsIn(values), [
      { path: [], column: 2, title: 'Personnr', count: 500, firstRow: 2, lastRow: 501 },
    ]);
  });
  it('are told apart', async () => {
    const two = NUMBERS.slice(0, 20).map((number, at) => `${number};${at};${NUMBERS[at + 20] ?? ''}\n`);
    const columns = columnsIn(await inspected(`CPR mor;Nr.;CPR barn\n${two.join('')}`));
    assert.deepEqual(
      columns.map(({ column, title, count }) => [column, title, count]),
      [
        [1, 'CPR mor', 20],
        [3, 'CPR barn', 20],
      ],
    );
  });
  it('count also what is too much to be kept value by value', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `${at};navn${at}@firma.dk;x\n`).join('');
    const columns = columnsIn(await inspected(`Nr.;E-mail;Andet\n${many}`));
    assert.deepEqual(columns[0]?.count, 3_000);
  });
  it('have no title where it tells of a person itself', async () => {
    const columns = columnsIn(await inspected(`Nr.;AB 12 345;Andet\n${rows(NUMBERS.slice(0, 20))}`));
    assert.deepEqual(columns.at(-1), {
      path: [],
      column: 2,
      title: null,
      count: 20,
      firstRow: 2,
      lastRow: 21,
    });
  });
  it('say of each place which cell it is', async () => {
    const [value] = await inspected(`Nr.;Personnr;Andet\n1;${NUMBERS[0] ?? ''};x\n`);
    assert.deepEqual(
      value?.places.map(({ row, column }) => [row, column]),
      [[2, 2]],
    );
  });
  it('are none in running text', async () => {
    const job = { name: 'brev.txt', values: true, pictures: false, stopAfterMs: 60_000 };
    const text = NUMBERS.slice(0, 20).map((number) => `cpr-nr. ${number}\n`);
    const { values } = await inspect(job, bytesInMemory(Buffer.from(text.join(''))));
    assert.deepEqual(columnsIn(values), []);
  });
});
