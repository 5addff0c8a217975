import { Unread } from '../format.ts';
import { unpackedVisio } from './visio-packing.ts';

/** A stream in the file's tree: what it is by number, and where its bytes lie, which tells it from others of its kind. */
export interface VisioNode {
  readonly type: number;
  readonly at: number;
}

/** A piece of a drawing: what it is by number, and the streams that it stands in, outermost first, itself the last. */
export interface VisioStream {
  readonly type: number;
  readonly within: readonly VisioNode[];
  /** How its bytes are to be read. */
  readonly holds: 'chunks' | 'bytes';
  /** Unpacked, without the four bytes in front of a packed one save for chunks, which begin there. */
  readonly data: Buffer;
}

interface Pointer {
  readonly type: number;
  readonly offset: number;
  readonly length: number;
  readonly format: number;
}

/** What differs between the versions: Visio 5, and Visio 2000 to 2010. */
interface Layout {
  readonly pointerLength: number;
  pointer(bytes: Buffer, at: number): Pointer;
  /** Where the list of pointers begins in a stream's bytes, and how many there are. */
  list(bytes: Buffer, type: number): { at: number; count: number };
}

const VERSION = 0x1a;
const ROOT = 0x24;
const MAX_DEPTH = 16;
const MAX_STREAMS = 200_000;

/** The version of a drawing: 11 from Visio 2003 on, 6 for 2000 and 2002. Throws `Unread`: 'corrupt', or 'unsupported' before 5. */
export function visioVersion(document: Buffer): number {
  if (document.length < ROOT + 18 || document.toString('latin1', 0, 10) !== 'Visio (TM)')
    throw new Unread('corrupt');
  const version = document.readUInt16LE(VERSION);
  if (version < 5) throw new Unread('unsupported');
  return version;
}

/**
 * The streams of a drawing that hold something, in the order of the file's tree. There is no official description: the layout
 * is as several programs that read it found it to be. A stream is given once, however many pointers lead to it; all of them
 * together have no more bytes than the file can hold. Throws `Unread('corrupt')`.
 *
 * @param limit the most bytes of one stream, unpacked
 * @param damaged is called when a pointer leads out of the file
 */
export function* visioStreams(document: Buffer, limit: number, damaged: () => void): Generator<VisioStream> {
  const layout = visioVersion(document) > 5 ? SINCE_2000 : VISIO_5;
  const seen = new Set<number>();
  let read = 0;
  const waiting: { pointer: Pointer; within: readonly VisioNode[] }[] = [
    { pointer: layout.pointer(document, ROOT), within: [] },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { type, offset, length, format } = next.pointer;
    const within = [...next.within, { type, at: offset }];
    if (type === 0 || length === 0 || seen.has(offset)) continue;
    seen.add(offset);
    read += length;
    if (offset + length > document.length) {
      damaged();
      continue;
    }
    if (read > document.length * 4 || seen.size > MAX_STREAMS) throw new Unread('corrupt');
    const isPacked = (format & 2) !== 0;
    const raw = document.subarray(offset, offset + length);
    const whole = isPacked ? unpackedVisio(raw, limit) : raw;
    const data = whole.subarray(isPacked ? 4 : 0);
    const kind = format >> 4;
    if (CHUNKS.has(kind)) yield { type, within, holds: 'chunks', data: whole };
    else if (kind !== POINTERS) yield { type, within, holds: 'bytes', data };
    else if (within.length < MAX_DEPTH)
      waiting.push(
        ...pointersIn(data, type, layout)
          .map((inner) => ({ pointer: inner, within }))
          .toReversed(),
      );
  }
}

const POINTERS = 5;
const CHUNKS = new Set([0x8, 0xc, 0xd]);

function pointersIn(data: Buffer, type: number, layout: Layout): Pointer[] {
  const pointers: Pointer[] = [];
  const { at: first, count } = layout.list(data, type);
  for (let i = 0, at = first; i < count && at + layout.pointerLength <= data.length; i++) {
    pointers.push(layout.pointer(data, at));
    at += layout.pointerLength;
  }
  return pointers;
}

const SINCE_2000: Layout = {
  pointerLength: 18,
  pointer: (bytes, at) => ({
    type: bytes.readUInt32LE(at),
    offset: bytes.readUInt32LE(at + 8),
    length: bytes.readUInt32LE(at + 12),
    format: bytes.readUInt16LE(at + 16),
  }),
  list(bytes) {
    const place = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
    return place + 8 > bytes.length ? NO_LIST : { at: place + 8, count: bytes.readUInt32LE(place) };
  },
};

const NO_LIST = { at: 0, count: 0 };

const VISIO_5: Layout = {
  pointerLength: 16,
  pointer: (bytes, at) => ({
    type: bytes.readUInt16LE(at),
    format: bytes.readUInt16LE(at + 2),
    offset: bytes.readUInt32LE(at + 8),
    length: bytes.readUInt32LE(at + 12),
  }),
  list(bytes, type) {
    const place = { 0x14: 130, 0x1d: 30, 0x1e: 54, 0x4e: 30 }[type] ?? 10;
    return place + 4 > bytes.length ? NO_LIST : { at: place + 4, count: bytes.readUInt16LE(place) };
  },
};
