import type { MeasuredType } from '#quality/figures.ts';
import type { Rng } from '../../demo/rng.ts';

/** How one writer writes: each made document has one hand and keeps to it mostly. */
export interface Hand {
  readonly rng: Rng;
  readonly language: 'da' | 'en';
  readonly cprHabit: 'hyphen' | 'plain' | 'space' | 'dash' | 'spaced-hyphen';
  readonly phoneHabit: 'pairs' | 'plain' | 'fours' | 'country' | 'country-plain';
}

/** What fills a slot of a document: a text, and the type that must be found there; null: nothing may be found. */
export interface Slot {
  readonly type: MeasuredType | null;
  readonly fill: (hand: Hand) => string;
}
