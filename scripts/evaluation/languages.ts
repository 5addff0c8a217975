import { readFileSync } from 'node:fs';
import { languageOf, type TextLanguage } from '#detect/index.ts';

/** How often the language of short paragraphs is told: of `paragraphs` of 100 to 300 letters, `right` and `wrong`. */
export interface LanguageMeasure {
  readonly language: TextLanguage;
  readonly paragraphs: number;
  readonly right: number;
  readonly wrong: number;
}

const FILES: readonly (readonly [TextLanguage, string])[] = [
  ['da', 'da'],
  ['nb', 'no'],
  ['sv', 'sv'],
  ['en', 'en'],
  ['de', 'de'],
];

/** On every second sentence of the folder's `text/`: the others taught the runs of letters. */
export function measureLanguages(data: string): LanguageMeasure[] {
  return FILES.map(([language, file]) => {
    const sentences = readFileSync(`${data}/text/${file}_sentences.txt`, 'utf8')
      .split(/(?<=[.!?]) (?=[A-ZÆØÅÖÄÜ])/)
      .filter((sentence, index) => index % 2 === 1 && sentence.length >= 100 && sentence.length <= 300);
    const told = sentences.map(languageOf);
    const right = told.filter((one) => one === language).length;
    const none = told.filter((one) => one === null).length;
    return { language, paragraphs: sentences.length, right, wrong: sentences.length - right - none };
  });
}
