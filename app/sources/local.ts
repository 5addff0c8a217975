import { realpath, stat, access, constants } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Failure } from '#kernel/errors.ts';
import { encodeName } from '#kernel/file-name.ts';
import { faultOf, openFile } from './local-files.ts';
import { walkLocal } from './local-walk.ts';
import { FileUnreadable } from './source.ts';
import type { Content, Source } from './source.ts';

/**
 * A folder of this machine (a disk, or a share that the system has mounted). Reads only, follows no symbolic link
 * below its root, opens nothing but regular files; see local-files.ts for how.
 * @param folder absolute path in the lossless form of kernel/file-name.ts; it may itself be a link to the folder.
 * @throws Failure `invalid-input` when there is no such folder to read.
 */
export async function createLocalSource(folder: string): Promise<Source> {
  const fault = await checkLocalFolder(folder);
  if (fault !== null)
    throw new Failure('invalid-input', localFolderFaults[fault], 'Name an existing folder.');
  const root = await realpath(encodeName(folder), { encoding: 'buffer' });
  return { walk: () => walkLocal(root), open: (path) => contentOf(root, path) };
}

export type LocalFolderFault = keyof typeof localFolderFaults;

/** What can be wrong with a folder, in the words of the command line; pages have theirs by the same keys. */
const localFolderFaults = {
  'not-absolute': 'The folder must be named from the root, such as /srv/share.',
  missing: 'There is no such folder.',
  'not-a-folder': 'This is a file, not a folder.',
  denied: 'The folder may not be read: permissions are missing.',
  system: "This is one of the system's own folders and holds no files.",
  broken: 'The folder cannot be read; its disk or its mount answers with an error.',
} as const;

/** What is wrong with a folder that somebody wants to have read; null when nothing is. */
export async function checkLocalFolder(folder: string): Promise<LocalFolderFault | null> {
  if (!isAbsolute(folder)) return 'not-absolute';
  if (folder.includes('\0')) return 'missing';
  try {
    const path = await realpath(encodeName(folder), { encoding: 'buffer' });
    if (/^\/(proc|sys|dev)(\/(?!shm(\/|$))|$)/.test(path.toString('latin1'))) return 'system';
    if (!(await stat(path)).isDirectory()) return 'not-a-folder';
    await access(path, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'denied') return 'denied';
    return fault === 'broken' ? 'broken' : 'missing';
  }
}

/** Large enough that a call to the system costs little beside the copying. */
const CHUNK = 1024 * 1024;

function contentOf(root: Buffer, path: readonly string[]): Content {
  let changed = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const file = await openFile(root, path);
    try {
      const before = await file.stat({ bigint: true });
      yield* bytesOf(file, Number(before.size));
      changed = differs(before, await file.stat({ bigint: true }));
    } catch (error) {
      throw new FileUnreadable(faultOf(error));
    } finally {
      await file.close();
    }
  }
  return { [Symbol.asyncIterator]: chunks, changedMeanwhile: () => changed };
}

/** As many bytes as the file had when it was opened: one that grows faster than we read must come to an end. */
async function* bytesOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, size));
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - at), at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function differs(before: BigIntStats, after: BigIntStats): boolean {
  return before.size !== after.size || before.mtimeNs !== after.mtimeNs || before.ctimeNs !== after.ctimeNs;
}
