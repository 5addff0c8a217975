import { lstat, mkdir, readdir, readFile, rm, rmdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from '#kernel/errors.ts';
import type { ShareFile } from './share.ts';

/** Where the truth about a share stands: beside it, never in it. */
export function truthFileOf(folder: string): string {
  return `${resolve(folder)}.truth.jsonl`;
}

/**
 * Writes the share and its truth file. An earlier share in the same place is replaced; a folder that holds anything
 * else is left as it is. Throws `Failure` 'conflict' then.
 */
export async function writeShare(folder: string, files: readonly ShareFile[]): Promise<void> {
  const root = resolve(folder);
  await clear(root);
  // The truth goes first: if the run breaks off here, the next one still knows the files as its own.
  await mkdir(dirname(root), { recursive: true });
  await writeFile(truthFileOf(root), files.map(({ truth }) => `${JSON.stringify(truth)}\n`).join(''));
  const folders = new Map<string, Date>([[root, new Date(0)]]);
  for (const { bytes, modified, truth } of files) {
    const path = join(root, truth.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    await utimes(path, modified, modified);
    for (let at = dirname(path); at.startsWith(root); at = dirname(at))
      if ((folders.get(at) ?? new Date(0)) < modified) folders.set(at, modified);
  }
  await mkdir(root, { recursive: true });
  for (const [path, modified] of folders) await utimes(path, modified, modified);
}

/** Empties a folder of an earlier share. Looks at everything before it removes anything. */
async function clear(root: string): Promise<void> {
  const found = await entriesUnder(root);
  const own = new Set(await earlierPaths(root));
  const strange = found.files.filter((path) => !own.has(relative(root, path).split(sep).join('/')));
  if (strange.length > 0)
    throw new Failure(
      'conflict',
      `the folder holds ${strange.length} files that are not of a demo share`,
      'Name a new or empty folder, or the folder of an earlier demo share.',
    );
  for (const path of found.files) await rm(path);
  // Innermost first; a folder is removed only when nothing is left in it.
  for (const path of found.folders.reverse()) await rmdir(path);
}

async function entriesUnder(root: string): Promise<{ files: string[]; folders: string[] }> {
  const found: { files: string[]; folders: string[] } = { files: [], folders: [] };
  const state = await lstat(root).catch(() => null);
  if (!state) return found;
  if (!state.isDirectory())
    throw new Failure('conflict', 'there is something of this name that is no folder', 'Name a folder.');
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true }))
    (entry.isDirectory() ? found.folders : found.files).push(join(entry.parentPath, entry.name));
  found.folders.sort();
  return found;
}

async function earlierPaths(root: string): Promise<string[]> {
  const text = await readFile(truthFileOf(root), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value && 'path' in value && typeof value.path === 'string'
        ? [value.path]
        : [];
    } catch {
      return [];
    }
  });
}
