import type { Language } from './corpus.ts';

/** A document with `{slots}`, and how often it is used, against the others. */
export interface Frame {
  readonly language: Language;
  /** How often it is used, against the others. */
  readonly weight: number;
  readonly lines: string;
}

export const frame = (language: Language, weight: number, lines: string): Frame => ({
  language,
  weight,
  lines,
});
