import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { Failure } from '#kernel/errors.ts';
import { openDatabase, type Database, type Migration } from '#platform/db/index.ts';
import { scratch, type Scratch } from '../../support/scratch.ts';

interface Thing {
  id: number;
  of: number | null;
}

const things: Migration = {
  name: '0001-things',
  up: async ({ schema }) => {
    await schema.createTable('things', (table) => {
      table.increments('id');
      table.integer('of').references('id').inTable('things').deferrable('deferred');
    });
  },
};

describe('the database', () => {
  let files: Scratch;
  let db: Database;

  beforeEach(async () => {
    files = scratch();
    db = await openDatabase(files.path('test.db'), [things]);
  });
  afterEach(async () => {
    await db.close();
    files.remove();
  });

  const ids = async (): Promise<number[]> =>
    (await db.read<Thing>('things').orderBy('id').select('id')).map(({ id }) => id);
  const insert = (id: number): Promise<unknown> => db.write((tx) => tx<Thing>('things').insert({ id }));
  /** The value of a setting of the writing connection. */
  const pragma = (name: string): Promise<unknown> =>
    db.write(async (tx) => {
      const rows = await tx.raw<Record<string, unknown>[]>(`PRAGMA ${name}`);
      return rows[0]?.[name];
    });

  it('keeps what a deed has written', async () => {
    await insert(1);
    assert.deepEqual(await ids(), [1]);
  });

  it('gives back what the deed gives', async () => {
    assert.equal(await db.write(() => Promise.resolve('done')), 'done');
  });

  it('rolls back a deed that throws', async () => {
    const deed = db.write(async (tx) => {
      await tx<Thing>('things').insert({ id: 1 });
      throw new Error('in the middle');
    });
    await assert.rejects(deed, /in the middle/);
    assert.deepEqual(await ids(), []);
  });

  it('lets one deed write at a time, in the order asked for', async () => {
    const seen: string[] = [];
    const deed = (name: string): Promise<void> =>
      db.write(async (tx) => {
        seen.push(`${name} begins`);
        await tx<Thing>('things').insert({ of: null });
        await tx<Thing>('things').insert({ of: null });
        seen.push(`${name} ends`);
      });
    await Promise.all([deed('a'), deed('b'), deed('c')]);
    assert.deepEqual(seen, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('goes on after a deed that failed', async () => {
    const failed = db.write(() => Promise.reject(new Error('no')));
    const next = insert(2);
    await assert.rejects(failed);
    await next;
    assert.deepEqual(await ids(), [2]);
  });

  it('goes on after a COMMIT that failed', async () => {
    const failed = db.write((tx) => tx<Thing>('things').insert({ id: 1, of: 99 }));
    const next = insert(2);
    await assert.rejects(failed, /FOREIGN KEY/);
    await next;
    assert.deepEqual(await ids(), [2]);
  });

  it('refuses a deed within a deed instead of waiting for itself', async () => {
    await assert.rejects(
      db.write(() => insert(1)),
      /within a turn/,
    );
  });

  it('serves readers while a write transaction is open', async () => {
    await insert(1);
    await db.write(async (tx) => {
      await tx<Thing>('things').insert({ id: 2 });
      assert.deepEqual(await ids(), [1]);
    });
    assert.deepEqual(await ids(), [1, 2]);
  });

  it('serves a reader while another reads', async () => {
    await insert(1);
    await db.read.transaction(async (first) => {
      await first<Thing>('things').select();
      assert.deepEqual(await ids(), [1]);
    });
  });

  it('does not let a reader write', async () => {
    await assert.rejects(db.read<Thing>('things').insert({ id: 1 }), /readonly/);
  });

  it('does not let a reader write that has switched query_only off', async () => {
    await db.read.transaction(async (reader) => {
      await reader.raw('PRAGMA query_only = OFF');
      await assert.rejects(reader<Thing>('things').insert({ id: 1 }), /readonly/);
    });
  });

  it('is in WAL mode', async () => {
    assert.equal(await pragma('journal_mode'), 'wal');
  });

  it('waits for the disk at each commit (synchronous is FULL)', async () => {
    assert.equal(await pragma('synchronous'), 2);
  });

  it('holds foreign keys', async () => {
    assert.equal(await pragma('foreign_keys'), 1);
  });

  it('makes no checkpoint by itself', async () => {
    const before = statSync(files.path('test.db')).size;
    const padding = 'x'.repeat(3_000);
    await db.write((tx) => tx.raw('CREATE TABLE padding (text)'));
    for (let round = 0; round < 20; round++)
      await db.write((tx) => tx('padding').insert(Array.from({ length: 100 }, () => ({ text: padding }))));
    // 2,000 rows are some 2,000 pages: twice the thousand at which SQLite would have made one.
    assert.ok(statSync(files.path('test.db-wal')).size > 2_000 * 3_000);
    assert.equal(statSync(files.path('test.db')).size, before);
  });

  it('moves the log into the file when it is asked to', async () => {
    await insert(1);
    const { frames, moved } = await db.checkpoint();
    assert.ok(frames > 0);
    assert.equal(moved, frames);
  });

  it('does not wait for a reader at a checkpoint', async () => {
    await insert(1);
    await db.read.transaction(async (reader) => {
      await reader<Thing>('things').select();
      await insert(2);
      const { frames, moved } = await db.checkpoint();
      assert.ok(moved < frames);
    });
  });

  it('tells the version of SQLite', async () => {
    assert.match(await db.sqliteVersion(), /^3\.\d+\.\d+$/);
  });

  it('makes its file for nobody else to read', async () => {
    await insert(1);
    for (const name of ['test.db', 'test.db-wal', 'test.db-shm'])
      assert.equal(statSync(files.path(name)).mode & 0o777, 0o600, name);
  });

  it('leaves one file and no open descriptor when it is closed', async () => {
    await insert(1);
    await ids();
    await db.close();
    assert.deepEqual(readdirSync(files.folder), ['test.db']);
    assert.deepEqual(
      openFiles().filter((name) => name.startsWith(files.folder)),
      [],
    );
    db = await openDatabase(files.path('test.db'), [things]);
    assert.deepEqual(await ids(), [1]);
  });

  it('finishes the deeds that were asked for before it closes', async () => {
    const last = insert(1);
    await db.close();
    await last;
    db = await openDatabase(files.path('test.db'), [things]);
    assert.deepEqual(await ids(), [1]);
  });

  it('opens a file whose name holds ? # % and spaces', async () => {
    const odd = await openDatabase(files.path('a ?b#c%20.db'), [things]);
    await odd.write((tx) => tx<Thing>('things').insert({ id: 1 }));
    assert.equal((await odd.read<Thing>('things').select()).length, 1);
    await odd.close();
  });

  describe('refuses', () => {
    const refusal = async (name: string, migrations: readonly Migration[]): Promise<Failure> => {
      const error: unknown = await openDatabase(files.path(name), migrations).then(
        (opened) => opened.close(),
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof Failure);
      assert.equal(error.code, 'damaged');
      return error;
    };

    it('a file that is no database, and leaves it as it was', async () => {
      const text = 'A letter, and not a database. '.repeat(100);
      writeFileSync(files.path('letter.db'), text);
      assert.match((await refusal('letter.db', [things])).message, /no database/);
      assert.equal(readFileSync(files.path('letter.db'), 'utf8'), text);
    });

    it('a database of another program, and leaves it as it was', async () => {
      await makeForeign(files.path('foreign.db'));
      const before = readFileSync(files.path('foreign.db'));
      assert.match((await refusal('foreign.db', [things])).message, /another program/);
      assert.deepEqual(readFileSync(files.path('foreign.db')), before);
    });

    it('a database of a newer version, with the way out', async () => {
      const later: Migration = { name: '0002-later', up: () => Promise.resolve() };
      await (await openDatabase(files.path('newer.db'), [things, later])).close();
      const failure = await refusal('newer.db', [things]);
      assert.match(failure.message, /newer version/);
      assert.match(failure.hint, /Start the version that wrote it, or restore a backup/);
    });
  });
});

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });
}

function makeForeign(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const foreign = new sqlite3.Database(file);
    foreign.exec('CREATE TABLE recipes (name TEXT)', (error) => {
      if (error !== null) reject(error);
      else foreign.close(() => resolve());
    });
  });
}
