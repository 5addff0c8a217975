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
 * @throws Failure `unavailable` if the folder cannot be made or written, `already-running` if another process has it,
 *   `damaged` if the key or the database is not what it should be.
 */
export async function openState(
  config: Pick<Config, 'stateFolder' | 'masterKey'>,
  clock: Clock = systemClock,
): Promise<State> {
  await makeFolder(config.stateFolder);
  const lock = await takeInstanceLock(config.stateFolder);
  try {
    const file = join(config.stateFolder, DATABASE_FILE);
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
    throw new Failure(
      'unavailable',
      'the state folder cannot be made or written',
      'Let the user that runs the appliance own the folder that DM_STATE_DIR names, then start again.',
      { cause: error },
    );
  }
}

/** Asks by name only: to open and close the file here would drop SQLite's locks on it. */
async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
