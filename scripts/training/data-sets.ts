import { type GoldText, type Language, readCorpus } from './corpus.ts';

export interface DataSet {
  /** The name in `ner/`, without `.tsv`. */
  readonly file: string;
  readonly language: Language;
  /** Which part of it, from 0 to 1; all of it when absent. */
  readonly part?: readonly [number, number];
}

/** What the model learns from. The SEC filings mark roles ("Borrower") as people and are left out. */
export const TRAINING_SETS: readonly DataSet[] = [
  { file: 'da.train', language: 'da' },
  { file: 'nob.train', language: 'nb' },
  { file: 'nno.train', language: 'nn' },
  { file: 'sv.train', language: 'sv' },
  { file: 'svk.train', language: 'sv' },
  { file: 'en.wnut.train', language: 'en' },
  { file: 'en.btc.a', language: 'en' },
  { file: 'en.btc.b', language: 'en' },
  { file: 'en.btc.g', language: 'en' },
  { file: 'en.wikigold', language: 'en', part: [0, 0.8] },
  { file: 'de.news', language: 'de', part: [0, 0.85] },
  { file: 'de.ler.dev', language: 'de', part: [0, 0.8] },
];

/** What is measured; nothing of it is trained on. Court decisions shorten half of their people to a letter. */
export const DEV_SETS: readonly DataSet[] = [
  { file: 'da.dev', language: 'da' },
  { file: 'nob.dev', language: 'nb' },
  { file: 'nno.dev', language: 'nn' },
  { file: 'sv.dev', language: 'sv' },
  { file: 'en.wikigold', language: 'en', part: [0.8, 1] },
  { file: 'en.btc.e', language: 'en' },
  { file: 'de.news', language: 'de', part: [0.85, 1] },
  { file: 'de.ler.dev', language: 'de', part: [0.8, 1] },
];

export function readDataSet(
  dataFolder: string,
  { file, language, part: [from, to] = [0, 1] }: DataSet,
): GoldText[] {
  const texts = readCorpus(`${dataFolder}/ner/${file}.tsv`, language);
  return texts.slice(Math.floor(texts.length * from), Math.floor(texts.length * to));
}
