import { Unread } from '../../format.ts';
import type { HeaderBytes } from './header-bytes.ts';

/** One step of packing: its way, in hexadecimal as 7-Zip numbers them, and its settings. */
export interface Coder {
  readonly method: string;
  readonly settings: Buffer;
  /** How many bytes it unpacks to. */
  readonly size: number;
}

/** A run of bytes that is packed as one, and the files' bytes that follow each other in it. */
export interface Folder {
  /** Where it lies in the file. */
  readonly start: number;
  readonly packed: number;
  /** From the packed bytes to the plain ones; null when they are not steps of one line (BCJ2 has several). */
  readonly coders: readonly Coder[] | null;
  readonly parts: readonly Part[];
}

/** One file's bytes in a folder. */
export interface Part {
  readonly size: number;
  readonly crc: number | null;
}

const END = 0x00;
const PACK_INFO = 0x06;
const UNPACK_INFO = 0x07;
const PART_INFO = 0x08;
const SIZES = 0x09;
const SUMS = 0x0a;
const FOLDERS = 0x0b;
const UNPACK_SIZES = 0x0c;
const PART_COUNTS = 0x0d;

/** What stands before the packed bytes. */
const SIGNATURE_HEADER = 32;
/** 7-Zip itself stops at 32; what people use has at most four. */
const MOST_CODERS = 32;

/** The folders of an archive or of a packed header (7zFormat.txt, "Streams Info"). Throws `Unread('corrupt')`. */
export function foldersIn(header: HeaderBytes): Folder[] {
  let packed: Packed = { start: 0, sizes: [] };
  let chains: Chain[] = [];
  let parts: Part[][] | null = null;
  for (let id = header.byte(); id !== END; id = header.byte()) {
    if (id === PACK_INFO) packed = packedIn(header);
    else if (id === UNPACK_INFO) chains = chainsIn(header);
    else if (id === PART_INFO) parts = partsIn(header, chains);
    else throw new Unread('corrupt');
  }
  const all = parts ?? chains.map(({ size, crc }) => [{ size, crc }]);
  let at = packed.start;
  let stream = 0;
  return chains.map(({ coders, streams }, i) => {
    const start = at;
    for (let left = streams; left > 0; left--) at += packed.sizes[stream++] ?? wrong();
    return { start, packed: at - start, coders, parts: all[i] ?? [] };
  });
}

interface Packed {
  readonly start: number;
  readonly sizes: readonly number[];
}

function packedIn(header: HeaderBytes): Packed {
  const start = SIGNATURE_HEADER + header.number();
  const count = header.count();
  let sizes: number[] = [];
  for (let id = header.byte(); id !== END; id = header.byte()) {
    if (id === SIZES) sizes = header.numbers(count);
    else if (id === SUMS) header.words(count);
    else throw new Unread('corrupt');
  }
  return { start, sizes };
}

/** How a folder is unpacked: to `size` bytes with that sum, from so many packed streams. */
interface Chain {
  readonly coders: readonly Coder[] | null;
  readonly size: number;
  readonly crc: number | null;
  readonly streams: number;
}

function chainsIn(header: HeaderBytes): Chain[] {
  header.expect(FOLDERS);
  const count = header.count();
  header.expect(0);
  const drafts = Array.from({ length: count }, () => draftIn(header));
  header.expect(UNPACK_SIZES);
  const sizes = drafts.map(({ outs }) => header.numbers(outs));
  let sums: (number | null)[] = [];
  for (let id = header.byte(); id !== END; id = header.byte()) {
    if (id === SUMS) sums = header.words(count);
    else throw new Unread('corrupt');
  }
  return drafts.map((draft, i) => chainOf(draft, sizes[i] ?? [], sums[i] ?? null));
}

interface Draft {
  readonly steps: readonly { method: string; settings: Buffer }[];
  readonly isLine: boolean;
  readonly outs: number;
  /** From which way in to which way out. */
  readonly pairs: readonly { into: number; out: number }[];
  readonly streams: number;
}

function draftIn(header: HeaderBytes): Draft {
  const count = header.count();
  if (count === 0 || count > MOST_CODERS) throw new Unread('corrupt');
  let [ins, outs] = [0, 0];
  const steps = Array.from({ length: count }, () => {
    const flags = header.byte();
    const method = header.bytes(flags & 0xf).toString('hex');
    const ways = (flags & 0x10) === 0 ? { in: 1, out: 1 } : { in: header.number(), out: header.number() };
    const settings = (flags & 0x20) === 0 ? Buffer.alloc(0) : Buffer.from(header.bytes(header.number()));
    if (
      ways.in < 1 ||
      ways.out < 1 ||
      ways.in > MOST_CODERS ||
      ways.out > MOST_CODERS ||
      (flags & 0x80) !== 0
    )
      throw new Unread('corrupt');
    ins += ways.in;
    outs += ways.out;
    return { method, settings };
  });
  const pairs = Array.from({ length: outs - 1 }, () => ({ into: header.number(), out: header.number() }));
  const streams = ins - pairs.length;
  if (streams < 1) throw new Unread('corrupt');
  if (streams > 1) header.numbers(streams);
  return { steps, isLine: ins === count && outs === count, outs, pairs, streams };
}

/** The coder whose way out nothing takes gives the plain bytes; from it the line goes back to the packed ones. */
function chainOf({ steps, isLine, pairs, streams }: Draft, sizes: number[], crc: number | null): Chain {
  const taken = new Set(pairs.map(({ out }) => out));
  const last = sizes.findIndex((_, out) => !taken.has(out));
  const size = sizes[last] ?? wrong();
  if (!isLine) return { coders: null, size, crc, streams };
  const coders: Coder[] = [];
  for (let at: number | undefined = last; at !== undefined;) {
    const step = steps[at];
    const length = sizes[at];
    if (step === undefined || length === undefined || coders.length === steps.length) return wrong();
    coders.unshift({ ...step, size: length });
    const before: number = at;
    at = pairs.find(({ into }) => into === before)?.out;
  }
  if (coders.length !== steps.length) throw new Unread('corrupt');
  return { coders, size, crc, streams };
}

function partsIn(header: HeaderBytes, chains: readonly Chain[]): Part[][] {
  let id = header.byte();
  let counts = chains.map(() => 1);
  if (id === PART_COUNTS) {
    let left = header.length;
    counts = chains.map(() => {
      const count = header.count();
      left -= count;
      return left < 0 ? wrong() : count;
    });
    id = header.byte();
  }
  const hasSizes = id === SIZES;
  const sizes = chains.map(({ size }, i) => sizesOf(size, counts[i] ?? 0, hasSizes ? header : null));
  if (hasSizes) id = header.byte();
  // A folder with one file has told its sum already.
  const isTold = (chain: Chain, i: number) => counts[i] === 1 && chain.crc !== null;
  let sums: (number | null)[] = [];
  for (; id !== END; id = header.byte()) {
    if (id !== SUMS) throw new Unread('corrupt');
    sums = header.words(chains.reduce((sum, chain, i) => sum + (isTold(chain, i) ? 0 : (counts[i] ?? 0)), 0));
  }
  let next = 0;
  return chains.map((chain, i) =>
    (sizes[i] ?? []).map((size) => ({ size, crc: isTold(chain, i) ? chain.crc : (sums[next++] ?? null) })),
  );
}

/** All but the last are written down; the last has what is left. */
function sizesOf(whole: number, count: number, header: HeaderBytes | null): number[] {
  if (count === 0) return [];
  if (count > 1 && header === null) throw new Unread('corrupt');
  const sizes = header === null ? [] : header.numbers(count - 1);
  const rest = whole - sizes.reduce((sum, size) => sum + size, 0);
  if (rest < 0) throw new Unread('corrupt');
  return [...sizes, rest];
}

function wrong(): never {
  throw new Unread('corrupt');
}
