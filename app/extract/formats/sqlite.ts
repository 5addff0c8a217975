import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { Pages } from '../sqlite/pages.ts';
import { recordValues } from '../sqlite/record.ts';
import { tableColumns } from '../sqlite/schema.ts';
import { treeRecords } from '../sqlite/tree.ts';
import { TableWriter } from '../text/table.ts';

/**
 * SQLite databases, of any size: each table row by row under the names of its columns. Deleted rows that are still in the
 * file, what a `-wal` file beside it adds, and bytes that are neither text nor a document are not read.
 */
export const sqlite: SeekingFormat = {
  id: 'sqlite',
  version: 1,
  mimes: ['application/vnd.sqlite3', 'application/x-sqlite3'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    const pages = new Pages(file);
    const tables = tablesOf(pages, reading);
    for (const table of tables) {
      yield* rows(table, pages, reading);
      // A watchdog may have its turn between tables.
      await Promise.resolve();
    }
  },
};

interface Table {
  readonly name: string;
  readonly root: number;
  readonly sql: string;
}

/** A row longer than this holds a file rather than what is told of it. */
const MAX_ROW = 16 * 1024 * 1024;
const MAX_TABLES = 20_000;
const MAX_SQL = 1024 * 1024;

/** The tables by the schema, which is a table itself: kind, name, table, root, statement. */
function tablesOf(pages: Pages, reading: Reading): Table[] {
  const tables: Table[] = [];
  try {
    for (const { bytes } of treeRecords(pages, 1, MAX_SQL)) {
      if (!bytes) continue;
      const [kind, name, , root, sql] = recordValues(bytes, pages.encoding);
      // Tables of the program itself begin so; those of extensions have no tree of their own.
      if (kind !== 'table' || typeof name !== 'string' || name.startsWith('sqlite_') || Number(root) < 1)
        continue;
      if (tables.push({ name, root: Number(root), sql: typeof sql === 'string' ? sql : '' }) > MAX_TABLES)
        throw new Unread('too_large');
    }
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  return tables;
}

async function* rows({ name, root, sql }: Table, pages: Pages, reading: Reading): AsyncGenerator<Segment> {
  const { stored, rowId } = tableColumns(sql);
  const table = new TableWriter({ path: reading.path, sheet: name, row: 1 });
  let number = 1;
  if (stored.length > 0) table.header(number++, stored);
  try {
    for (const record of treeRecords(pages, root, Math.min(MAX_ROW, reading.limits.maxInMemory))) {
      if (record.bytes) {
        const values = recordValues(record.bytes, pages.encoding);
        table.row(
          number,
          values.map((value, i) =>
            typeof value === 'string' ? value : value === null && i === rowId ? String(record.rowId) : '',
          ),
        );
        yield* table.take();
        for (const value of values)
          if (Buffer.isBuffer(value) && isDocument(value))
            yield* reading.nested(`${name} ${number}`, bytesInMemory(value));
      } else reading.leftOut('too_large');
      number++;
    }
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  yield* table.end();
}

/** Zip (Office's since 2007 too), compound files, PDF: what programs put into a database as a file, by its mark. */
function isDocument(value: Buffer): boolean {
  return /^(504b0304|d0cf11e0|25504446)/.test(value.toString('hex', 0, 4));
}
