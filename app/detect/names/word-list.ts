import { firstSlot } from './hashing.ts';

/**
 * What the lists know of a word or a phrase, in bits of one number: how common a given name, a surname and a plain
 * word it is, and whether it is a place or a street. Words are kept as hashes only, in one open-addressed table that
 * answers in one or two looks; a hash of 14 checked bits takes a stranger for a known word about once in 10,000.
 */
export interface WordList {
  /** @param key folded hash of a word, or `hashPhrase` of its words; 0 when it is in no list. */
  look(key: number): number;
}

/** Tiers of two bits each: 0 in no list, then rare to frequent. Places and streets are found by phrase. */
export const GIVEN_NAME = 0;
export const SURNAME = 2;
export const PLAIN_WORD = 4;
export const PLACE = 6;
export const STREET = 8;
/** The first words of a longer phrase in the lists: worth a look at the next word. */
export const PHRASE_BEGINS = 10;

export function tier(bits: number, list: number): number {
  return (bits >>> list) & 3;
}

/** @param slots a power of two of pairs: check (upper 16 bits of the key), bits. All zero: free. */
export function wordListOf(slots: Uint16Array): WordList {
  const capacity = slots.length / 2;
  return {
    look(key) {
      const check = key & 0xffff;
      for (let slot = firstSlot(key, capacity); ; slot += 1) {
        if (slot === capacity) slot = 0;
        const bits = slots[2 * slot + 1] ?? 0;
        if (bits === 0) return 0;
        if (slots[2 * slot] === check) return bits;
      }
    },
  };
}

/**
 * Lays out the table for `wordListOf`.
 * @param entries bits by key; none of the bits zero.
 */
export function layOutWords(entries: ReadonlyMap<number, number>): Uint16Array {
  const capacity = Math.ceil(entries.size / FULL);
  const slots = new Uint16Array(2 * capacity);
  for (const [key, bits] of entries) {
    let slot = firstSlot(key, capacity);
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) % capacity;
    slots[2 * slot] = key & 0xffff;
    slots[2 * slot + 1] = bits;
  }
  return slots;
}

const FULL = 0.8;
