import assert from 'node:assert/strict';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

function record(id: number, ...parts: (Buffer | number | string)[]): Buffer {
  const data = Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? short(part) : Buffer.from(part))),
  );
  return Buffer.concat([short(id), short(data.length), data]);
}

function short(value: number): Buffer {
  return Buffer.from([value & 0xff, value >> 8]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function wide(text: string, length: 1 | 2): Buffer {
  const count = length === 1 ? Buffer.from([text.length]) : short(text.length);
  return Buffer.concat([count, Buffer.from([1]), Buffer.from(text, 'utf16le')]);
}

const BEGIN = record(0x809, 0x600, 0x10);
const END = record(0x0a);

/** A workbook of one sheet, which is hidden. */
function xlsOf(
  rows: readonly Buffer[],
  shared: readonly Buffer[] = [],
  before: readonly Buffer[] = [],
): Buffer {
  const head = (place: number): Buffer =>
    Buffer.concat([BEGIN, ...before, record(0x85, place, 0, 1, wide('Løn', 1)), ...shared, END]);
  return compoundOf({ Workbook: Buffer.concat([head(head(0).length), BEGIN, ...rows, END]) });
}

describe('xls', () => {
  it('gives the cells of a hidden sheet with its name and their row', async () => {
    const shared = record(0xfc, 1, 0, 1, 0, wide('Ida Holm', 2));
    const result = await read('a.xls', xlsOf([record(0xfd, 4, 1, 0, 0, 0)], [shared]));
    assert.equal(result.ended, 'scanned');
    assert.deepEqual(result.segments[0], { text: '\tIda Holm\n', place: { path: [], sheet: 'Løn', row: 5 } });
  });

  it('goes on with a string that continues in the next record in other letters', async () => {
    const first = Buffer.concat([short(8), Buffer.from([1]), Buffer.from('Ida ', 'utf16le')]);
    const shared = [record(0xfc, 1, 0, 1, 0, first), record(0x3c, Buffer.from([0]), 'Holm')];
    assert.match((await read('a.xls', xlsOf([record(0xfd, 0, 0, 0, 0, 0)], shared))).text, /^Ida Holm$/m);
  });

  it('shows a number under the format of its cell', async () => {
    const before = [record(0x41e, 200, wide('000000-0000', 2)), record(0xe0, 0, 200, Buffer.alloc(16))];
    const rows = [record(0x203, 0, 0, 0, double(101901234))];
    assert.match((await read('a.xls', xlsOf(rows, [], before))).text, /^010190-1234$/m);
  });

  it('gives the text that a formula comes to', async () => {
    const result = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
    const rows = [record(0x06, 0, 0, 0, result, Buffer.alloc(8)), record(0x207, wide('svaret', 2))];
    assert.match((await read('a.xls', xlsOf(rows))).text, /^svaret$/m);
  });

  it('gives what is written in a text box', async () => {
    const rows = [
      record(0x1b6, Buffer.alloc(10), 4, Buffer.alloc(6)),
      record(0x3c, Buffer.from([0]), 'boks'),
    ];
    assert.equal(partOf(await read('a.xls', xlsOf(rows)), 'sheet'), 'boks\n');
  });

  it('is encrypted when a record says so', async () => {
    const file = xlsOf([], [], [record(0x2f, 1, 1, 1)]);
    assert.equal((await read('a.xls', file)).ended, 'skipped/encrypted');
  });

  it('gives the rows before the place where it is damaged', async () => {
    const rows = [record(0x203, 0, 0, 0, double(77)), short(0x203), short(9000)];
    const { ended, text } = await read('a.xls', xlsOf(rows));
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /^77$/m);
  });
});
