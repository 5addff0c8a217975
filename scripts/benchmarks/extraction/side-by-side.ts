import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeShare } from '../../demo/share.ts';
import { writeShare } from '../../demo/share-folder.ts';
import type { MadeFiles } from './made-files.ts';
import { middle } from './paired.ts';
import { times } from './papers.ts';

export interface SideBySide {
  readonly name: string;
  readonly files: number;
  /** Seconds by the clock, from the command's start to its end; medians. */
  readonly one: number;
  readonly two: number;
  /** How many times as fast two workers are; the median over the rounds. */
  readonly ratio: number;
}

const ROUNDS = 3;
const COPIES = 3;

/**
 * Whole scans by the command line, detection included and pictures left out, with one worker and with two in turns: a mixed
 * folder, and PDF alone.
 */
export async function compareWorkers(made: MadeFiles, folder: string): Promise<SideBySide[]> {
  const pdfs = [...(made.officePdf ?? []), ...(made.browserPdf ?? [])];
  const alone = copied(pdfs, join(folder, 'scan-pdf'), 1);
  const mixed = copied([...made.word, ...made.excel, ...pdfs], join(folder, 'scan-mixed'), COPIES);
  const share = await makeShare(1);
  await writeShare(join(folder, 'scan-mixed', 'share'), share);
  const compared = [await compareScans('mixed folder', join(folder, 'scan-mixed'), mixed + share.length)];
  return alone === 0
    ? compared
    : [...compared, await compareScans('PDF alone', join(folder, 'scan-pdf'), alone)];
}

/** The files so many times, since a scan's start is not to be seen; the longest one only once, or it would be all. */
function copied(files: readonly string[], folder: string, copies: number): number {
  const short = files.filter((file) => !file.includes('bog'));
  for (const copy of times(copies, (i) => join(folder, `${i}`))) {
    mkdirSync(copy, { recursive: true });
    for (const file of short) cpSync(file, join(copy, basename(file)));
  }
  return short.length * copies;
}

async function compareScans(name: string, folder: string, files: number): Promise<SideBySide> {
  const taken: { one: number; two: number }[] = [];
  for (let round = 0; round < ROUNDS; round++)
    taken.push({ one: await scanSeconds(folder, 1), two: await scanSeconds(folder, 2) });
  return {
    name,
    files,
    one: middle(taken.map(({ one }) => one)),
    two: middle(taken.map(({ two }) => two)),
    ratio: middle(taken.map(({ one, two }) => one / two)),
  };
}

const main = fileURLToPath(new URL('../../../app/boot/cli/main.ts', import.meta.url));

async function scanSeconds(folder: string, workers: number): Promise<number> {
  const begun = performance.now();
  const args = ['scan', '--json', '--no-pictures', '--workers', String(workers), folder];
  const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' });
  await once(child, 'close');
  return (performance.now() - begun) / 1000;
}
