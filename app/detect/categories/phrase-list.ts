import type { FindingType } from '../finding.ts';

/** Languages that lists of phrases are written in. */
export type ListLanguage = 'da' | 'en' | 'sv' | 'nb' | 'de';

/**
 * The phrases that tell of one category in one language, parted by commas. A phrase stands for its inflections too.
 * `*` at its end stands for any letters (`kræft*` is in "kræftsygdom"), at its beginning likewise (`*kræft` is in
 * "brystkræft"), `!` at its end for no inflections (`gæld!`: "gælder" is none of it); a capital stands for a capital only (`Venstre` is a party, "til venstre" a direction).
 */
export interface PhraseList {
  readonly type: FindingType;
  readonly language: ListLanguage;
  /** Said of a particular person nearly always: "er sygemeldt". */
  readonly sure: string;
  /** Said of a person as often as in general: somebody must stand beside it. */
  readonly plain: string;
  /** Means something else more often: somebody and a related word must stand beside it. */
  readonly weak: string;
  /** The related words, which show that a phrase is meant in this category. */
  readonly beside: string;
  /** What stands before a colon, or above a column, that holds this category. */
  readonly labels: string;
}

export type Strength = 'sure' | 'plain' | 'weak';

/** The phrases of one entry of a list, as they are written: white space made single, empty ones left out. */
export function phrasesIn(written: string): string[] {
  return written
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}
