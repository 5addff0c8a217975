import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '#platform/ocr/languages.ts';
import type { MadeFiles } from './made-files.ts';
import { paired, type Pair, type Taken } from './paired.ts';
import { isInstalled, printed, timed } from './programs.ts';
import { createReader, type Reader } from './reader.ts';
import { shareOfWords } from './words.ts';

export interface PictureComparison {
  readonly name: string;
  readonly pages: number;
  readonly pair: Pair;
  /** Of the words that tesseract by hand reads, and of those that the page really has, how many we have: 0 to 1. */
  readonly words: number;
  readonly trueWords: number;
  /** What tesseract by hand has of those that the page really has. */
  readonly theirTrueWords: number;
}

const PAGES = 4;
const ROUNDS = 2;

/**
 * Pages of letters as pictures of 300 dpi, read by us, with Debian's tesseract and with the one in WebAssembly, against
 * Debian's called by hand with the same languages, models and one thread. Nothing where a program is missing.
 */
export async function comparePictures(made: MadeFiles, folder: string): Promise<PictureComparison[]> {
  if (made.officePdf === null || !isInstalled('tesseract') || !isInstalled('pdftoppm')) return [];
  const letters = made.officePdf.filter((file) => file.includes('brev')).slice(0, PAGES);
  const pages = letters.map((file, i) => {
    const page = join(folder, `page-${i}`);
    timed('pdftoppm -r 300 -gray -png -singlefile "$@"', [file, page]);
    return { png: `${page}.png`, text: printed('pdftotext', ['-l', '1', file, '-']) };
  });
  const languages = join(folder, 'languages');
  const comparisons: PictureComparison[] = [];
  for (const [name, models] of [
    ['pictures, Debian tesseract', languages],
    ['  in WebAssembly', null],
  ] as const) {
    comparisons.push({ name, ...(await compared(pages, () => fresh(folder, models), languages)) });
  }
  return comparisons;
}

async function compared(
  pages: readonly { readonly png: string; readonly text: string }[],
  begin: () => Promise<Reader>,
  languages: string,
): Promise<Omit<PictureComparison, 'name'>> {
  const pngs = pages.map(({ png }) => png);
  const env = { OMP_THREAD_LIMIT: '1' };
  const options = ['--tessdata-dir', languages, '-l', LANGUAGES.join('+')];
  const lines = `for file in "\${@:5}"; do tesseract "$file" stdout "\${@:1:4}"; done`;
  const pair = await paired(
    () => readOnce(pngs, begin),
    () => timed(lines, [...options, ...pngs], env),
    ROUNDS,
  );
  const share = { words: 0, trueWords: 0, theirTrueWords: 0 };
  const reader = await begin();
  for (const { png, text } of pages) {
    const ours = await reader.textOf(png);
    const theirs = printed('tesseract', [png, 'stdout', ...options], env);
    share.words += shareOfWords(theirs, ours) / pages.length;
    share.trueWords += shareOfWords(text, ours) / pages.length;
    share.theirTrueWords += shareOfWords(text, theirs) / pages.length;
  }
  await reader.close();
  return { pages: pages.length, pair, ...share };
}

/** A worker keeps the text of pictures that it has read: each round has a new one, which is up when the clock begins. */
async function readOnce(pngs: readonly string[], begin: () => Promise<Reader>): Promise<Taken> {
  const reader = await begin();
  try {
    return await reader.read(pngs);
  } finally {
    await reader.close();
  }
}

async function fresh(folder: string, models: string | null): Promise<Reader> {
  const reader = createReader(mkdtempSync(join(folder, 'spool-')), models);
  const small = join(folder, 'small.txt');
  writeFileSync(small, 'En linje.\n');
  await reader.readOne(small);
  return reader;
}
