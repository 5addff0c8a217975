import { Unread } from '../format.ts';
import type { RangeCoder } from './range-coder.ts';
import { chances } from './range-coder.ts';

const STATES = 12;
const POSITIONS = 16;
const END_MARK = 0xffffffff;
const MIN_LENGTH = 2;
const MIN_WINDOW = 4096;

/**
 * LZMA (Igor Pavlov's specification of 2015): a window of what was unpacked last, and a decoder that adds to it. The
 * window has the size that the stream asks for; the constructor throws `Unread('too_large')` past `limit` bytes of it.
 */
export class Lzma {
  readonly #window: Uint8Array;
  #at = 0;
  #filled = 0;
  #written = 0;
  #settings = { lc: 0, lp: 0, pb: 0 };
  #state = 0;
  #distances: [number, number, number, number] = [0, 0, 0, 0];
  #tables = new Tables(0);
  #repeat = 0;

  constructor(size: number, limit: number) {
    if (size > limit) throw new Unread('too_large');
    this.#window = new Uint8Array(Math.max(MIN_WINDOW, size));
  }

  /** Reads the three numbers that one byte of a stream holds, and begins anew. Throws `Unread('corrupt')`. */
  configure(byte: number): void {
    if (byte >= 9 * 5 * 5) throw new Unread('corrupt');
    this.#settings = { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
    this.restart();
  }

  /** Forgets what was learned, not what was unpacked. */
  restart(): void {
    this.#state = 0;
    this.#distances = [0, 0, 0, 0];
    this.#repeat = 0;
    this.#tables = new Tables(this.#settings.lc + this.#settings.lp);
  }

  /** Forgets what was unpacked. */
  forget(): void {
    this.#filled = 0;
    this.#written = 0;
  }

  /** Takes over bytes that are not packed. */
  copy(bytes: Uint8Array): void {
    for (const byte of bytes) this.#put(byte);
  }

  /** Unpacks `count` bytes; fewer where the stream marks its end. Throws `Unread('corrupt')`. */
  unpack(coder: RangeCoder, count: number): { bytes: Uint8Array; ended: boolean } {
    const out = new Uint8Array(count);
    for (let length = 0; length < count;) {
      if (this.#repeat > 0) {
        this.#repeat--;
        out[length++] = this.#put(this.#back(this.#distances[0]));
        continue;
      }
      const position = this.#written & ((1 << this.#settings.pb) - 1);
      if (coder.bit(this.#tables.matches, this.#state * POSITIONS + position) === 0)
        out[length++] = this.#literal(coder);
      else if (!this.#match(coder, position)) return { bytes: out.subarray(0, length), ended: true };
    }
    return { bytes: out, ended: false };
  }

  #literal(coder: RangeCoder): number {
    const { lc, lp } = this.#settings;
    const before = this.#filled > 0 ? this.#back(0) : 0;
    const context = ((this.#written & ((1 << lp) - 1)) << lc) + (before >> (8 - lc));
    const table = this.#tables.literals;
    const from = 0x300 * context;
    let symbol = 1;
    if (this.#state >= 7) {
      let expected = this.#back(this.#distances[0]);
      while (symbol < 0x100) {
        const wanted = (expected >> 7) & 1;
        expected <<= 1;
        const bit = coder.bit(table, from + ((1 + wanted) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (wanted !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | coder.bit(table, from + symbol);
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
    return this.#put(symbol & 0xff);
  }

  /** Sets from where how much is to be repeated; false for the mark of the end. */
  #match(coder: RangeCoder, position: number): boolean {
    const tables = this.#tables;
    const state = this.#state;
    if (coder.bit(tables.isRepeat, state) === 0) {
      const length = tables.length.read(coder, position);
      const distance = this.#distance(coder, length);
      if (distance === END_MARK) return false;
      const [a, b, c] = this.#distances;
      this.#distances = [distance, a, b, c];
      this.#state = state < 7 ? 7 : 10;
      this.#repeat = length + MIN_LENGTH;
    } else if (this.#isShortRepeat(coder, position)) {
      this.#state = state < 7 ? 9 : 11;
      this.#repeat = 1;
    } else {
      this.#repeat = tables.repeatLength.read(coder, position) + MIN_LENGTH;
      this.#state = state < 7 ? 8 : 11;
    }
    if (this.#distances[0] >= this.#filled) throw new Unread('corrupt');
    return true;
  }

  /** One byte from the last distance; otherwise one of the last four distances comes to the front. */
  #isShortRepeat(coder: RangeCoder, position: number): boolean {
    const tables = this.#tables;
    const state = this.#state;
    if (coder.bit(tables.isRepeat0, state) === 0)
      return coder.bit(tables.isLong, state * POSITIONS + position) === 0;
    const [a, b, c, d] = this.#distances;
    if (coder.bit(tables.isRepeat1, state) === 0) this.#distances = [b, a, c, d];
    else if (coder.bit(tables.isRepeat2, state) === 0) this.#distances = [c, a, b, d];
    else this.#distances = [d, a, b, c];
    return false;
  }

  #distance(coder: RangeCoder, length: number): number {
    const slot = coder.tree(this.#tables.slots, Math.min(length, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + coder.reverseTree(this.#tables.near, base - slot, bits);
    return base + coder.evenBits(bits - 4) * 16 + coder.reverseTree(this.#tables.align, 0, 4);
  }

  #back(distance: number): number {
    const at = this.#at - distance - 1;
    return this.#window[at < 0 ? at + this.#window.length : at] ?? 0;
  }

  #put(byte: number): number {
    this.#window[this.#at] = byte;
    if (++this.#at === this.#window.length) this.#at = 0;
    if (this.#filled < this.#window.length) this.#filled++;
    this.#written = (this.#written + 1) >>> 0;
    return byte;
  }
}

/** What is learned of a stream. */
class Tables {
  readonly literals: Uint16Array;
  readonly matches = chances(STATES * POSITIONS);
  readonly isRepeat = chances(STATES);
  readonly isRepeat0 = chances(STATES);
  readonly isRepeat1 = chances(STATES);
  readonly isRepeat2 = chances(STATES);
  readonly isLong = chances(STATES * POSITIONS);
  readonly slots = chances(4 * 64);
  readonly near = chances(128);
  readonly align = chances(16);
  readonly length = new Lengths();
  readonly repeatLength = new Lengths();

  constructor(literalBits: number) {
    this.literals = chances(0x300 << literalBits);
  }
}

class Lengths {
  readonly #choices = chances(2);
  readonly #low = chances(POSITIONS * 8);
  readonly #middle = chances(POSITIONS * 8);
  readonly #high = chances(256);

  read(coder: RangeCoder, position: number): number {
    if (coder.bit(this.#choices, 0) === 0) return coder.tree(this.#low, position * 8, 3);
    if (coder.bit(this.#choices, 1) === 0) return 8 + coder.tree(this.#middle, position * 8, 3);
    return 16 + coder.tree(this.#high, 0, 8);
  }
}
