import type { NamePlace } from './name-places.ts';
import { isCapital, type Reading } from './reading.ts';
import { BEGINS_BLOCK, BEGINS_LINE, BEGINS_SENTENCE, INITIAL, LOWER_WORD, MARK } from './token-columns.ts';
import { GIVEN_NAME, PLAIN_WORD, tier } from './word-list.ts';

/**
 * People who are named surely near by are named again by their given name or surname alone: "Abildtrup ringede". What
 * the model left out is taken up when such a word stands by itself. Looks `NEAR` characters either way, so that a window
 * of a long text gives what the whole text gives.
 * @param taken 1 for tokens that are a part of something found already.
 */
export function secondMentions(
  reading: Reading,
  places: readonly NamePlace[],
  taken: Uint8Array,
): NamePlace[] {
  const sure = sureMentions(reading, places);
  if (sure.size === 0) return [];
  const found: NamePlace[] = [];
  for (let at = 0; at < reading.tokens.count; at += 1) {
    if (taken[at] !== 0 || !isMention(reading, at, sure)) continue;
    let to = at + 1;
    while (
      to < reading.tokens.count &&
      isNeighbour(reading, to) &&
      taken[to] === 0 &&
      isMention(reading, to, sure)
    )
      to += 1;
    if (standsAlone(reading, at, to))
      found.push({ type: 'PERSON', from: at, to, probability: SURE, rule: 'named-near-by', namesake: null });
    at = to - 1;
  }
  return found;
}

/** In UTF-16 code units; well within what the text scanner keeps on both sides of a window. */
const NEAR = 1000;
/** The model's own probability from which a mention counts as sure. */
const SURE_FROM = 0.95;
/** Of such second mentions on the tuning half of the invented documents so many were right. */
const SURE = 0.85;
const NAME_TIERS = 0xf;

/** Where each word of a surely named person stands, in order, by the word's hash. */
function sureMentions(reading: Reading, places: readonly NamePlace[]): Map<number, number[]> {
  const { tokens, words } = reading;
  const mentions = new Map<number, number[]>();
  for (const { type, from, to, probability, namesake } of places) {
    if (type !== 'PERSON' || namesake !== null || probability < SURE_FROM) continue;
    for (let at = from; at < to; at += 1) {
      const kind = tokens.kinds[at] ?? MARK;
      const known = ((words[at] ?? 0) & NAME_TIERS) !== 0;
      if (kind === INITIAL || kind === MARK || (kind === LOWER_WORD && to - from > 1 && !known)) continue;
      if ((tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0) < 2 || (to - from === 1 && !known)) continue;
      const hash = wordOf(reading, at);
      const positions = mentions.get(hash) ?? [];
      positions.push(tokens.starts[at] ?? 0);
      mentions.set(hash, positions);
    }
  }
  return mentions;
}

/** A word without its genitive. */
function wordOf({ tokens, words }: Reading, at: number): number {
  const stem = tokens.stems[at] ?? 0;
  // "Hans" and "Jens" are names with their s.
  return stem !== 0 && tier(words[at] ?? 0, GIVEN_NAME) < 2 ? stem : (tokens.folded[at] ?? 0);
}

function isMention(reading: Reading, at: number, sure: ReadonlyMap<number, readonly number[]>): boolean {
  const { tokens, words } = reading;
  const kind = tokens.kinds[at] ?? MARK;
  if (kind !== LOWER_WORD && (!isCapital(kind) || kind === INITIAL)) return false;
  const bits = words[at] ?? 0;
  const plain = tier(bits, PLAIN_WORD);
  const given = tier(bits, GIVEN_NAME) >= 2;
  if (kind === LOWER_WORD ? plain > 0 : plain > 0 && !given && opensSentence(reading, at)) return false;
  const folded = sure.get(tokens.folded[at] ?? 0);
  const stem = sure.get(tokens.stems[at] ?? 0);
  return isNear(folded, tokens.starts[at] ?? 0) || isNear(stem, tokens.starts[at] ?? 0);
}

function opensSentence({ tokens }: Reading, at: number): boolean {
  return ((tokens.begins[at] ?? 0) & BEGINS_SENTENCE) !== 0;
}

function isNear(positions: readonly number[] | undefined, place: number): boolean {
  if (!positions) return false;
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < place - NEAR) low = middle + 1;
    else high = middle;
  }
  return (positions[low] ?? Infinity) <= place + NEAR;
}

/** Whether a token stands right behind the one before it: no sign, no new line or cell between. */
function isNeighbour({ tokens }: Reading, at: number): boolean {
  return ((tokens.begins[at] ?? 0) & (BEGINS_BLOCK | BEGINS_LINE | BEGINS_SENTENCE)) === 0;
}

/** No capitalised word on either side, which would make it a part of something else: "Holm Auto", "Bjarnes Plads". */
function standsAlone(reading: Reading, from: number, to: number): boolean {
  const { kinds, count } = reading.tokens;
  if (to < count && isNeighbour(reading, to) && isCapital(kinds[to] ?? MARK)) return false;
  if (from === 0 || !isNeighbour(reading, from)) return true;
  const before = kinds[from - 1] ?? MARK;
  return !isCapital(before) || opensSentence(reading, from - 1) || before === INITIAL;
}
