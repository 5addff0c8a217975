/**
 * Hashes of 32 bits over code units and over other hashes. They decide where a feature's weights lie in the weights
 * file (docs/formats/name-model.md): changing anything here makes every trained file useless.
 */
export const EMPTY = 0x811c9dc5 | 0;

/** FNV-1a, a code unit at a time. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A feature's key from its template's number and one or two values; all bits of the result depend on all of them. */
export function mix(template: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ second, 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}

/** The key of a phrase from its words' folded hashes, one after the other, beginning with 0. */
export function hashPhrase(phrase: number, word: number): number {
  return Math.imul(phrase ^ word, 0x5bd1e995) ^ (word >>> 7);
}

/** Where to look for a key first in a table of so many slots: its upper bits choose, so a table may have any length. */
export function firstSlot(key: number, capacity: number): number {
  return ((key >>> 0) * (capacity / 0x100000000)) | 0;
}
