import { hashPhrase } from './hashing.ts';
import type { Letters } from './letters.ts';
import { CAPITALISED, INITIAL, LOWER_WORD, MARK, NUMBER, type Tokens } from './token-columns.ts';
import { tokensOf } from './tokens.ts';
import { PHRASE_BEGINS, PLACE, PLAIN_WORD, STREET, tier, type WordList } from './word-list.ts';

/**
 * A text as the name model reads it: its tokens, and for each what the lists know of it. `words` holds the word's own
 * bits; `places` its part in the longest place or street of the lists that it stands in: 0 none, else
 * `1 + 2 * tier + (0 for the first word, 1 for the others)`, and 8 more in a street.
 */
export interface Reading {
  readonly text: string;
  readonly letters: Letters;
  readonly tokens: Tokens;
  readonly words: Uint16Array;
  readonly places: Uint8Array;
}

export function read(text: string, letters: Letters, lists: WordList): Reading {
  const tokens = tokensOf(text, letters);
  const { count, folded, stems, heads, kinds } = tokens;
  const words = new Uint16Array(count + 1);
  const places = new Uint8Array(count + 1);
  for (let at = 0; at < count; at += 1) {
    const kind = kinds[at] ?? MARK;
    if (kind === MARK || kind === NUMBER) continue;
    let bits = lists.look(folded[at] ?? 0);
    // "Kelds" is Keld's and "Lise-Mai" begins with Lise; "Hans" and "Jens" are in the lists as they stand.
    if ((bits & NAME_BITS) === 0 && kind !== LOWER_WORD) {
      const stem = stems[at] ?? 0;
      const head = heads[at] ?? 0;
      if (stem !== 0) bits |= lists.look(stem) & NAME_BITS;
      if (head !== 0) bits |= lists.look(head) & NAME_BITS;
    }
    words[at] = bits;
  }
  for (let at = 0; at < count; at += 1) {
    const kind = kinds[at] ?? MARK;
    if (kind === MARK) continue;
    // Without a capital only what is no plain word: "odense", not "hammel".
    if (kind === LOWER_WORD && tier(words[at] ?? 0, PLAIN_WORD) > 0) continue;
    at += markPhrase(tokens, at, lists, places);
  }
  return { text, letters, tokens, words, places };
}

const LONGEST_PHRASE = 6;
/** Given name and surname. */
const NAME_BITS = 0xf;
/** Place and street. */
const PLACE_BITS = 0x3c0;

/** Marks the longest phrase that begins here; returns how many tokens beyond this one it takes. */
function markPhrase(tokens: Tokens, at: number, lists: WordList, places: Uint8Array): number {
  const { count, folded, stems, begins } = tokens;
  let phrase = 0;
  let longest = 0;
  let found = 0;
  for (let length = 1; length <= LONGEST_PHRASE && at + length <= count; length += 1) {
    const word = at + length - 1;
    if (length > 1 && ((begins[word] ?? 0) & 4) !== 0) break;
    const stem = stems[word] ?? 0;
    const genitive = stem === 0 ? 0 : lists.look(hashPhrase(phrase, stem)) & PLACE_BITS;
    phrase = hashPhrase(phrase, folded[word] ?? 0);
    const bits = lists.look(phrase) | genitive;
    if (bits === 0) break;
    if (tier(bits, PLACE) > 0 || tier(bits, STREET) > 0) {
      longest = length;
      found = bits;
    }
    if (tier(bits, PHRASE_BEGINS) === 0) break;
  }
  if (longest === 0) return 0;
  const code = 1 + 2 * tier(found, PLACE) + (tier(found, STREET) > 0 ? 8 : 0);
  for (let word = 0; word < longest; word += 1) places[at + word] = code + (word > 0 ? 1 : 0);
  return longest - 1;
}

/** Whether a token is written as names are: with a capital. */
export function isCapital(kind: number): boolean {
  return kind >= CAPITALISED && kind <= INITIAL;
}
