import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { compoundOf } from '../../../test/support/documents/compound-maker.ts';
import { der, derText } from '../../../test/support/documents/der-maker.ts';
import { helpOf } from '../../../test/support/documents/help-maker.ts';
import { iwaOf, message } from '../../../test/support/documents/iwork-maker.ts';
import { docxOf, paragraph } from '../../../test/support/documents/office-maker.ts';
import { textChunk, visioDocument } from '../../../test/support/documents/visio-maker.ts';
import { zipOf } from '../../../test/support/documents/zip-maker.ts';
import type { Seed } from './seed.ts';

/** Documents of programs that are seldom met today, and tables that are databases. */
export function rareSeeds(): Seed[] {
  return [
    { name: 'a.vsd', bytes: drawing() },
    { name: 'early.doc', bytes: wordForWindows2() },
    { name: 'a.wps', bytes: compoundOf({ MN0: works() }) },
    {
      name: 'old.ppt',
      bytes: compoundOf({ PP40: Buffer.from('\0\x01\x02Agenda of the day\rand more\0', 'latin1') }),
    },
    { name: 'a.tsd', bytes: stamped() },
    { name: 'a.pages', bytes: pages() },
    { name: 'a.dbf', bytes: dbase() },
    { name: 'a.dif', bytes: interchange() },
    { name: 'a.db', bytes: database() },
    { name: 'a.wpd', bytes: wordPerfect() },
    { name: 'a.chm', bytes: helpOf([['a.htm', '<html>Kære Åse</html>']]) },
  ];
}

function drawing(): Buffer {
  const shape = { type: 0x48, chunks: [textChunk('Åse')], packed: true };
  return compoundOf({
    VisioDocument: visioDocument([{ type: 0x27, inner: [{ type: 0x15, inner: [shape] }] }], 11),
  });
}

function wordForWindows2(): Buffer {
  const text = 'Kære Åse\rNavn\u0007Alder\u0007\u0007';
  const document = Buffer.alloc(0x180 + text.length + 20);
  document.writeUInt16LE(0xa5db, 0);
  document.writeUInt16LE(45, 2);
  document.writeUInt32LE(0x180, 0x18);
  document.writeUInt32LE(0x180 + text.length, 0x1c);
  document.write(text, 0x180, 'latin1');
  return document;
}

function works(): Buffer {
  const text = 'Kære Åse\r\nhilsen\r\n';
  const document = Buffer.alloc(0x100 + text.length + 50);
  document.set([6, 0xfe]);
  document.writeUInt32LE(0x100 + text.length, 0x26);
  document.write(text, 0x100, 'latin1');
  return document;
}

function stamped(): Buffer {
  const metadata = der(0x30, Buffer.from('0101ff', 'hex'), derText('Ida Holm.docx'));
  const content = der(0x04, docxOf(paragraph('the life')));
  const stamps = der(0xa0, Buffer.from('0403616263', 'hex'));
  const data = der(0x30, Buffer.from('020101', 'hex'), metadata, content, stamps);
  return der(0x30, Buffer.from('060b2a864886f70d010910011f', 'hex'), der(0xa0, data));
}

function pages(): Buffer {
  const objects = [
    { id: 1, kind: 10_000, body: message([1, 1]) },
    { id: 2, kind: 2001, body: message([1, 0], [3, 'Kære Åse']) },
  ];
  return zipOf([{ name: 'Index/Document.iwa', content: iwaOf(objects), stored: true }]);
}

function dbase(): Buffer {
  const fields = [
    ['NAVN', 'C', 12],
    ['FOEDT', 'D', 8],
    ['LOEN', 'N', 6],
  ] as const;
  const record = ' Ida Holm    19700102 31000';
  const header = Buffer.alloc(33 + fields.length * 32);
  header.set([0x03, 124, 2, 29]);
  header.writeUInt32LE(2, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(record.length, 10);
  for (const [i, [name, kind, width]] of fields.entries()) {
    header.write(`${name}\0`, 32 + i * 32, 'latin1');
    header.write(kind, 43 + i * 32);
    header[48 + i * 32] = width;
  }
  header[header.length - 1] = 0x0d;
  return Buffer.concat([header, Buffer.from(record.repeat(2))]);
}

function interchange(): Buffer {
  const head = [
    'TABLE',
    '0,1',
    '"EXCEL"',
    'VECTORS',
    '0,2',
    '""',
    'TUPLES',
    '0,2',
    '""',
    'DATA',
    '0,0',
    '""',
  ];
  const rows = ['-1,0', 'BOT', '1,0', '"Navn"', '0,42', 'V', '-1,0', 'EOD', ''];
  return Buffer.from([...head, ...rows].join('\r\n'));
}

/** Small pages, so that a few rows already make a tree; a long value goes on elsewhere. */
function database(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-seed-'));
  try {
    const db = new DatabaseSync(join(folder, 'a.db'));
    db.exec(
      'PRAGMA page_size = 512; CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, pay REAL, picture BLOB)',
    );
    db.exec(
      `INSERT INTO people VALUES (7, 'Ida Holm', 12.5, x'00ff'), (9, NULL, 1, '${'long '.repeat(300)}')`,
    );
    db.exec(
      "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 60) INSERT INTO people SELECT i, 'Bo ' || i, i, NULL FROM n",
    );
    db.exec(
      "CREATE TABLE keyed (name TEXT PRIMARY KEY, age INT) WITHOUT ROWID; INSERT INTO keyed VALUES ('Åse', 42)",
    );
    db.close();
    return readFileSync(join(folder, 'a.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function wordPerfect(): Buffer {
  const header = Buffer.alloc(16);
  header.write('\xffWPC', 'latin1');
  header.writeUInt32LE(16, 4);
  header.set([1, 10, 2, 1], 8);
  header.writeUInt16LE(16, 14);
  return Buffer.concat([header, Buffer.from('Kaere\x80Ida\xccMette\x80Holm and some more words', 'latin1')]);
}
