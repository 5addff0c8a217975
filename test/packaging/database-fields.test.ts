import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#boot/migrations.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { scratch, type Scratch } from '../support/scratch.ts';

const page = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../docs/formats/${name}.md`), 'utf8');

describe('docs/formats', () => {
  let files: Scratch;
  let db: Database;
  before(async () => {
    files = scratch();
    db = await openDatabase(files.path('fields.db'), migrations);
  });
  after(async () => {
    await db.close();
    files.remove();
  });

  it('says of each column of bytes what it holds', async () => {
    const columns = await db
      .read('sqlite_master')
      .joinRaw('JOIN pragma_table_info(sqlite_master.name) AS info')
      .where({ 'sqlite_master.type': 'table', 'info.type': 'BLOB' })
      .select<{ table: string; column: string }[]>('sqlite_master.name AS table', 'info.name AS column');
    const [fields, chain] = [page('database-fields'), page('audit-chain')];
    const isSaid = ({ table, column }: { table: string; column: string }): boolean =>
      fields.includes(`\`${table}.${column}\``) ||
      (table.startsWith('audit_') && chain.includes(`| \`${column}\` |`));
    assert.notEqual(columns.length, 0);
    assert.deepEqual(
      columns.filter((column) => !isSaid(column)),
      [],
    );
  });
});
