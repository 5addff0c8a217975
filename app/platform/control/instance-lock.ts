import sqlite3 from 'sqlite3';
import { join } from 'node:path';
import { Failure } from '#kernel/errors.ts';

/**
 * Makes sure that one process at a time owns the state folder. The lock is an open exclusive transaction on a small
 * database of its own: the operating system lets go of it however the process ends.
 * @throws Failure `already-running` if another process owns the folder.
 */
export async function takeInstanceLock(stateFolder: string): Promise<{ release(): Promise<void> }> {
  const connection = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(join(stateFolder, 'instance.lock'), (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const release = (): Promise<void> =>
    new Promise((resolve, reject) => connection.close((error) => (error ? reject(error) : resolve())));
  try {
    await new Promise<void>((resolve, reject) =>
      connection.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE', (error) =>
        error ? reject(error) : resolve(),
      ),
    );
  } catch (error) {
    await release();
    throw new Failure(
      'already-running',
      'another process of the appliance uses this state folder',
      'Give the command while the appliance runs, or stop the appliance first.',
      { cause: error },
    );
  }
  return { release };
}
