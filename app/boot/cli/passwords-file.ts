import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { MOST_PASSWORDS } from '#extract/index.ts';
import { LONGEST_PASSWORD, passwordsIn } from '#scan/offline.ts';
import { UsageError } from './command.ts';

/** More than fifty lines of the longest passwords. */
const MOST_BYTES = 64 * 1024;

/**
 * Reads the passwords to try from a file, one a line, or from standard input for "-". Errors never quote them.
 * @throws UsageError when it cannot be read, when others may read it, and when there are too many
 */
export async function readPasswords(path: string): Promise<string[]> {
  const passwords = passwordsIn(path === '-' ? await typedIn() : inFile(path));
  if (passwords.length > MOST_PASSWORDS)
    throw new UsageError(`--passwords takes at most ${String(MOST_PASSWORDS)} passwords, one a line.`);
  if (passwords.some((password) => password.length > LONGEST_PASSWORD))
    throw new UsageError(`--passwords: a password has at most ${String(LONGEST_PASSWORD)} signs.`);
  return passwords;
}

/** Asked of what was opened and not of the name: that may be another file a moment later. */
function inFile(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
  try {
    const { mode, size } = fstatSync(file);
    if (mode & 0o077)
      throw new UsageError(
        `others may read ${path}, or change it: give it to its owner alone (chmod 600) first.`,
      );
    if (size > MOST_BYTES) throw new UsageError(`${path} is too large for a list of passwords`);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

async function typedIn(): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  process.stdin.on('error', () => undefined);
  const input: AsyncIterable<Buffer> = process.stdin;
  for await (const piece of input) {
    pieces.push(piece);
    if ((length += piece.length) > MOST_BYTES)
      throw new UsageError('standard input is too large for a list of passwords');
  }
  return Buffer.concat(pieces).toString('utf8');
}
