import { loadavg } from 'node:os';
import type { ArchiveComparison } from './extraction/archives.ts';
import type { LargeFile } from './extraction/large.ts';
import type { OfficeComparison } from './extraction/office.ts';
import type { PdfComparison } from './extraction/pdf.ts';
import type { PictureComparison } from './extraction/pictures.ts';
import type { SideBySide } from './extraction/side-by-side.ts';

/**
 * What was compared, in lines for people: a name, a figure, and what it means. Ratios above 1: we are faster, "by cpu" in
 * processor time and "by the clock" as long as it took.
 */
export type Row = (name: string, speed: string, rest: string) => string;

export function loadRow(row: Row): string {
  const load = loadavg().map((one) => one.toFixed(1));
  return row('machine load', load[0] ?? '', 'now; the clock is worth little beside much other work');
}

export function pdfRows(compared: readonly PdfComparison[], row: Row): string[] {
  if (compared.length === 0) return [missing('pdf', 'pdftotext, and soffice or chromium', row)];
  return compared.map(({ name, pages, pair, words }) =>
    row(
      name,
      times(pair.cpuRatio),
      `pdftotext's speed by cpu, ${times(pair.wallRatio)} by the clock: ${perSecond(pages, pair.ours.cpu)} to ${perSecond(pages, pair.theirs.cpu)} pages a second; ${percent(words)} of its words`,
    ),
  );
}

export function officeRows(compared: readonly OfficeComparison[], row: Row): string[] {
  if (compared.length === 0) return [missing('docx, xlsx', 'soffice or docx2txt', row)];
  return compared.map(({ name, files, ours, theirs, cpuRatio, wallRatio }) =>
    row(
      name,
      times(cpuRatio),
      `its speed by cpu, ${times(wallRatio)} by the clock: ${files} files in ${seconds(ours.cpu)} to ${seconds(theirs.cpu)}`,
    ),
  );
}

export function archiveRows(compared: readonly ArchiveComparison[], row: Row): string[] {
  if (compared.length === 0) return [missing('archives', 'bsdtar', row)];
  return compared.map(({ name, megabytes, pair }) =>
    row(
      name,
      times(pair.cpuRatio),
      `bsdtar's speed by cpu, ${times(pair.wallRatio)} by the clock: ${megabytes} MB in ${seconds(pair.ours.cpu)} to ${seconds(pair.theirs.cpu)}`,
    ),
  );
}

export function pictureRows(compared: readonly PictureComparison[], row: Row): string[] {
  if (compared.length === 0) return [missing('pictures', 'tesseract, pdftoppm and soffice', row)];
  return compared.map(({ name, pages, pair, words, trueWords, theirTrueWords }) =>
    row(
      name,
      times(1 / pair.wallRatio),
      `the time of tesseract by hand, by the clock: ${seconds(pair.ours.wall / pages)} a page; ${percent(words)} of its words, ${percent(trueWords)} of the page's (it: ${percent(theirTrueWords)})`,
    ),
  );
}

export function workerRows(compared: readonly SideBySide[], row: Row): string[] {
  return compared.map(({ name, files, one, two, ratio }) =>
    row(
      `two workers, ${name}`,
      times(ratio),
      `one: ${files} files scanned in ${seconds(one)} to ${seconds(two)} by the clock`,
    ),
  );
}

export async function* largeRows(files: AsyncIterable<LargeFile>, row: Row): AsyncGenerator<string> {
  for await (const { name, bytes, status, seconds: taken, overBase } of files) {
    const memory = `${(overBase / 1024 ** 2).toFixed(0)} MiB`;
    yield row(name, memory, `over the base; ${(bytes / 1e9).toFixed(2)} GB, ${status}, ${seconds(taken)}`);
  }
}

function missing(name: string, programs: string, row: Row): string {
  return row(name, '-', `nothing to compare with: install ${programs}`);
}

const times = (ratio: number): string => `${ratio.toFixed(2)} x`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const seconds = (value: number): string => `${value.toFixed(2)} s`;
const perSecond = (pages: number, taken: number): string => (pages / taken).toFixed(0);
