import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/** The sectors of a compound file and the table that chains them. The constructor throws `Unread('corrupt')`. */
export class Sectors {
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

  /** The sectors from `start` on, together, until `enough` bytes are there. Neighbours are read in one go. */
  chain(start: number, enough: number): Buffer {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < END_OF_CHAIN && length < enough;) {
      let count = 1;
      while (this.#next[sector + count - 1] === sector + count && length + count * this.#sectorSize < enough)
        count++;
      const part = this.#read(sector, count);
      if (part.length === 0 || length > this.#file.size) throw new Unread('corrupt');
      parts.push(part);
      length += part.length;
      sector = this.#next[sector + count - 1] ?? FREE;
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

  #read(sector: number, count: number): Uint8Array {
    return this.#file.read((sector + 1) * this.#sectorSize, count * this.#sectorSize);
  }

  /** The table that says for each sector which one follows it; its own places stand in the header, then in a chain. */
  #readTable(header: Buffer): Uint32Array {
    const count = header.readUInt32LE(44);
    if (count * this.#sectorSize > this.#file.size) throw new Unread('corrupt');
    const places = [...numbers(header.subarray(76, 512))];
    const perSector = this.#sectorSize / 4 - 1;
    for (let sector = header.readUInt32LE(68); sector < END_OF_CHAIN && places.length < count;) {
      const more = numbers(this.#read(sector, 1));
      if (more.length === 0) throw new Unread('corrupt');
      places.push(...more.subarray(0, perSector));
      sector = more[perSector] ?? FREE;
    }
    const table = places.slice(0, count).filter((place) => place < END_OF_CHAIN);
    return numbers(Buffer.concat(table.map((place) => this.#read(place, 1))));
  }
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true));
}
