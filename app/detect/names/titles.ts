import { EMPTY, hashUnit } from './hashing.ts';
import type { NamePlace } from './name-places.ts';
import { isCapital, type Reading } from './reading.ts';
import { ALL_CAPS, BEGINS_BLOCK, BEGINS_LINE, INITIAL, MARK } from './token-columns.ts';

/**
 * Who is addressed or spoken of with a title, where the model left the name out: "Hr. Fog", "fru Toftegaard". Up to
 * three capitalised words behind it on the line.
 */
export function titledPeople(reading: Reading, taken: Uint8Array): NamePlace[] {
  const { tokens, text } = reading;
  const people: NamePlace[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (!TITLES.has(tokens.lower[at] ?? 0)) continue;
    let from = at + 1;
    if (tokens.kinds[from] === MARK && text.charAt(tokens.starts[from] ?? 0) === '.') from += 1;
    // "HR Chef" and "MS Word" are none.
    else if (tokens.kinds[at] === ALL_CAPS && (tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0) === 2)
      continue;
    let to = from;
    while (to < from + MOST_WORDS && to < tokens.count && isNameWord(reading, to) && taken[to] === 0) to += 1;
    if (to > from && taken[to] !== 1)
      people.push({ type: 'PERSON', from, to, probability: TITLED, rule: 'title-before', namesake: null });
    at = Math.max(at, to - 1);
  }
  return people;
}

const MOST_WORDS = 3;
const TITLED = 0.9;

function isNameWord({ tokens }: Reading, at: number): boolean {
  const kind = tokens.kinds[at] ?? MARK;
  if (((tokens.begins[at] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) !== 0) return false;
  return isCapital(kind) && (kind === INITIAL || (tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0) > 1);
}

const TITLES: ReadonlySet<number> = new Set(
  ['hr', 'fru', 'frk', 'frøken', 'herr', 'herrn', 'frau', 'mr', 'mrs', 'ms'].map((word) =>
    Array.from(word).reduce((hash, letter) => hashUnit(hash, letter.charCodeAt(0)), EMPTY),
  ),
);
