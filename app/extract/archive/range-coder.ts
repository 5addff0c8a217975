import { Unread } from '../format.ts';

/** Where packed bytes come from. Past their end it throws `Unread('corrupt')`. */
export interface PackedBytes {
  next(): number;
}

const HALF = 1024;
const TOP = 0x1000000;

/** Chances of a bit's being 0, in 2,048ths, which are learned along the way. */
export function chances(count: number): Uint16Array {
  return new Uint16Array(count).fill(HALF);
}

/** The arithmetic decoder of LZMA: each bit costs as much of the packed bytes as it was unlikely. */
export class RangeCoder {
  readonly #bytes: PackedBytes;
  #range = 0xffffffff;
  #code = 0;

  constructor(bytes: PackedBytes) {
    this.#bytes = bytes;
    if (bytes.next() !== 0) throw new Unread('corrupt');
    for (let i = 0; i < 4; i++) this.#code = ((this.#code << 8) | bytes.next()) >>> 0;
  }

  bit(table: Uint16Array, place: number): 0 | 1 {
    const chance = table[place] ?? HALF;
    const bound = (this.#range >>> 11) * chance;
    let bit: 0 | 1 = 0;
    if (this.#code < bound) {
      table[place] = chance + ((2048 - chance) >> 5);
      this.#range = bound;
    } else {
      table[place] = chance - (chance >> 5);
      this.#range -= bound;
      this.#code -= bound;
      bit = 1;
    }
    this.#refill();
    return bit;
  }

  /** Bits that nothing is known of, the highest first. */
  evenBits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
      this.#refill();
    }
    return value;
  }

  /** So many bits by a tree of chances that starts at `from`, the highest first. */
  tree(table: Uint16Array, from: number, count: number): number {
    let node = 1;
    for (let i = 0; i < count; i++) node = (node << 1) | this.bit(table, from + node);
    return node - (1 << count);
  }

  /** The same, the lowest bit first. */
  reverseTree(table: Uint16Array, from: number, count: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < count; i++) {
      const bit = this.bit(table, from + node);
      node = (node << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  #refill(): void {
    if (this.#range >= TOP) return;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.#bytes.next()) >>> 0;
  }
}
