import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { normalText } from '../detect.ts';

/** Sentences without end, the same each time: Danish prose that people wrote where it is at hand, made-up office prose else. */
export interface Prose {
  sentence(): string;
  /** About so many characters of sentences. */
  paragraph(length: number): string;
}

export function createProse(from = 0): Prose {
  const sentences = known();
  let at = from;
  const sentence = (): string => sentences[at++ % sentences.length] ?? '';
  return {
    sentence,
    paragraph(length) {
      let text = sentence();
      while (text.length < length) text += ` ${sentence()}`;
      return text;
    },
  };
}

/** Lies beside the checkout where the evaluation's data are; is never copied into it. */
const WRITTEN = fileURLToPath(new URL('../../../../shared/data/text/da_sentences.txt', import.meta.url));
const MADE_LENGTH = 200_000;

let sentences: readonly string[] | null = null;

function known(): readonly string[] {
  const text = existsSync(WRITTEN) ? readFileSync(WRITTEN, 'utf8') : normalText(MADE_LENGTH, 11);
  return (sentences ??= text.split(/(?<=[.!?])\s+/).filter((one) => one.trim() !== ''));
}
