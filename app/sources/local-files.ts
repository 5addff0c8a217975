import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { encodeName } from '#kernel/file-name.ts';
import { FileUnreadable } from './source.ts';
import type { FileFault } from './source.ts';

/**
 * Opening, safely, what lies below a root that other people can write in. Each folder on the way is opened by itself,
 * below the one that is open already (`/proc/self/fd/<n>/<name>`, which is what openat does), and never through a
 * symbolic link. So a folder that is swapped for a link between two looks leads nowhere: no path is ever resolved by
 * the kernel over more than one name. Everything is opened for reading only.
 */
const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_NOATIME } = constants;

/** An open folder; its owner closes it. @throws FileUnreadable */
export async function openFolder(root: Buffer, path: readonly string[]): Promise<FileHandle> {
  let folder = await attempt(() => open(root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  for (const name of path) {
    const outer = folder;
    try {
      folder = await attempt(() => open(below(outer, name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
    } finally {
      await outer.close();
    }
  }
  return folder;
}

/**
 * An open regular file; its owner closes it. Its access time stays as it is where the system allows that: for the
 * file's owner and for root. O_NONBLOCK: a pipe that took the file's place must not hang us.
 * @throws FileUnreadable
 */
export async function openFile(root: Buffer, path: readonly string[]): Promise<FileHandle> {
  const folder = await openFolder(root, path.slice(0, -1));
  let file: FileHandle;
  try {
    const place = below(folder, path.at(-1) ?? '');
    const flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
    file = await attempt(() =>
      open(place, flags | O_NOATIME).catch((error: unknown) => {
        if (codeOf(error) === 'EPERM') return open(place, flags);
        throw error;
      }),
    );
  } finally {
    await folder.close();
  }
  try {
    if (!(await attempt(() => file.stat())).isFile()) throw new FileUnreadable('not-a-file');
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** What lies in an open folder, without following it if it is a link. @throws FileUnreadable */
export async function look(folder: FileHandle, name: Uint8Array): Promise<BigIntStats> {
  return attempt(() => lstat(belowBytes(folder, name), { bigint: true }));
}

/** The names in an open folder, as bytes, in the order that the disk has them. @throws FileUnreadable */
export async function* namesIn(folder: FileHandle): AsyncGenerator<Uint8Array> {
  // Node gives names as bytes here; its types do not know that yet.
  const options = { encoding: 'buffer' as BufferEncoding, bufferSize: 512 };
  const names = await attempt(() => opendir(`/proc/self/fd/${folder.fd}`, options));
  try {
    for (;;) {
      const entry = await attempt(() => names.read());
      if (entry === null) return;
      yield entry.name as unknown as Uint8Array;
    }
  } finally {
    await names.close();
  }
}

function below(folder: FileHandle, name: string): Buffer {
  // A path may come out of the database: it names exactly one thing in the folder, or nothing.
  if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name))
    throw new FileUnreadable('vanished');
  return belowBytes(folder, encodeName(name));
}

function belowBytes(folder: FileHandle, name: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`/proc/self/fd/${folder.fd}/`), name]);
}

async function attempt<T>(deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    // The system's own message holds the path, and goes no further.
    throw error instanceof FileUnreadable ? error : new FileUnreadable(faultOf(error));
  }
}

/** Why the system refused, in our words. */
export function faultOf(error: unknown): FileFault {
  if (error instanceof FileUnreadable) return error.reason;
  return FAULTS.get(codeOf(error) ?? '') ?? 'broken';
}

const FAULTS: ReadonlyMap<string, FileFault> = new Map([
  ['ENOENT', 'vanished'],
  ['ESTALE', 'vanished'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ELOOP', 'not-a-file'],
  ['ENOTDIR', 'not-a-file'],
  ['ENXIO', 'not-a-file'],
  ['ENODEV', 'not-a-file'],
]);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
