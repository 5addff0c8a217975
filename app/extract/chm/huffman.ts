import { Unread } from '../format.ts';
import type { WordBits } from './word-bits.ts';

const LONGEST = 16;

/** A canonical Huffman code from the lengths of its codes: shorter codes first, then by symbol. */
export class HuffmanCode {
  readonly #counts = new Uint16Array(LONGEST + 1);
  readonly #symbols: Uint16Array;

  constructor(lengths: Uint8Array) {
    for (const length of lengths) this.#counts[length] = (this.#counts[length] ?? 0) + 1;
    const places = new Uint16Array(LONGEST + 2);
    for (let i = 1; i <= LONGEST; i++) places[i + 1] = (places[i] ?? 0) + (this.#counts[i] ?? 0);
    this.#symbols = new Uint16Array(lengths.length);
    for (const [symbol, length] of lengths.entries()) {
      if (length === 0) continue;
      const place = places[length] ?? 0;
      this.#symbols[place] = symbol;
      places[length] = place + 1;
    }
  }

  /** The next symbol. Throws `Unread('corrupt')` for a code that there is not. */
  read(bits: WordBits): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= bits.take(1);
      const count = this.#counts[length] ?? 0;
      if (code - count < first) return this.#symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Unread('corrupt');
  }
}
