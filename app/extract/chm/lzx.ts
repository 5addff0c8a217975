import { Unread } from '../format.ts';
import { HuffmanCode } from './huffman.ts';
import { WordBits } from './word-bits.ts';

/** What is unpacked between two points where the bits begin a new word, in bytes. */
export const FRAME = 32_768;

const [VERBATIM, ALIGNED, PLAIN] = [1, 2, 3];
const LENGTHS = 249;
const MIN_MATCH = 2;
/** How many distances there are to choose from, by the window's size as a power of two. */
const SLOTS: Record<number, number> = { 15: 30, 16: 32, 17: 34, 18: 36, 19: 38, 20: 42, 21: 50 };
const EXTRA = Array.from({ length: 50 }, (_, slot) => Math.min(17, slot < 4 ? 0 : (slot >> 1) - 1));
const BASE = EXTRA.map((_, slot) => EXTRA.slice(0, slot).reduce((sum, bits) => sum + 2 ** bits, 0));

/**
 * LZX (Microsoft's LZX DELTA specification MS-PATCH, without deltas, and [MS-CAB]'s description) as help files pack: each
 * stretch between two resets is unpacked by itself. `size` is how many bytes it becomes. Throws `Unread('corrupt')`.
 */
export function unpackedLzx(packed: Uint8Array, size: number, windowBits: number): Buffer {
  const slots = SLOTS[windowBits];
  if (slots === undefined) throw new Unread('unsupported');
  return new Stretch(packed, size, slots).unpacked();
}

class Stretch {
  readonly #bits: WordBits;
  readonly #out: Buffer;
  readonly #mainLengths: Uint8Array;
  readonly #lengthLengths = new Uint8Array(LENGTHS);
  #at = 0;
  #recent: [number, number, number] = [1, 1, 1];
  #block = { kind: 0, left: 0, wasOdd: false };
  #main = new HuffmanCode(new Uint8Array(1));
  #lengths = new HuffmanCode(new Uint8Array(1));
  #aligned = new HuffmanCode(new Uint8Array(1));

  constructor(packed: Uint8Array, size: number, slots: number) {
    this.#bits = new WordBits(packed);
    this.#out = Buffer.alloc(size);
    this.#mainLengths = new Uint8Array(256 + slots * 8);
  }

  unpacked(): Buffer {
    const programSize = this.#bits.take(1) === 1 ? this.#bits.take(16) * 65_536 + this.#bits.take(16) : 0;
    while (this.#at < this.#out.length) {
      const end = Math.min(this.#out.length, this.#at + FRAME);
      while (this.#at < end) {
        if (this.#block.left === 0) this.#beginBlock();
        this.#fill(Math.min(end, this.#at + this.#block.left));
      }
      this.#bits.align();
    }
    if (programSize > 0) withoutCalls(this.#out, programSize);
    return this.#out;
  }

  #beginBlock(): void {
    const bits = this.#bits;
    if (this.#block.kind === PLAIN && this.#block.wasOdd) bits.bytes(1);
    const kind = bits.take(3);
    const left = bits.take(8) * 65_536 + bits.take(16);
    if (left === 0) throw new Unread('corrupt');
    this.#block = { kind, left, wasOdd: left % 2 === 1 };
    if (kind === PLAIN) {
      if (bits.aligned) bits.take(16);
      bits.align();
      const recent = Buffer.from(bits.bytes(12));
      this.#recent = [recent.readUInt32LE(0), recent.readUInt32LE(4), recent.readUInt32LE(8)];
      return;
    }
    if (kind !== VERBATIM && kind !== ALIGNED) throw new Unread('corrupt');
    if (kind === ALIGNED) this.#aligned = new HuffmanCode(Uint8Array.from({ length: 8 }, () => bits.take(3)));
    this.#readLengths(this.#mainLengths, 0, 256);
    this.#readLengths(this.#mainLengths, 256, this.#mainLengths.length);
    this.#readLengths(this.#lengthLengths, 0, LENGTHS);
    this.#main = new HuffmanCode(this.#mainLengths);
    this.#lengths = new HuffmanCode(this.#lengthLengths);
  }

  /** Lengths are told as differences to those of the block before, packed by a code of their own. */
  #readLengths(lengths: Uint8Array, from: number, to: number): void {
    const bits = this.#bits;
    const code = new HuffmanCode(Uint8Array.from({ length: 20 }, () => bits.take(4)));
    for (let i = from; i < to;) {
      const symbol = code.read(bits);
      if (symbol < 17) {
        lengths[i] = ((lengths[i] ?? 0) + 17 - symbol) % 17;
        i++;
        continue;
      }
      const count = symbol === 17 ? 4 + bits.take(4) : symbol === 18 ? 20 + bits.take(5) : 4 + bits.take(1);
      const value = symbol === 19 ? ((lengths[i] ?? 0) + 17 - code.read(bits)) % 17 : 0;
      if (i + count > to) throw new Unread('corrupt');
      lengths.fill(value, i, i + count);
      i += count;
    }
  }

  /** Unpacks up to a place; a match may go beyond it within its block. */
  #fill(end: number): void {
    const start = this.#at;
    if (this.#block.kind === PLAIN) {
      this.#out.set(this.#bits.bytes(end - start), start);
      this.#at = end;
    }
    while (this.#at < end) {
      const symbol = this.#main.read(this.#bits);
      if (symbol < 256) this.#out[this.#at++] = symbol;
      else this.#copy(symbol - 256);
    }
    this.#block.left -= this.#at - start;
    if (this.#block.left < 0) throw new Unread('corrupt');
  }

  #copy(symbol: number): void {
    const short = symbol & 7;
    const length = MIN_MATCH + (short < 7 ? short : 7 + this.#lengths.read(this.#bits));
    const distance = this.#distance(symbol >> 3);
    if (distance > this.#at || this.#at + length > this.#out.length) throw new Unread('corrupt');
    const out = this.#out;
    for (let i = 0; i < length; i++, this.#at++) out[this.#at] = out[this.#at - distance] ?? 0;
  }

  #distance(slot: number): number {
    const [a, b, c] = this.#recent;
    if (slot === 0) return a;
    if (slot === 1) this.#recent = [b, a, c];
    else if (slot === 2) this.#recent = [c, b, a];
    else {
      const extra = EXTRA[slot] ?? 0;
      let distance = (BASE[slot] ?? 0) - 2;
      if (this.#block.kind === ALIGNED && extra >= 3)
        distance += this.#take(extra - 3) * 8 + this.#aligned.read(this.#bits);
      else distance += this.#take(extra);
      this.#recent = [distance, a, b];
    }
    return this.#recent[0];
  }

  #take(count: number): number {
    return count > 16 ? this.#bits.take(count - 16) * 65_536 + this.#bits.take(16) : this.#bits.take(count);
  }
}

/** Programs have the targets of calls made absolute to be packed better; this makes them relative again. */
function withoutCalls(bytes: Buffer, programSize: number): void {
  for (let frame = 0; frame < bytes.length; frame += FRAME) {
    const end = Math.min(bytes.length, frame + FRAME) - 10;
    for (let at = frame; at < end; at++) {
      if (bytes[at] !== 0xe8) continue;
      const target = bytes.readInt32LE(at + 1);
      if (target >= -at && target < programSize)
        bytes.writeInt32LE(target >= 0 ? target - at : target + programSize, at + 1);
      at += 4;
    }
  }
}
