import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that after a crash there is the old content or the new, never a mix: to a temporary name beside
 * it (`<path>.new`), synced, renamed, and the folder synced. One writer a path; `mode` is less the process's umask.
 */
export async function writeFileDurably(
  path: string,
  content: string | Uint8Array,
  { mode }: { mode: number },
): Promise<void> {
  const temporary = `${path}.new`;
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
