import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { Failure } from '#kernel/errors.ts';

/**
 * Makes sure that one process at a time owns the state folder. The lock is an open exclusive transaction on a small
 * database of its own: the operating system lets go of it however the process ends.
 * @throws Failure `already-running` if another process owns the folder, `unavailable` if no lock can be made in it.
 */
export async function takeInstanceLock(stateFolder: string): Promise<{ release(): Promise<void> }> {
  const connection = await open(join(stateFolder, 'instance.lock')).catch((error: unknown) => {
    throw unavailable(error);
  });
  const release = (): Promise<void> =>
    new Promise((resolve, reject) => connection.close((error) => (error ? reject(error) : resolve())));
  try {
    await execute(connection, 'PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    await release();
    throw isBusy(error) ? alreadyRunning(error) : unavailable(error);
  }
  return { release };
}

function open(file: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const opened = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
}

function execute(connection: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) =>
    connection.exec(sql, (error) => (error ? reject(error) : resolve())),
  );
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function alreadyRunning(cause: unknown): Failure {
  return new Failure(
    'already-running',
    'another process of the appliance uses this state folder',
    'Stop that process first: Ctrl-C where it runs, or end the container.',
    { cause },
  );
}

function unavailable(cause: unknown): Failure {
  return new Failure(
    'unavailable',
    'the state folder cannot be locked',
    'See that the folder of DM_STATE_DIR can be written and its disk is not full, then start again.',
    { cause },
  );
}
