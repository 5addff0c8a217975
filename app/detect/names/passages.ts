import { isCapital, type Reading } from './reading.ts';
import { BEGINS_BLOCK, BEGINS_SENTENCE, LOWER_WORD, MARK, NUMBER } from './token-columns.ts';
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
  for (let at = 0; at < count; at += 1) {
    if (!mayBeName(reading, at)) continue;
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
    return plain === 0 && (given >= 2 || tier(bits, SURNAME) === 2 || followsSmallName(reading, at));
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
