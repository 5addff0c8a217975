import { namesIn } from '#detect/names/decoding.ts';
import { read } from '#detect/names/reading.ts';
import { LABELS, type Weights } from '#detect/names/weights.ts';
import type { GoldText } from './corpus.ts';

/**
 * What the model's log odds are divided by so that of names at 0.9 nine in ten are right: the value from 0.5 to 5 that
 * makes the dev parts' outcomes the most likely. Court decisions are left to the evaluation.
 */
export function fitTemperature(texts: readonly GoldText[], weights: Weights): number {
  const outcomes: { odds: number; right: boolean }[] = [];
  for (const { text, spans, language } of texts) {
    if (language === 'de') continue;
    const reading = read(text, weights.letters, weights.lists);
    const gold = new Set(spans.map(({ kind, start, end }) => `${kind} ${start} ${end}`));
    for (const { from, to, label, probability } of namesIn(reading, weights)) {
      const kind = (LABELS[label] ?? 'O').slice(2);
      if (kind !== 'PER' && kind !== 'LOC') continue;
      const place = `${kind} ${reading.tokens.starts[from] ?? 0} ${reading.tokens.ends[to - 1] ?? 0}`;
      outcomes.push({
        odds: Math.log(probability / Math.max(1e-9, 1 - probability)),
        right: gold.has(place),
      });
    }
  }
  let best = 1;
  let least = Infinity;
  for (let step = 10; step <= 100; step += 1) {
    const temperature = step / 20;
    let loss = 0;
    for (const { odds, right } of outcomes)
      loss += Math.log(1 + Math.exp((right ? -odds : odds) / temperature));
    if (loss < least) {
      least = loss;
      best = temperature;
    }
  }
  return best;
}
