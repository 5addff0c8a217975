import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createAudit, type Audit } from '#audit/index.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { openDatabase, takeInstanceLock, type Database } from '#platform/db/index.ts';
import { createVault, masterKeyInFolder, vaultKeyStore, type Vault } from '#platform/vault/index.ts';
import type { Config } from '../config.ts';
import { migrations } from './migrations.ts';

/** Everything that the appliance keeps, opened. Whoever holds it is the only process that does. */
export interface State {
  readonly db: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  /** Closes the database, then lets go of the state folder. */
  close(): Promise<void>;
}

/**
 * Opens the state folder in the only safe order: the lock first, then the master key, the database, the record. The
 * folder is made (mode 0700) when it is missing. Nothing stays open when it throws.
 * @param options.mustExist for commands that look at what is there: an empty folder is a fault, nothing is made.
 * @throws Failure `unavailable` if the folder cannot be made or written, `already-running` if another process has it,
 *   `damaged` if the key or the database is not what it should be, `not-found` if there must be a database and is none.
 */
export async function openState(
  config: Pick<Config, 'stateFolder' | 'masterKey'>,
  { clock = systemClock, mustExist = false }: { clock?: Clock; mustExist?: boolean } = {},
): Promise<State> {
  const file = join(config.stateFolder, DATABASE_FILE);
  if (mustExist && !(await exists(file))) throw nothingThere();
  await makeFolder(config.stateFolder);
  const lock = await takeInstanceLock(config.stateFolder);
  try {
    const masterKey = config.masterKey ?? (await masterKeyInFolder(config.stateFolder, await exists(file)));
    const vault = createVault([masterKey]);
    const db = await openDatabase(file, migrations);
    try {
      await db.write((tx) => vaultKeyStore.claim(tx, vault, clock.now()));
    } catch (error) {
      await db.close();
      throw error;
    }
    const close = async (): Promise<void> => {
      await db.close();
      await lock.release();
    };
    return { db, vault, audit: createAudit({ db, vault, clock }), close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const DATABASE_FILE = 'datamapper.db';

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotUse(error);
  }
}

function cannotUse(cause: unknown): Failure {
  return new Failure(
    'unavailable',
    'the state folder cannot be made, read or written',
    'Let the user that runs the appliance own the folder that DM_STATE_DIR names, then start again.',
    { cause },
  );
}

function nothingThere(): Failure {
  return new Failure(
    'not-found',
    'there is no database in the state folder',
    'Let DM_STATE_DIR name the state folder of the appliance.',
  );
}

/** Asks by name only: to open and close the file here would drop SQLite's locks on it. */
async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return false;
    throw cannotUse(error);
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
