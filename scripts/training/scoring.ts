import { namesIn } from '#detect/names/decoding.ts';
import { read } from '#detect/names/reading.ts';
import { LABELS, type Weights } from '#detect/names/weights.ts';
import type { GoldText } from './corpus.ts';

export interface Score {
  readonly found: number;
  readonly wanted: number;
  readonly right: number;
}

/** Exact spans by kind: what the model alone finds against the gold spans. */
export function scoreModel(texts: readonly GoldText[], weights: Weights): Map<string, Score> {
  const scores = new Map<string, Score>();
  const add = (kind: string, found: number, wanted: number, right: number): void => {
    const before = scores.get(kind) ?? { found: 0, wanted: 0, right: 0 };
    scores.set(kind, {
      found: before.found + found,
      wanted: before.wanted + wanted,
      right: before.right + right,
    });
  };
  for (const { text, spans } of texts) {
    const reading = read(text, weights.letters, weights.lists);
    const gold = new Set(spans.map(({ kind, start, end }) => `${kind} ${start} ${end}`));
    for (const { kind } of spans) add(kind, 0, 1, 0);
    for (const { from, to, label } of namesIn(reading, weights)) {
      const kind = (LABELS[label] ?? 'O').slice(2);
      const key = `${kind} ${reading.tokens.starts[from] ?? 0} ${reading.tokens.ends[to - 1] ?? 0}`;
      add(kind, 1, 0, gold.has(key) ? 1 : 0);
    }
  }
  return scores;
}

/** Precision, recall and their harmonic mean, each from 0 to 100. */
export function ratesOf({ found, wanted, right }: Score): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = wanted === 0 ? 0 : (100 * right) / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
