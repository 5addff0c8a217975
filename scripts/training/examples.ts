import { featuresOf, MOST_FEATURES } from '#detect/names/features.ts';
import { passagesOf } from '#detect/names/passages.ts';
import { read } from '#detect/names/reading.ts';
import type { Letters } from '#detect/names/letters.ts';
import type { Tokens } from '#detect/names/token-columns.ts';
import { LABELS } from '#detect/names/weights.ts';
import type { WordList } from '#detect/names/word-list.ts';
import type { GoldSpan, GoldText } from './corpus.ts';

/**
 * Training passages in columns: passage `n` has the tokens from `from[n]` to `from[n + 1]`; token `t` has the gold
 * label `gold[t]` and the features `features[offsets[t]]` up to `offsets[t + 1]`, as numbers of weight rows.
 */
export interface Examples {
  readonly from: number[];
  readonly gold: number[];
  readonly offsets: number[];
  readonly features: Int32Array;
}

/** Numbers for feature keys, in the order in which they are met. */
export class FeatureNumbers {
  readonly numbers = new Map<number, number>();
  readonly counts = new Map<number, number>();

  count(key: number): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** Numbers for all keys met at least so often; the others are forgotten. */
  settle(least: number): void {
    for (const [key, count] of this.counts) {
      if (count >= least) this.numbers.set(key, this.numbers.size);
      else this.counts.delete(key);
    }
  }
}

/** The labels of a text's tokens: a token is in a span when more than half of it is. */
export function labelsOf(tokens: Tokens, spans: readonly GoldSpan[]): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  for (const { start, end, kind } of spans) {
    let begun = false;
    for (let at = 0; at < tokens.count; at += 1) {
      const from = tokens.starts[at] ?? 0;
      const to = tokens.ends[at] ?? 0;
      if (from >= end) break;
      const shared = Math.min(to, end) - Math.max(from, start);
      if (shared * 2 <= to - from) continue;
      labels[at] = LABELS.indexOf(`${begun ? 'I' : 'B'}-${kind}`);
      begun = true;
    }
  }
  return labels;
}

/** Calls back with each passage's tokens: gold label and feature keys, `keys` valid up to `count`. */
export function walkPassages(
  texts: readonly GoldText[],
  letters: Letters,
  lists: WordList,
  onPassage: () => void,
  onToken: (label: number, keys: Int32Array, count: number) => void,
): void {
  const keys = new Int32Array(MOST_FEATURES);
  for (const { text, spans } of texts) {
    const reading = read(text, letters, lists);
    const labels = labelsOf(reading.tokens, spans);
    const passages = passagesOf(reading);
    for (let pair = 0; pair < passages.length; pair += 2) {
      onPassage();
      let before = 0;
      for (let at = passages[pair] ?? 0; at < (passages[pair + 1] ?? 0); at += 1) {
        let label = labels[at] ?? 0;
        // An inside label whose beginning lies outside the passage begins here.
        if (label > 0 && label % 2 === 0 && before !== label && before !== label - 1) label -= 1;
        onToken(label, keys, featuresOf(reading, at, keys));
        before = label;
      }
    }
  }
}

export function examplesOf(
  texts: readonly GoldText[],
  letters: Letters,
  lists: WordList,
  features: FeatureNumbers,
): Examples {
  const from: number[] = [];
  const gold: number[] = [];
  const offsets: number[] = [0];
  let numbers = new Int32Array(1 << 20);
  let size = 0;
  walkPassages(
    texts,
    letters,
    lists,
    () => from.push(gold.length),
    (label, keys, count) => {
      gold.push(label);
      if (size + MOST_FEATURES > numbers.length) {
        const wider = new Int32Array(numbers.length * 2);
        wider.set(numbers);
        numbers = wider;
      }
      for (let index = 0; index < count; index += 1) {
        const number = features.numbers.get(keys[index] ?? 0);
        if (number !== undefined) numbers[size++] = number;
      }
      offsets.push(size);
    },
  );
  from.push(gold.length);
  return { from, gold, offsets, features: numbers.subarray(0, size) };
}
