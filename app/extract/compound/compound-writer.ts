import type { CompoundStorage } from './compound-file.ts';

const SECTOR = 512;
const NONE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;
const PER_TABLE = SECTOR / 4;
/** The places of the table that the header holds; with 128 sectors each they reach 7 MB, then more tables follow. */
const IN_HEADER = 109;

/**
 * A storage as a compound file of its own (MS-CFB version 3), so that a document that was embedded in another, or a
 * mail within a mail, can be read like any other file. Streams never share small sectors: the cutoff that decides it is
 * set to 0, which readers that take the header at its word accept. Throws `Unread` as its streams do, past `limit` bytes.
 */
export function compoundFile(storage: CompoundStorage, limit: number): Buffer {
  const layout = new Layout(limit);
  layout.storage(storage, 5);
  return layout.file();
}

class Layout {
  readonly #limit: number;
  readonly #entries: Buffer[] = [];
  readonly #data: Buffer[] = [];
  readonly #next: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Children stand in a list rather than in a balanced tree: each has the one after it to its right. */
  storage({ name, streams, storages }: CompoundStorage, kind: 1 | 5): number {
    const entry = directoryEntry(name, kind);
    const number = this.#entries.push(entry) - 1;
    const children = [
      ...streams.map((stream) => {
        const bytes = stream.bytes(this.#limit);
        const child = directoryEntry(stream.name, 2);
        child.writeUInt32LE(bytes.length === 0 ? END_OF_CHAIN : this.#sectors(bytes), 116);
        child.writeUInt32LE(bytes.length, 120);
        return this.#entries.push(child) - 1;
      }),
      ...storages.map((inner) => this.storage(inner, 1)),
    ];
    entry.writeUInt32LE(children[0] ?? NONE, 76);
    for (const [i, child] of children.entries())
      this.#entries[child]?.writeUInt32LE(children[i + 1] ?? NONE, 72);
    return number;
  }

  file(): Buffer {
    const directory = this.#sectors(Buffer.concat(this.#entries));
    let tables = 0;
    let more = 0;
    const isEnough = (): boolean => tables * PER_TABLE >= this.#next.length + tables + more;
    while (!isEnough()) {
      tables++;
      more = Math.ceil(Math.max(0, tables - IN_HEADER) / (PER_TABLE - 1));
    }
    const first = this.#next.length;
    const places = Array.from({ length: tables }, (_, i) => first + i);
    const table = Buffer.alloc(tables * SECTOR, 0xff);
    for (const [i, next] of this.#next.entries()) table.writeUInt32LE(next, i * 4);
    for (const place of places) table.writeUInt32LE(TABLE_SECTOR, place * 4);
    const header = headerOf(directory, tables, places, more > 0 ? first + tables : END_OF_CHAIN, more);
    return Buffer.concat([header, ...this.#data, table, morePlaces(places, first + tables, more)]);
  }

  #sectors(bytes: Uint8Array): number {
    const start = this.#next.length;
    const count = Math.max(1, Math.ceil(bytes.length / SECTOR));
    for (let i = 1; i < count; i++) this.#next.push(start + i);
    this.#next.push(END_OF_CHAIN);
    const padded = Buffer.alloc(count * SECTOR);
    padded.set(bytes);
    this.#data.push(padded);
    return start;
  }
}

function directoryEntry(name: string, kind: 1 | 2 | 5): Buffer {
  const entry = Buffer.alloc(128);
  const length = entry.write(name.slice(0, 31), 0, 'utf16le');
  entry.writeUInt16LE(length + 2, 64);
  entry[66] = kind;
  entry[67] = 1;
  for (const link of [68, 72, 76]) entry.writeUInt32LE(NONE, link);
  if (kind === 5) entry.writeUInt32LE(END_OF_CHAIN, 116);
  return entry;
}

function headerOf(
  directory: number,
  tables: number,
  places: readonly number[],
  moreStart: number,
  more: number,
): Buffer {
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(moreStart, 68);
  header.writeUInt32LE(more, 72);
  for (let i = 0; i < IN_HEADER; i++) header.writeUInt32LE(places[i] ?? NONE, 76 + i * 4);
  return header;
}

/** Where the tables are that the header has no room for, 127 a sector and then the next such sector. */
function morePlaces(places: readonly number[], start: number, count: number): Buffer {
  const sectors = Buffer.alloc(count * SECTOR, 0xff);
  for (let sector = 0; sector < count; sector++) {
    const from = IN_HEADER + sector * (PER_TABLE - 1);
    for (const [i, place] of places.slice(from, from + PER_TABLE - 1).entries())
      sectors.writeUInt32LE(place, sector * SECTOR + i * 4);
    const next = sector + 1 < count ? start + sector + 1 : END_OF_CHAIN;
    sectors.writeUInt32LE(next, (sector + 1) * SECTOR - 4);
  }
  return sectors;
}
