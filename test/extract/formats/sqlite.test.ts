import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Read } from '../../support/documents/reading.ts';
import { read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

/** The bytes of a database that some statements make. */
function database(...statements: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'datamapper-sqlite-'));
  try {
    const db = new DatabaseSync(join(folder, 'a.db'));
    for (const statement of statements) db.exec(statement);
    db.close();
    return readFileSync(join(folder, 'a.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tableOf({ segments }: Read, sheet: string): string {
  return segments
    .filter(({ place }) => place.sheet === sheet)
    .map(({ text }) => text)
    .join('');
}

const MANY = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)`;

describe('SQLite databases', () => {
  it('are tables, their rows under the names of their columns', async () => {
    const file = database(
      `CREATE TABLE medlem (id INTEGER PRIMARY KEY, "fulde, navn" TEXT DEFAULT ('a,b'), cpr TEXT -- et nummer, kort
      , UNIQUE (cpr))`,
      `INSERT INTO medlem VALUES (7, 'Søren Ås', '010170-1234'), (9, NULL, '1')`,
    );
    const result = await read('medlemmer.dat', file);
    assert.equal(result.mime, 'application/vnd.sqlite3');
    assert.deepEqual(result.segments, [
      {
        text: 'id\tfulde, navn\tcpr\n7\tSøren Ås\t010170-1234\n9\t\t1\n',
        place: { path: [], sheet: 'medlem', row: 1 },
        columns: ['id', 'fulde, navn', 'cpr'],
      },
    ]);
    assert.equal(result.ended, 'scanned');
  });

  it('give every row of a table of many pages once', async () => {
    const file = database(`CREATE TABLE t (a, b)`, `${MANY} INSERT INTO t SELECT i, 'r' || i FROM n`);
    const rows = tableOf(await read('a.db', file), 't')
      .trimEnd()
      .split('\n');
    assert.equal(rows.length, 5001);
    assert.equal(new Set(rows).size, 5001);
    assert.equal(rows.at(-1), '5000\tr5000');
  });

  it('give every row of a table without row numbers, whose key comes first in the file', async () => {
    const file = database(
      `CREATE TABLE t (note TEXT, number INT, PRIMARY KEY (number)) WITHOUT ROWID`,
      `${MANY} INSERT INTO t SELECT 'n' || i, i FROM n`,
    );
    const { segments } = await read('a.db', file);
    const rows = segments
      .map(({ text }) => text)
      .join('')
      .trimEnd()
      .split('\n');
    assert.deepEqual(segments[0]?.columns, ['number', 'note']);
    assert.deepEqual(
      rows.slice(1),
      Array.from({ length: 5000 }, (_, i) => `${i + 1}\tn${i + 1}`),
    );
  });

  it('give rows that are longer than a page', async () => {
    const file = database(
      `CREATE TABLE t (a, b)`,
      `INSERT INTO t VALUES ('${'lang tekst '.repeat(3000)}', 'slut')`,
    );
    assert.match(tableOf(await read('a.db', file), 't'), /(lang tekst ){3000}\tslut\n/);
  });

  for (const encoding of ['UTF-16le', 'UTF-16be'])
    it(`are read in ${encoding}`, async () => {
      const file = database(
        `PRAGMA encoding = '${encoding}'`,
        `CREATE TABLE t (a, b)`,
        `INSERT INTO t VALUES ('Åse', 2.5)`,
      );
      assert.equal(tableOf(await read('a.db', file), 't'), 'a\tb\nÅse\t2.5\n');
    });

  it('give numbers of all lengths, and no pictures', async () => {
    const file = database(
      `CREATE TABLE t (a)`,
      `INSERT INTO t VALUES (0), (1), (-1), (300), (70000), (-2147483648), (1099511627776), (9007199254740993), (x'00010203'), (x'4d65747465')`,
    );
    const expected = [0, 1, -1, 300, 70_000, -2_147_483_648, 1_099_511_627_776].join('\n');
    assert.equal(tableOf(await read('a.db', file), 't'), `a\n${expected}\n9007199254740993\nMette\n`);
  });

  it('leave out columns that are computed when they are read', async () => {
    const file = database(`CREATE TABLE t (a, d AS (a || 'x'), c)`, `INSERT INTO t (a, c) VALUES (1, 2)`);
    assert.equal(tableOf(await read('a.db', file), 't'), 'a\tc\n1\t2\n');
  });

  it('end as partial when pages are cut off, with the tables that are whole', async () => {
    const file = database(
      `CREATE TABLE a (x)`,
      `INSERT INTO a VALUES ('kept')`,
      `CREATE TABLE b (x)`,
      `${MANY} INSERT INTO b SELECT i FROM n`,
    );
    const result = await read('a.db', file.subarray(0, file.length - 8192));
    assert.match(tableOf(result, 'a'), /kept/);
    assert.equal(result.ended, 'partial/corrupt');
  });

  it('do not run in circles when a page is a child of itself', async () => {
    const file = database(`CREATE TABLE t (a)`, `${MANY} INSERT INTO t SELECT i FROM n`);
    const root = 4096;
    assert.equal(file[root], 5);
    file.writeUInt32BE(2, root + 8);
    for (let at = root + 12; at < root + 30; at += 2) file.writeUInt32BE(2, root + file.readUInt16BE(at));
    assert.equal((await read('a.db', file)).ended, 'partial/corrupt');
  });

  it('have documents read that are in them as bytes', async () => {
    const zip = zipOf([{ name: 'a.txt', content: 'in the database' }]).toString('hex');
    const file = database(`CREATE TABLE t (name, content)`, `INSERT INTO t VALUES ('a.zip', x'${zip}')`);
    const { text, segments } = await read('a.db', file);
    assert.match(text, /in the database/);
    assert.deepEqual(segments.find((one) => one.text.startsWith('in the'))?.place.path, ['t 2', 'a.txt']);
  });
});
