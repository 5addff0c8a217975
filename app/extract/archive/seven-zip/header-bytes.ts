import { Unread } from '../../format.ts';

/** Lists of this length take some hundred megabytes; archives of more files are not known. */
const MOST = 1_000_000;

/**
 * The bytes of a 7z header, read in order. What lies past the end, or claims to be more than there is, throws
 * `Unread('corrupt')`: each count is held against the header's length, so that a lie costs no memory.
 */
export class HeaderBytes {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  byte(): number {
    return this.bytes(1)[0] ?? 0;
  }

  bytes(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw new Unread('corrupt');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The ones at the beginning of the first byte say how many bytes follow; what is left of it is the highest part. */
  number(): number {
    const first = this.byte();
    let value = 0;
    for (let i = 0; i < 8; i++) {
      const mask = 0x80 >> i;
      if ((first & mask) === 0) return whole(value + (first & (mask - 1)) * 256 ** i);
      value += this.byte() * 256 ** i;
    }
    return whole(value);
  }

  /** How many of something there are, none of which is without a byte in the header. Throws 'too_large' past a million. */
  count(): number {
    const count = this.number();
    if (count > this.#bytes.length) throw new Unread('corrupt');
    if (count > MOST) throw new Unread('too_large');
    return count;
  }

  numbers(count: number): number[] {
    return Array.from({ length: count }, () => this.number());
  }

  bits(count: number): boolean[] {
    const bytes = this.bytes(Math.ceil(count / 8));
    return Array.from({ length: count }, (_, i) => ((bytes[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0);
  }

  /** Bits for which of them something is there, or one byte when it is for all. */
  defined(count: number): boolean[] {
    return this.byte() === 0 ? this.bits(count) : Array.from({ length: count }, () => true);
  }

  /** Numbers of four bytes, null where none is there. */
  words(count: number): (number | null)[] {
    return this.defined(count).map((is) => (is ? this.bytes(4).readUInt32LE(0) : null));
  }

  expect(byte: number): void {
    if (this.byte() !== byte) throw new Unread('corrupt');
  }
}

function whole(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER) throw new Unread('corrupt');
  return value;
}
