import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#kernel/errors.ts';
import { writeFileDurably } from '#platform/files/index.ts';

const FILE_NAME = 'master.key';
const KEY_LENGTH = 32;

/**
 * The master key in the state folder (base64, mode 0600), made at first start.
 * @param databaseExists when there is a database already, a missing key is a fault and no reason to make another.
 * @throws Failure `damaged` if the key is missing, malformed, or readable by others.
 */
export async function masterKeyInFolder(stateFolder: string, databaseExists: boolean): Promise<Buffer> {
  const path = join(stateFolder, FILE_NAME);
  const found = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) {
    if (databaseExists) throw keyFailure('is missing though there is a database');
    const key = randomBytes(KEY_LENGTH);
    await writeFileDurably(path, `${key.toString('base64')}\n`, { mode: 0o600 });
    return key;
  }
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) throw keyFailure('can be read by other users of the machine');
  const key = parseMasterKey(found);
  if (key === null) throw keyFailure('does not hold 32 bytes in base64');
  return key;
}

/** @returns the 32 bytes that a text holds in base64 (with its padding, white space around it); null if it does not. */
export function parseMasterKey(text: string): Buffer | null {
  return /^\s*[A-Za-z0-9+/]{43}=\s*$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function keyFailure(why: string): Failure {
  return new Failure(
    'damaged',
    `${FILE_NAME} in the state folder ${why}`,
    'Put back the key that belongs to the database (mode 0600), or restore both from a backup.',
  );
}
