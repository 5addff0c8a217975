import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bytesInMemory } from '#kernel/bytes.ts';
import { extract } from '#extract/index.ts';
import { normalText } from './detect.ts';

export interface ArchiveSpeed {
  readonly megabytes: number;
  readonly seconds: number;
  /** What bsdtar took to write the same archive's files to nowhere; null where it is not installed. */
  readonly bsdtarSeconds: number | null;
}

const FILES = 200;
const MEGABYTE = 1_000_000;

/** A packed tar archive of so many megabytes of text, read to its end by us in one worker's way, and by bsdtar. */
export async function benchArchive(megabytes: number): Promise<ArchiveSpeed> {
  const archive = gzipSync(tarOf((megabytes * MEGABYTE) / FILES), { level: 6 });
  const begun = performance.now();
  const extraction = await extract('archive.tar.gz', bytesInMemory(archive));
  let characters = 0;
  for await (const { text } of extraction.segments) characters += text.length;
  const seconds = (performance.now() - begun) / 1000;
  return { megabytes: characters / MEGABYTE, seconds, bsdtarSeconds: bsdtarSeconds(archive) };
}

function tarOf(fileSize: number): Buffer {
  const blocks = Array.from({ length: FILES }, (_, i) => {
    const content = Buffer.from(normalText(Math.round(fileSize), i));
    const header = Buffer.alloc(512);
    header.write(`text ${i}.txt`);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write('        0', 148);
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function bsdtarSeconds(archive: Buffer): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-extract-'));
  try {
    const file = join(folder, 'archive.tar.gz');
    writeFileSync(file, archive);
    const begun = performance.now();
    const { status } = spawnSync('bsdtar', ['-xOf', file], { stdio: ['ignore', 'ignore', 'ignore'] });
    return status === 0 ? (performance.now() - begun) / 1000 : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
