import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tarOf } from '../../../test/support/documents/tar-maker.ts';
import { zipOf } from '../../../test/support/documents/zip-maker.ts';
import { normalText } from '../detect.ts';
import { paired, type Pair } from './paired.ts';
import { times } from './papers.ts';
import { isInstalled, timed } from './programs.ts';
import type { Reader } from './reader.ts';

export interface ArchiveComparison {
  readonly name: string;
  readonly megabytes: number;
  readonly pair: Pair;
}

const FILES = 200;
const ROUNDS = 3;

/** So many megabytes of text, packed, read to their end by us, and written to nowhere by bsdtar. */
export async function compareArchives(
  megabytes: number,
  reader: Reader,
  folder: string,
): Promise<ArchiveComparison[]> {
  if (!isInstalled('bsdtar')) return [];
  const members = times(FILES, (i) => ({
    name: `text ${i}.txt`,
    content: Buffer.from(normalText((megabytes * 1_000_000) / FILES, i)),
  }));
  const archives = [
    ['archive.tar.gz', gzipSync(tarOf(members), { level: 6 })],
    ['archive.zip', zipOf(members)],
  ] as const;
  const comparisons: ArchiveComparison[] = [];
  for (const [name, content] of archives) {
    const file = join(folder, name);
    writeFileSync(file, content);
    const pair = await paired(
      () => reader.read([file]),
      () => timed('bsdtar -xOf "$1"', [file]),
      ROUNDS,
    );
    comparisons.push({ name: name.slice('archive.'.length), megabytes, pair });
  }
  return comparisons;
}
