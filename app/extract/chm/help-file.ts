import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import { FRAME, unpackedLzx } from './lzx.ts';

/** A file in a help file. */
export interface HelpEntry {
  readonly name: string;
  /** Throws `Unread('corrupt')`. */
  bytes(): Buffer;
}

interface Place {
  readonly section: number;
  readonly offset: number;
  readonly length: number;
}

const MAX_ENTRIES = 100_000;
const DIRECTORY_CHUNK = 65_536;
const SPACE = '::DataSpace/Storage/MSCompressed/';
const RESETS = `${SPACE}Transform/{7FC28940-9D31-11D0-9B27-00A0C91E9C7C}/InstanceData/ResetTable`;

/**
 * The files in a compiled HTML help file (ITSF, as described by Matthew Russotto and Pabs), in the order of its directory.
 * Most are packed together: a stretch of them is unpacked when a file in it is asked for, and the last one is kept.
 * `limit` is the longest file, and the longest stretch, in bytes. Throws `Unread`: 'corrupt', 'too_large'.
 */
export function* helpEntries(
  file: ByteSource,
  limit: number,
  counted: (bytes: number) => void,
): Generator<HelpEntry> {
  const header = Buffer.from(file.read(0, 0x60));
  if (header.length < 0x60) throw new Unread('corrupt');
  const start = Number(header.readBigUInt64LE(0x48));
  // Version 2 does not say where the content begins: behind the directory.
  const behind = start + Number(header.readBigUInt64LE(0x50));
  const content = header.readUInt32LE(4) >= 3 ? Number(header.readBigUInt64LE(0x58)) : behind;
  const places = directory(file, start);
  const plain = ({ offset, length }: Place): Buffer => {
    if (length > limit) throw new Unread('too_large');
    const bytes = readAt(file, content + offset, length);
    if (bytes.length < length) throw new Unread('corrupt');
    return bytes;
  };
  let packed: PackedSection | null = null;
  for (const [name, place] of places) {
    if (name.startsWith('::') || name.endsWith('/') || place.length === 0) continue;
    yield {
      name: name.replace(/^\//, ''),
      bytes: () => {
        if (place.length > limit) throw new Unread('too_large');
        if (place.section === 0) return plain(place);
        packed ??= packedSection(places, plain, { file, content, limit, counted });
        return packed.bytes(place.offset, place.length);
      },
    };
  }
}

/** The directory's leaves, one after the other; the index above them is not needed. */
function directory(file: ByteSource, start: number): Map<string, Place> {
  const header = readAt(file, start, 0x54);
  if (header.length < 0x54 || header.toString('latin1', 0, 4) !== 'ITSP') throw new Unread('corrupt');
  const size = header.readUInt32LE(0x10);
  const first = start + header.readUInt32LE(8);
  if (size < 64 || size > DIRECTORY_CHUNK) throw new Unread('corrupt');
  const places = new Map<string, Place>();
  for (let i = 0; i < header.readUInt32LE(0x2c); i++) {
    const chunk = readAt(file, first + i * size, size);
    if (chunk.length < size) break;
    if (chunk.toString('latin1', 0, 4) !== 'PMGL') continue;
    const end = size - Math.min(size, chunk.readUInt32LE(4));
    for (let at = 0x14; at < end;) {
      const length = number(chunk, at);
      const section = number(chunk, length.end + length.value);
      const offset = number(chunk, section.end);
      const bytes = number(chunk, offset.end);
      const name = chunk.toString('utf8', length.end, length.end + length.value);
      places.set(name, { section: section.value, offset: offset.value, length: bytes.value });
      if (places.size > MAX_ENTRIES) throw new Unread('too_large');
      at = bytes.end;
    }
  }
  return places;
}

function packedSection(
  places: ReadonlyMap<string, Place>,
  plain: (place: Place) => Buffer,
  where: { file: ByteSource; content: number; limit: number; counted: (bytes: number) => void },
): PackedSection {
  const [control, resets, data] = [`${SPACE}ControlData`, RESETS, `${SPACE}Content`].map((name) =>
    places.get(name),
  );
  if (!control || !resets || !data) throw new Unread('corrupt');
  return new PackedSection(plain(control), plain(resets), {
    file: where.file,
    start: where.content + data.offset,
    limit: where.limit,
    counted: where.counted,
  });
}

interface Where {
  readonly file: ByteSource;
  readonly start: number;
  readonly limit: number;
  readonly counted: (bytes: number) => void;
}

/** The bytes that are packed together, by their place when unpacked. */
class PackedSection {
  readonly #where: Where;
  readonly #resets: Buffer;
  readonly #windowBits: number;
  readonly #size: number;
  readonly #packedSize: number;
  readonly #framesPerStretch: number;
  #last: { number: number; bytes: Buffer } | null = null;

  constructor(control: Buffer, resets: Buffer, where: Where) {
    this.#where = where;
    const isFrames = control.readUInt32LE(8) === 2;
    const interval = control.readUInt32LE(12) * (isFrames ? 1 : 1 / FRAME);
    this.#windowBits = Math.log2(control.readUInt32LE(16) * (isFrames ? FRAME : 1));
    this.#framesPerStretch = Math.max(1, Math.floor(interval));
    this.#size = Number(resets.readBigUInt64LE(16));
    this.#packedSize = Number(resets.readBigUInt64LE(24));
    if (Number(resets.readBigUInt64LE(32)) !== FRAME) throw new Unread('unsupported');
    if (this.#framesPerStretch * FRAME > where.limit) throw new Unread('too_large');
    this.#resets = resets.subarray(resets.readUInt32LE(12));
  }

  bytes(offset: number, length: number): Buffer {
    if (offset + length > this.#size) throw new Unread('corrupt');
    const stretch = this.#framesPerStretch * FRAME;
    const parts: Buffer[] = [];
    for (let at = offset; at < offset + length;) {
      const within = at % stretch;
      const part = this.#stretch(Math.floor(at / stretch)).subarray(within, within + offset + length - at);
      if (part.length === 0) throw new Unread('corrupt');
      parts.push(part);
      at += part.length;
    }
    return Buffer.concat(parts);
  }

  #stretch(number: number): Buffer {
    if (this.#last?.number === number) return this.#last.bytes;
    const start = this.#packedPlace(number * this.#framesPerStretch);
    const end = this.#packedPlace((number + 1) * this.#framesPerStretch);
    const stretch = this.#framesPerStretch * FRAME;
    const size = Math.min(stretch, this.#size - number * stretch);
    if (end <= start || end - start > this.#where.limit || size <= 0) throw new Unread('corrupt');
    this.#where.counted(size);
    const packed = readAt(this.#where.file, this.#where.start + start, end - start);
    const bytes = unpackedLzx(packed, size, this.#windowBits);
    this.#last = { number, bytes };
    return bytes;
  }

  #packedPlace(frame: number): number {
    if ((frame + 1) * 8 > this.#resets.length) return this.#packedSize;
    return Number(this.#resets.readBigUInt64LE(frame * 8));
  }
}

/** Places are numbers of 64 bits, which may be anything. */
function readAt(file: ByteSource, offset: number, length: number): Buffer {
  if (offset > file.size) throw new Unread('corrupt');
  return Buffer.from(file.read(offset, length));
}

/** A number of seven bits a byte, the highest first. */
function number(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new Unread('corrupt');
}
