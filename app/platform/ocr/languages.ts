import { fileURLToPath } from 'node:url';

/**
 * Tesseract's names of the languages that pictures are read in, all at once: on trial five cost no more time than two.
 * English stands first because only its model knows the sign @; where another model is surer of a word, it wins.
 */
export const LANGUAGES = ['eng', 'dan', 'deu', 'swe', 'nor'] as const;

/** Where each language's model (tessdata_best, integer weights, gzip) lies: in the packages, nothing is fetched. */
export const languageFiles: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  eng: modelOf('eng'),
  dan: modelOf('dan'),
  deu: modelOf('deu'),
  swe: modelOf('swe'),
  nor: modelOf('nor'),
};

function modelOf(language: string): string {
  const path = `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`;
  return fileURLToPath(import.meta.resolve(path));
}
