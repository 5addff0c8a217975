import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';

/** A stream in a compound file; its name as written, without the storages that it stands in. */
export interface CompoundStream {
  readonly name: string;
  readonly size: number;
  /** All of its bytes. Throws `Unread`: 'corrupt' when its chain of sectors is broken, 'too_large' past `limit`. */
  bytes(limit: number): Uint8Array;
}

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const DIRECTORY_ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const MAX_DIRECTORY = 16 * 1024 * 1024;

/**
 * The streams of a compound file (MS-CFB, versions 3 and 4). Throws `Unread('corrupt')`. Storages, times and class ids
 * are not read; a loop in a chain of sectors counts as damage.
 */
export function* compoundStreams(file: ByteSource): Generator<CompoundStream> {
  const sectors = new Sectors(file);
  const directory = sectors.chain(sectors.directoryStart, MAX_DIRECTORY);
  let root: Uint8Array | null = null;
  const rootStream = (): Uint8Array => (root ??= sectors.miniContainer(directory));
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    const entry = directory.subarray(at, at + DIRECTORY_ENTRY);
    if (entry[66] !== STREAM) continue;
    const size = entry.readUInt32LE(120);
    const start = entry.readUInt32LE(116);
    yield {
      name: entry.toString('utf16le', 0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)),
      size,
      bytes: (limit) => {
        if (size > limit) throw new Unread('too_large');
        const whole =
          size < sectors.miniCutoff
            ? sectors.miniChain(start, size, rootStream())
            : sectors.chain(start, size);
        if (whole.length < size) throw new Unread('corrupt');
        return whole.subarray(0, size);
      },
    };
  }
}

class Sectors {
  readonly #file: ByteSource;
  readonly #sectorSize: number;
  readonly #miniSize: number;
  readonly #next: Uint32Array;
  readonly #miniStart: number;
  #miniNext: Uint32Array | null = null;
  readonly directoryStart: number;
  readonly miniCutoff: number;

  constructor(file: ByteSource) {
    const header = Buffer.from(file.read(0, 512));
    if (header.length < 512 || header.readUInt32BE(0) !== 0xd0cf11e0) throw new Unread('corrupt');
    const [shift, miniShift] = [header.readUInt16LE(30), header.readUInt16LE(32)];
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new Unread('corrupt');
    this.#file = file;
    this.#sectorSize = 1 << shift;
    this.#miniSize = 1 << miniShift;
    this.directoryStart = header.readUInt32LE(48);
    this.miniCutoff = header.readUInt32LE(56);
    this.#miniStart = header.readUInt32LE(60);
    this.#next = this.#readTable(header);
  }

  /** The sectors from `start` on, together, until `enough` bytes are there. */
  chain(start: number, enough: number): Buffer {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < END_OF_CHAIN && length < enough; sector = this.#next[sector] ?? FREE) {
      const part = this.#sector(sector);
      if (part.length === 0 || length > this.#file.size) throw new Unread('corrupt');
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts);
  }

  /** The same for small streams, whose sectors of 64 bytes lie in a stream of their own. */
  miniChain(start: number, enough: number, container: Uint8Array): Buffer {
    this.#miniNext ??= numbers(this.chain(this.#miniStart, this.#file.size));
    const parts: Uint8Array[] = [];
    let length = 0;
    for (
      let sector = start;
      sector < END_OF_CHAIN && length < enough;
      sector = this.#miniNext[sector] ?? FREE
    ) {
      const part = container.subarray(sector * this.#miniSize, (sector + 1) * this.#miniSize);
      if (part.length === 0) throw new Unread('corrupt');
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts);
  }

  miniContainer(directory: Buffer): Uint8Array {
    if (directory.length < DIRECTORY_ENTRY || directory[66] !== ROOT) throw new Unread('corrupt');
    return this.chain(directory.readUInt32LE(116), directory.readUInt32LE(120));
  }

  #sector(number: number): Uint8Array {
    return this.#file.read((number + 1) * this.#sectorSize, this.#sectorSize);
  }

  /** The table that says for each sector which one follows it; its own places stand in the header, then in a chain. */
  #readTable(header: Buffer): Uint32Array {
    const count = header.readUInt32LE(44);
    if (count * this.#sectorSize > this.#file.size) throw new Unread('corrupt');
    const places = [...numbers(header.subarray(76, 512))];
    const perSector = this.#sectorSize / 4 - 1;
    for (let sector = header.readUInt32LE(68); sector < END_OF_CHAIN && places.length < count;) {
      const more = numbers(this.#sector(sector));
      if (more.length === 0) throw new Unread('corrupt');
      places.push(...more.subarray(0, perSector));
      sector = more[perSector] ?? FREE;
    }
    const table = places.slice(0, count).filter((place) => place < END_OF_CHAIN);
    return numbers(Buffer.concat(table.map((place) => this.#sector(place))));
  }
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true));
}
