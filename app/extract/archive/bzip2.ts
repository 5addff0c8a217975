import { Unread } from '../format.ts';
import type { SourceBytes } from './source-bytes.ts';

const BLOCK = 0x314159265359;
const END = 0x177245385090;
const MAX_LENGTH = 20;
const GROUP = 50;

/**
 * What a bzip2 stream unpacks to, block by block (at most 900,000 bytes before its last run-length step). Streams one
 * after the other are one. Checksums are not verified. Throws `Unread('corrupt')`.
 */
export function* bzip2Blocks(bytes: SourceBytes): Generator<Uint8Array> {
  const bits = new Bits(bytes);
  do {
    const size = header(bits);
    for (;;) {
      const mark = bits.take(24) * 0x1000000 + bits.take(24);
      bits.take(32);
      if (mark === END) break;
      if (mark !== BLOCK) throw new Unread('corrupt');
      yield block(bits, size);
    }
    bits.align();
  } while (bytes.startsWith(0x42));
}

class Bits {
  readonly #bytes: SourceBytes;
  #held = 0;
  #count = 0;

  constructor(bytes: SourceBytes) {
    this.#bytes = bytes;
  }

  take(count: number): number {
    let value = 0;
    for (let left = count; left > 0;) {
      if (this.#count === 0) {
        this.#held = this.#bytes.next();
        this.#count = 8;
      }
      const step = Math.min(left, this.#count);
      value = value * (1 << step) + ((this.#held >> (this.#count - step)) & ((1 << step) - 1));
      this.#count -= step;
      left -= step;
    }
    return value;
  }

  bit(): number {
    if (this.#count === 0) {
      this.#held = this.#bytes.next();
      this.#count = 8;
    }
    return (this.#held >> --this.#count) & 1;
  }

  align(): void {
    this.#count = 0;
  }
}

/** Returns the size of a block; further streams begin as the first does, other bytes behind are padding. */
function header(bits: Bits): number {
  if (bits.take(24) !== 0x425a68) throw new Unread('corrupt');
  const level = bits.take(8) - 0x30;
  if (level < 1 || level > 9) throw new Unread('corrupt');
  return level * 100_000;
}

function block(bits: Bits, size: number): Uint8Array {
  if (bits.bit() === 1) throw new Unread('unsupported');
  const origin = bits.take(24);
  const symbols = usedBytes(bits);
  const alphabet = symbols.length + 2;
  const { selectors, tables } = codes(bits, alphabet);
  const { sorted, counts } = moved(bits, symbols, selectors, tables, size);
  if (origin >= sorted.length) throw new Unread('corrupt');
  return unrun(unsorted(sorted, counts, origin));
}

function usedBytes(bits: Bits): number[] {
  const used: number[] = [];
  const ranges = bits.take(16);
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const map = bits.take(16);
    for (let i = 0; i < 16; i++) if ((map & (0x8000 >> i)) !== 0) used.push(range * 16 + i);
  }
  if (used.length === 0) throw new Unread('corrupt');
  return used;
}

/** A Huffman code: for each length the greatest code, and where the symbols of that length begin. */
interface Code {
  readonly limits: Int32Array;
  readonly offsets: Int32Array;
  readonly symbols: Uint16Array;
}

function codes(bits: Bits, alphabet: number): { selectors: Uint8Array; tables: Code[] } {
  const count = bits.take(3);
  const selections = bits.take(15);
  if (count < 2 || count > 6 || selections === 0) throw new Unread('corrupt');
  const order = Array.from({ length: count }, (_, i) => i);
  const selectors = new Uint8Array(selections);
  for (let i = 0; i < selections; i++) {
    let place = 0;
    while (bits.bit() === 1) if (++place >= count) throw new Unread('corrupt');
    const [table = 0] = order.splice(place, 1);
    order.unshift(table);
    selectors[i] = table;
  }
  return { selectors, tables: Array.from({ length: count }, () => codeOf(bits, alphabet)) };
}

function codeOf(bits: Bits, alphabet: number): Code {
  const lengths = new Uint8Array(alphabet);
  let length = bits.take(5);
  for (let i = 0; i < alphabet; i++) {
    while (bits.bit() === 1) length += bits.bit() === 1 ? -1 : 1;
    if (length < 1 || length > MAX_LENGTH) throw new Unread('corrupt');
    lengths[i] = length;
  }
  const symbols = Uint16Array.from(
    Array.from({ length: alphabet }, (_, i) => i).toSorted(
      (a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b,
    ),
  );
  const limits = new Int32Array(MAX_LENGTH + 1).fill(-1);
  const offsets = new Int32Array(MAX_LENGTH + 1);
  let code = 0;
  let index = 0;
  for (let size = 1; size <= MAX_LENGTH; size++) {
    offsets[size] = index - code;
    while (index < alphabet && lengths[symbols[index] ?? 0] === size) {
      index++;
      code++;
    }
    limits[size] = code - 1;
    code <<= 1;
  }
  return { limits, offsets, symbols };
}

function symbol(bits: Bits, { limits, offsets, symbols }: Code): number {
  let code = 0;
  for (let length = 1; length <= MAX_LENGTH; length++) {
    code = (code << 1) | bits.bit();
    if (code <= (limits[length] ?? -1)) {
      const found = symbols[code + (offsets[length] ?? 0)];
      if (found !== undefined) return found;
    }
  }
  throw new Unread('corrupt');
}

/** Undoes Huffman, run lengths of the first place, and move-to-front: the last column of the sorted block. */
function moved(
  bits: Bits,
  front: number[],
  selectors: Uint8Array,
  tables: readonly Code[],
  size: number,
): { sorted: Uint32Array; counts: Uint32Array } {
  const sorted = new Uint32Array(size);
  const counts = new Uint32Array(256);
  const end = front.length + 1;
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let done = 0; ; done++) {
    const table = tables[selectors[Math.floor(done / GROUP)] ?? 255];
    if (!table) throw new Unread('corrupt');
    const next = symbol(bits, table);
    if (next <= 1) {
      run += weight << next;
      weight <<= 1;
      if (run > size) throw new Unread('corrupt');
      continue;
    }
    if (run > 0) {
      const byte = front[0] ?? 0;
      if (length + run > size) throw new Unread('corrupt');
      sorted.fill(byte, length, length + run);
      counts[byte] = (counts[byte] ?? 0) + run;
      length += run;
      run = 0;
      weight = 1;
    }
    if (next === end) break;
    const [byte = 0] = front.splice(next - 1, 1);
    front.unshift(byte);
    if (length >= size) throw new Unread('corrupt');
    sorted[length++] = byte;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return { sorted: sorted.subarray(0, length), counts };
}

/** Undoes the sorting (Burrows and Wheeler): each place learns, above its byte, which place comes next. */
function unsorted(sorted: Uint32Array, counts: Uint32Array, origin: number): Uint8Array {
  const starts = new Uint32Array(256);
  for (let byte = 0, sum = 0; byte < 256; byte++) {
    starts[byte] = sum;
    sum += counts[byte] ?? 0;
  }
  for (let i = 0; i < sorted.length; i++) {
    const byte = (sorted[i] ?? 0) & 0xff;
    const place = starts[byte] ?? 0;
    starts[byte] = place + 1;
    sorted[place] = (sorted[place] ?? 0) | (i << 8);
  }
  const out = new Uint8Array(sorted.length);
  let next = (sorted[origin] ?? 0) >>> 8;
  for (let i = 0; i < out.length; i++) {
    const entry = sorted[next] ?? 0;
    out[i] = entry & 0xff;
    next = entry >>> 8;
  }
  return out;
}

/** Four equal bytes are followed by how many more of them there are. */
function unrun(bytes: Uint8Array): Uint8Array {
  let length = 0;
  const repeats = (write: Uint8Array | null): void => {
    let same = 0;
    let last = -1;
    length = 0;
    for (const byte of bytes) {
      if (same === 4) {
        write?.fill(last, length, length + byte);
        length += byte;
        same = 0;
        last = -1;
        continue;
      }
      same = byte === last ? same + 1 : 1;
      last = byte;
      if (write) write[length] = byte;
      length++;
    }
  };
  repeats(null);
  const out = new Uint8Array(length);
  repeats(out);
  return out;
}
