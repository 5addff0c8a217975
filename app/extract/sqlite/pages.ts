import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';

const HEADER = 100;

/** How a SQLite file is laid out, from its first hundred bytes (sqlite.org/fileformat2.html), and its pages by number. */
export class Pages {
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';
  /** The bytes of a page that hold content. */
  readonly usable: number;
  readonly #file: ByteSource;
  readonly #size: number;
  readonly #seen: Uint8Array;
  #left: number;

  /** Throws `Unread('corrupt')`. */
  constructor(file: ByteSource) {
    const header = Buffer.from(file.read(0, HEADER));
    if (header.length < HEADER) throw new Unread('corrupt');
    const size = header.readUInt16BE(16);
    this.#file = file;
    this.#size = size === 1 ? 65_536 : size;
    this.usable = this.#size - header.readUInt8(20);
    if (this.#size < 512 || (this.#size & (this.#size - 1)) !== 0 || this.usable < 480)
      throw new Unread('corrupt');
    this.encoding = ENCODINGS[header.readUInt32BE(56)] ?? 'utf8';
    this.#seen = new Uint8Array(Math.ceil(file.size / this.#size / 8) + 1);
    this.#left = file.size;
  }

  /** A page of a tree; each is of one tree, once. Throws `Unread('corrupt')` for a loop and outside of the file. */
  page(number: number): Buffer {
    const [at, bit] = [Math.floor(number / 8), 1 << (number & 7)];
    if (number < 1 || at >= this.#seen.length || ((this.#seen[at] ?? 0) & bit) !== 0)
      throw new Unread('corrupt');
    this.#seen[at] = (this.#seen[at] ?? 0) | bit;
    return this.#read(number);
  }

  /** The rest of a long record, in the chain of pages that begins with `first`: together not more than the file has. */
  overflow(first: number, length: number): Buffer {
    this.#left -= length;
    if (this.#left < 0) throw new Unread('corrupt');
    const parts: Buffer[] = [];
    let next = first;
    for (let left = length; left > 0; left -= this.usable - 4) {
      const page = this.#read(next);
      parts.push(page.subarray(4, 4 + Math.min(left, this.usable - 4)));
      next = page.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }

  #read(number: number): Buffer {
    if (!Number.isSafeInteger(number) || number < 1) throw new Unread('corrupt');
    const page = Buffer.from(this.#file.read((number - 1) * this.#size, this.#size));
    if (page.length < this.#size) throw new Unread('corrupt');
    return page;
  }
}

const ENCODINGS: Record<number, 'utf8' | 'utf16le' | 'utf16be'> = { 1: 'utf8', 2: 'utf16le', 3: 'utf16be' };
