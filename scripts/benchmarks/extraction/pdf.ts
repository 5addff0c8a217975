import type { MadeFiles } from './made-files.ts';
import { paired, type Pair } from './paired.ts';
import { isInstalled, printed, timed } from './programs.ts';
import type { Reader } from './reader.ts';
import { wordsFound } from './words.ts';

export interface PdfComparison {
  readonly name: string;
  readonly pages: number;
  /** Against a pdftotext for each file, which has to begin each time; we are warm. */
  readonly pair: Pair;
  /** Of pdftotext's words, how many are in our text: 0 to 1. */
  readonly words: number;
}

/** Our text of PDFs against pdftotext's; nothing where that is not installed. */
export async function comparePdf(files: MadeFiles, reader: Reader): Promise<PdfComparison[]> {
  if (!isInstalled('pdftotext') || !isInstalled('pdfinfo')) return [];
  const longest = files.officePdf?.filter((file) => file.includes('bog')) ?? [];
  const sets = [
    ['pdf of LibreOffice', files.officePdf ?? []],
    ['  its longest alone', longest],
    ['pdf of a browser', files.browserPdf ?? []],
  ] as const;
  const comparisons: PdfComparison[] = [];
  for (const [name, set] of sets) {
    if (set.length === 0) continue;
    const pair = await paired(
      () => reader.read(set),
      () => timed('for file; do pdftotext "$file" -; done', set),
    );
    comparisons.push({ name, pages: pagesOf(set), pair, words: await wordsOf(set, reader) });
  }
  return comparisons;
}

function pagesOf(files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + Number(/^Pages:\s+(\d+)$/m.exec(printed('pdfinfo', [file]))?.[1] ?? 0),
    0,
  );
}

async function wordsOf(files: readonly string[], reader: Reader): Promise<number> {
  const sum = { found: 0, all: 0 };
  for (const file of files) {
    const { found, all } = wordsFound(printed('pdftotext', [file, '-']), await reader.textOf(file));
    sum.found += found;
    sum.all += all;
  }
  return sum.found / sum.all;
}
