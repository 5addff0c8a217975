import { Unread } from '../format.ts';

/** Bits as LZX packs them: words of sixteen, the lower byte first, the highest bit of each first. */
export class WordBits {
  readonly #bytes: Uint8Array;
  #at = 0;
  #word = 0;
  #left = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** At most 16 bits. Throws `Unread('corrupt')` well past the end; a last word may be missing. */
  take(count: number): number {
    let value = 0;
    for (let wanted = count; wanted > 0;) {
      if (this.#left === 0) this.#fill();
      const bits = Math.min(wanted, this.#left);
      this.#left -= bits;
      value = (value << bits) | ((this.#word >> this.#left) & ((1 << bits) - 1));
      wanted -= bits;
    }
    return value;
  }

  /** Passes over what is left of the word. */
  align(): void {
    this.#left = 0;
  }

  /** Bytes that are not packed, where a word begins. */
  bytes(count: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + count);
    if (bytes.length < count) throw new Unread('corrupt');
    this.#at += count;
    return bytes;
  }

  /** Whether the place is between two words. */
  get aligned(): boolean {
    return this.#left === 0;
  }

  #fill(): void {
    if (this.#at > this.#bytes.length + 4) throw new Unread('corrupt');
    this.#word = (this.#bytes[this.#at] ?? 0) | ((this.#bytes[this.#at + 1] ?? 0) << 8);
    this.#at += 2;
    this.#left = 16;
  }
}
