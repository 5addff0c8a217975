import { open } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';
import { Failure } from '#kernel/errors.ts';
import { prepareReader, prepareWriter } from './connection.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { createTurns } from './turns.ts';

/** A transaction of the one writer. Stores take it to write, and to read what the same deed has written. */
export type Tx = Knex.Transaction;

/** The read-only pool. Pages read here, so that a scan's writes never delay them. */
export type Reader = Knex;

/**
 * The database of the appliance: SQLite in WAL mode with one writing connection and a pool of read-only ones. All of
 * SQLite's own API stays in this folder (the driver is archived upstream and may have to be changed in one place).
 */
export interface Database {
  readonly read: Reader;
  /**
   * Runs one deed in one transaction, after the deeds that came before it. A throw rolls all of it back. Called
   * within itself it throws: there is one writing connection and it is taken.
   */
  write<T>(deed: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Moves what readers no longer need from the log into the database file; never waits for a reader. SQLite makes no
   * checkpoint by itself, so somebody has to ask for it now and then.
   * @returns how many frames (pages) the log holds, and how many of them are in the file by now.
   */
  checkpoint(): Promise<{ frames: number; moved: number }>;
  sqliteVersion(): Promise<string>;
  /** Waits for the deeds that were asked for, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens the database file, makes it (mode 0600) if it is missing, and brings it up to the last of `migrations`. The
 * caller holds the instance lock.
 * @throws Failure `damaged` if the file is no database, another program's, or written by a newer version.
 */
export async function openDatabase(file: string, migrations: readonly Migration[]): Promise<Database> {
  await makeIfMissing(file);
  const writer = knex({
    ...COMMON,
    connection: { filename: file },
    pool: { min: 1, max: 1, afterCreate: prepareWriter },
  });
  try {
    await migrate(writer, migrations);
  } catch (error) {
    await writer.destroy();
    throw isUnreadable(error) ? unreadable(error) : error;
  }
  const read = knex({
    ...COMMON,
    // knex adds OPEN_READWRITE to any flags, so that only the URI can say that this pool must not write.
    connection: { filename: `${pathToFileURL(file).href}?mode=ro`, flags: ['OPEN_URI'] },
    pool: { min: 0, max: READERS, afterCreate: prepareReader },
  });
  const inTurn = createTurns();
  return {
    read,
    write: (deed) => inTurn(() => writer.transaction(deed).catch(rollBack)),
    checkpoint: () => inTurn(checkpoint),
    sqliteVersion: async () => {
      const rows = await read.raw<{ version: string }[]>('SELECT sqlite_version() AS version');
      return rows[0]?.version ?? 'unknown';
    },
    // The readers first: the last connection to close empties the log into the file, and a reader cannot.
    close: () =>
      inTurn(async () => {
        await read.destroy();
        await writer.destroy();
      }),
  };

  /** A COMMIT that fails (a full disk) leaves the transaction open, and knex leaves it at that. */
  async function rollBack(error: unknown): Promise<never> {
    await writer.raw('ROLLBACK').catch(() => undefined);
    throw error;
  }

  async function checkpoint(): Promise<{ frames: number; moved: number }> {
    const rows = await writer.raw<{ log: number; checkpointed: number }[]>('PRAGMA wal_checkpoint(PASSIVE)');
    return { frames: rows[0]?.log ?? 0, moved: rows[0]?.checkpointed ?? 0 };
  }
}

const READERS = 4;
const silent = (): void => undefined;
const COMMON = {
  client: 'sqlite3',
  useNullAsDefault: true,
  // knex would print statements with their values on the console. What fails is thrown; who catches it logs it.
  log: { warn: silent, error: silent, debug: silent, deprecate: silent },
} satisfies Knex.Config;

/** SQLite takes an empty file as a new database, and gives its log and index the file's own mode. */
async function makeIfMissing(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && /SQLITE_(NOTADB|CORRUPT)/.test(error.message);
}

function unreadable(cause: unknown): Failure {
  return new Failure(
    'damaged',
    'the database file is damaged, or is no database',
    'Restore a backup; nothing was changed.',
    { cause },
  );
}
