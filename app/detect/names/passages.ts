import { EMPTY, hashUnit } from './hashing.ts';
import { isCapital, type Reading } from './reading.ts';
import { BEGINS_BLOCK, BEGINS_LINE, BEGINS_SENTENCE, LOWER_WORD, MARK, NUMBER } from './token-columns.ts';
import { GIVEN_NAME, PLAIN_WORD, SURNAME, tier } from './word-list.ts';

/**
 * The parts of a text that can hold a name, as pairs of token numbers (from, to): most of a text never meets the
 * model. A token can when it has a capital that does not merely begin a sentence, or is a known name that is no plain
 * word, for those who write without capitals.
 */
export function passagesOf(reading: Reading): Int32Array {
  const { count, begins } = reading.tokens;
  let pairs = new Int32Array(256);
  let size = 0;
  let from = -1;
  let to = -1;
  const close = (): void => {
    if (from < 0) return;
    if (size + 2 > pairs.length) {
      const wider = new Int32Array(pairs.length * 2);
      wider.set(pairs);
      pairs = wider;
    }
    pairs[size++] = from;
    pairs[size++] = to;
  };
  let sentenceEnd = 0;
  let small = false;
  for (let at = 0; at < count; at += 1) {
    if (at === sentenceEnd) {
      sentenceEnd = endOfSentence(reading, at);
      small = isWrittenSmall(reading, at, sentenceEnd);
    }
    if (!mayBeName(reading, at) && !(small && mayBeSmallName(reading, at))) continue;
    const apart = ((begins[at] ?? 0) & BEGINS_BLOCK) !== 0;
    if (from < 0 || at - to > BRIDGED || apart || at - from >= LONGEST) {
      close();
      from = at;
    }
    to = at + 1;
  }
  close();
  return pairs.subarray(0, size);
}

/**
 * Where a sentence ends: also before a line that begins with a capital, a number or a sign, as those of a chat do, and
 * where it has become too long for one.
 */
function endOfSentence({ tokens: { begins, kinds, count } }: Reading, from: number): number {
  let to = from + 1;
  while (
    to < count &&
    to - from < LONGEST &&
    ((begins[to] ?? 0) & BEGINS_SENTENCE) === 0 &&
    (((begins[to] ?? 0) & BEGINS_LINE) === 0 || kinds[to] === LOWER_WORD)
  )
    to += 1;
  return to;
}

/**
 * Whether a sentence is written as people chat: no capitals, but perhaps in the name of who speaks and in the first
 * word behind it ("Line: Ring til jonas"). Ordinary prose begins its sentences with one.
 */
function isWrittenSmall({ tokens: { kinds, lower } }: Reading, from: number, to: number): boolean {
  let first = from;
  for (let at = from; at < Math.min(to, from + SPEAKER); at += 1) if (lower[at] === COLON) first = at + 1;
  let small = 0;
  for (let at = first; at < to; at += 1) {
    const kind = kinds[at] ?? MARK;
    if (kind === LOWER_WORD) small += 1;
    else if (isCapital(kind) && (at > first || first === from)) return false;
  }
  return small >= 2;
}

/** A time and a name before the colon take no more tokens than these. */
const SPEAKER = 10;
const COLON = hashUnit(EMPTY, 0x3a);

/** In such a sentence: a word that nobody writes otherwise, or a known name or place, plain word or not. */
function mayBeSmallName({ tokens: { kinds }, words, places }: Reading, at: number): boolean {
  if (kinds[at] !== LOWER_WORD) return false;
  const bits = words[at] ?? 0;
  const plain = tier(bits, PLAIN_WORD);
  if (plain === 0) return true;
  const given = tier(bits, GIVEN_NAME);
  return given === 3 || places[at] !== 0 || (plain < 3 && (given > 0 || tier(bits, SURNAME) > 0));
}

/** So many tokens between two that may be names belong to the passage: "Anna von der Heide", "Holm & Krogh". */
const BRIDGED = 2;

/** A sequence of capitals is cut after so many tokens: what it costs stays linear, and how far it can look, local. */
const LONGEST = 120;

function mayBeName(reading: Reading, at: number): boolean {
  const { tokens, words, places } = reading;
  const kind = tokens.kinds[at] ?? MARK;
  if (kind === MARK || kind === NUMBER) return false;
  const bits = words[at] ?? 0;
  const plain = tier(bits, PLAIN_WORD);
  const given = tier(bits, GIVEN_NAME);
  if (kind === LOWER_WORD)
    return (
      plain === 0 &&
      (given >= 2 || tier(bits, SURNAME) === 2 || places[at] !== 0 || followsSmallName(reading, at))
    );
  if (plain === 0) return true;
  if (given >= 2 || tier(bits, SURNAME) > 0 || places[at] !== 0) return true;
  const beginsSentence = ((tokens.begins[at] ?? 0) & BEGINS_SENTENCE) !== 0;
  return !(beginsSentence || plain === 3) || isCapital(tokens.kinds[at + 1] ?? MARK);
}

/** The surname of "kjeld holmgaard", which need not be known when the given name is. */
function followsSmallName({ tokens, words }: Reading, at: number): boolean {
  const before = words[at - 1] ?? 0;
  return (
    at > 0 &&
    tokens.kinds[at - 1] === LOWER_WORD &&
    (tokens.begins[at] ?? 0) === 0 &&
    tier(before, GIVEN_NAME) >= 2 &&
    tier(before, PLAIN_WORD) === 0
  );
}
