import assert from 'node:assert/strict';
import { read } from '../../support/documents/reading.ts';

/** A table of dBase III. */
function dbfOf(
  fields: readonly (readonly [name: string, kind: string, length: number])[],
  records: readonly (string | Buffer)[],
  driver = 0x03,
): Buffer {
  const length = 1 + fields.reduce((sum, [, , width]) => sum + width, 0);
  const header = Buffer.alloc(33 + fields.length * 32);
  header.set([0x03, 124, 2, 29]);
  header.writeUInt32LE(records.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(length, 10);
  header[29] = driver;
  for (const [i, [name, kind, width]] of fields.entries()) {
    header.write(name + '\0', 32 + i * 32, 'latin1');
    header.write(kind, 43 + i * 32);
    header[48 + i * 32] = width;
  }
  header[header.length - 1] = 0x0d;
  return Buffer.concat([
    header,
    ...records.map((record) => (typeof record === 'string' ? Buffer.from(record, 'latin1') : record)),
  ]);
}

const FIELDS = [
  ['NAVN', 'C', 12],
  ['FOEDT', 'D', 8],
  ['LOEN', 'N', 6],
] as const;

describe('tables of dBase and FoxPro', () => {
  it('are rows under the names of their fields, days as Danes write them', async () => {
    const result = await read('medlem.dbf', dbfOf(FIELDS, [' Søren Ås    19700102 31000']));
    assert.equal(result.mime, 'application/x-dbf');
    assert.deepEqual(result.segments, [
      {
        text: 'NAVN\tFOEDT\tLOEN\nSøren Ås\t02-01-1970\t31000\n',
        place: { path: [], row: 1 },
        columns: ['NAVN', 'FOEDT', 'LOEN'],
      },
    ]);
    assert.equal(result.ended, 'scanned');
  });

  it('are in the code page that their header names', async () => {
    const record = Buffer.concat([
      Buffer.from(' '),
      Buffer.from([0x9b, 0x91]),
      Buffer.from('                   31000'),
    ]);
    assert.match((await read('a.dbf', dbfOf(FIELDS, [record], 0x66))).text, /\nøæ\t/);
  });

  it('are taken for Chinese when no code page is named and all words are pairs of its characters', async () => {
    const record = Buffer.concat([
      Buffer.from(' '),
      Buffer.from('cbe4c8bbb8c3', 'hex'),
      Buffer.from(' '.repeat(20)),
    ]);
    assert.match((await read('a.dbf', dbfOf(FIELDS, [record], 0))).text, /虽然该/);
  });

  it('give records that are marked as deleted, for they are still in the file', async () => {
    assert.match((await read('a.dbf', dbfOf(FIELDS, ['*Mette Holm  19700102 31000']))).text, /Mette Holm/);
  });

  it('end as partial when they have fewer records than they say', async () => {
    const whole = dbfOf(FIELDS, [' Mette Holm  19700102 31000', ' Jens Holm   19700102 31000']);
    const { text, ended } = await read('a.dbf', whole.subarray(0, whole.length - 10));
    assert.match(text, /Mette Holm/);
    assert.equal(ended, 'partial/corrupt');
  });

  it('are not seen in other binary files that begin with the same byte', async () => {
    const other = Buffer.alloc(4096, 0x13);
    other[0] = 3;
    assert.notEqual((await read('a.bin', other)).format, 'dbf');
  });
});
