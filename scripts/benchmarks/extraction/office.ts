import { join } from 'node:path';
import { converted, sofficeOptions, type MadeFiles } from './made-files.ts';
import { middle, paired, type Taken } from './paired.ts';
import { isInstalled, timed } from './programs.ts';
import type { Reader } from './reader.ts';

export interface OfficeComparison {
  readonly name: string;
  readonly files: number;
  readonly ours: Taken;
  readonly theirs: Taken;
  /** How many times as fast we were, by processor time and by the clock. */
  readonly cpuRatio: number;
  readonly wallRatio: number;
}

const ROUNDS = 3;

/**
 * Word and Excel files against LibreOffice, one run of it over all of them, with its start and without (what it takes for
 * one small file is taken off), and against docx2txt. Each only where it is installed.
 */
export async function compareOffice(
  made: MadeFiles,
  reader: Reader,
  folder: string,
): Promise<OfficeComparison[]> {
  const comparisons: OfficeComparison[] = [];
  if (isInstalled('soffice')) {
    comparisons.push(...(await besideLibreOffice('docx', made.word, 'txt:Text', reader, folder)));
    comparisons.push(
      ...(await besideLibreOffice('xlsx', made.excel, 'csv:Text - txt - csv (StarCalc)', reader, folder)),
    );
  }
  if (isInstalled('docx2txt')) {
    const pair = await paired(
      () => reader.read(made.word),
      () => timed('for file; do docx2txt "$file" -; done', made.word),
      ROUNDS,
    );
    comparisons.push({ name: 'docx, docx2txt', files: made.word.length, ...pair });
  }
  return comparisons;
}

async function besideLibreOffice(
  name: string,
  files: readonly string[],
  to: string,
  reader: Reader,
  folder: string,
): Promise<OfficeComparison[]> {
  const into = join(folder, 'converted');
  const [small = ''] = files;
  const soffice = (some: readonly string[]): Taken =>
    timed('soffice "$@"', [...sofficeOptions(folder), '--convert-to', to, '--outdir', into, ...some]);
  // The very first run makes its profile.
  converted(folder, [small], ['--convert-to', to], into);
  const starts: Taken[] = [];
  const pair = await paired(
    () => reader.read(files),
    () => {
      starts.push(soffice([small]));
      return soffice(files);
    },
    ROUNDS,
  );
  const { ours, theirs } = pair;
  const without = {
    wall: theirs.wall - middle(starts.map(({ wall }) => wall)),
    cpu: theirs.cpu - middle(starts.map(({ cpu }) => cpu)),
  };
  return [
    { name: `${name}, LibreOffice`, files: files.length, ...pair },
    {
      name: '  its start not counted',
      files: files.length,
      ours,
      theirs: without,
      cpuRatio: without.cpu / ours.cpu,
      wallRatio: without.wall / ours.wall,
    },
  ];
}
