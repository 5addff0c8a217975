import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { realpath } from 'node:fs/promises';
import { decodeName, encodeName } from '#kernel/file-name.ts';
import { createLocalSource } from '#sources/offline.ts';
import type { Source } from '#sources/offline.ts';
import { UsageError } from './command.ts';

/** What a path on the command line stands for: a whole folder, or one file of one. */
export type Target =
  | { readonly kind: 'folder'; readonly source: Source }
  | {
      readonly kind: 'file';
      readonly source: Source;
      readonly name: string;
      readonly size: number;
      /** ms since 1970 */
      readonly modifiedAtMs: number;
    };

/** @throws UsageError when there is nothing to read at the path. */
export async function targetAt(path: string): Promise<Target> {
  const real = await realpath(encodeName(resolve(path)), { encoding: 'buffer' }).catch(() => {
    throw new UsageError('there is no such file or folder, or it may not be entered.');
  });
  const found = await stat(real);
  const name = decodeName(real);
  if (found.isDirectory()) return { kind: 'folder', source: await createLocalSource(name) };
  if (!found.isFile()) throw new UsageError('this is neither a file nor a folder.');
  return {
    kind: 'file',
    source: await createLocalSource(dirname(name)),
    name: basename(name),
    size: found.size,
    modifiedAtMs: found.mtimeMs,
  };
}
