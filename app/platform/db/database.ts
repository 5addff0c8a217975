import { pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';
import { Failure } from '#kernel/errors.ts';
import type { Migration } from './migration.ts';

/** A transaction of the one writer. Stores take it to write, and to read what the same deed has written. */
export type Tx = Knex.Transaction;

/** The read-only pool. Pages read here, so that a scan's writes never delay them. */
export type Reader = Knex;

/**
 * The database of the appliance: SQLite in WAL mode with one writing connection and a pool of read-only ones. All of
 * SQLite's own API stays in this folder (the driver is archived upstream and may have to be changed in one file).
 */
export interface Database {
  readonly read: Reader;
  /**
   * Runs one deed in one transaction, after the deeds that came before it. A throw rolls all of it back. Never call
   * it within itself: there is one writing connection and it is taken.
   */
  write<T>(deed: (tx: Tx) => Promise<T>): Promise<T>;
  /** Moves what readers no longer need from the log into the database file; never waits for a reader. */
  checkpoint(): Promise<void>;
  sqliteVersion(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the database file, makes it if it is missing, and brings it up to the last of `migrations`.
 * @throws Failure `damaged` if the file is no database or was written by a newer version of the appliance.
 */
export async function openDatabase(file: string, migrations: readonly Migration[]): Promise<Database> {
  const writer = knex({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    acquireConnectionTimeout: 300_000,
    pool: { min: 1, max: 1, afterCreate: pragmas(WRITER_PRAGMAS) },
  });
  try {
    await migrate(writer, migrations);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  const read = knex({
    client: 'sqlite3',
    // knex adds OPEN_READWRITE to any flags, so that only the URI can say that this pool must not write.
    connection: { filename: `${pathToFileURL(file).href}?mode=ro`, flags: ['OPEN_URI'] },
    useNullAsDefault: true,
    pool: { min: 0, max: READERS, afterCreate: pragmas(READER_PRAGMAS) },
  });
  return {
    read,
    write: (deed) => writer.transaction(deed),
    checkpoint: async () => {
      await writer.raw('PRAGMA wal_checkpoint(PASSIVE)');
    },
    sqliteVersion: async () => {
      const rows = await read.raw<{ version: string }[]>('SELECT sqlite_version() AS version');
      return rows[0]?.version ?? 'unknown';
    },
    close: async () => {
      await read.destroy();
      await writer.destroy();
    },
  };
}

const READERS = 4;
const BUSY = 'PRAGMA busy_timeout = 5000';
/** The appliance owns every checkpoint (see docs/decisions/0003): SQLite itself makes none. */
const WRITER_PRAGMAS = [
  BUSY,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA wal_autocheckpoint = 0',
];
const READER_PRAGMAS = [BUSY, 'PRAGMA query_only = ON', 'PRAGMA wal_autocheckpoint = 0'];

interface Connection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function pragmas(list: readonly string[]) {
  return (connection: Connection, done: (error: Error | null, connection: Connection) => void) => {
    connection.exec(list.join(';'), (error) => done(error, connection));
  };
}

async function migrate(writer: Knex, migrations: readonly Migration[]): Promise<void> {
  try {
    await writer.migrate.latest({
      migrationSource: {
        getMigrations: () => Promise.resolve([...migrations]),
        getMigrationName: (migration: Migration) => migration.name,
        getMigration: (migration: Migration) => Promise.resolve({ up: migration.up, down: refuseDown }),
      },
    });
  } catch (error) {
    if (
      error instanceof Error &&
      /SQLITE_NOTADB|corrupt|migration directory is corrupt/i.test(error.message)
    ) {
      throw new Failure(
        'damaged',
        'the database cannot be used by this version of the appliance',
        'Start the version that wrote it, or restore a backup; nothing was changed.',
        { cause: error },
      );
    }
    throw error;
  }
}

function refuseDown(): Promise<void> {
  return Promise.reject(new Error('migrations go forward only'));
}
