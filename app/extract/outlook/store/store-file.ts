import { inflateSync } from 'node:zlib';
import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../../format.ts';
import { readable } from './cipher.ts';
import type { Layout, StoreHead } from './layout.ts';
import { place, storeHead } from './layout.ts';

/** A node of the store, or one within another: where its data is and where the nodes within it are listed. */
export interface StoreNode {
  readonly id: number;
  readonly data: number;
  readonly inner: number;
  readonly parent: number;
}

interface BlockEntry {
  readonly at: number;
  readonly size: number;
  readonly unpacked: number;
}

const MAX_LEVELS = 12;
const MAX_PAGES = 512;

/**
 * The lowest layer of an Outlook mail store (MS-PST 2.2): nodes and the blocks of their data, read from where they stand,
 * so that a store of any size takes little memory. `counted` is told of every block's bytes. Checksums are not verified.
 */
export class StoreFile {
  readonly layout: Layout;
  readonly #file: ByteSource;
  readonly #head: StoreHead;
  readonly #counted: (bytes: number) => void;
  readonly #pages = new Map<number, Buffer>();

  constructor(file: ByteSource, counted: (bytes: number) => void) {
    this.#file = file;
    this.#head = storeHead(file);
    this.layout = this.#head.layout;
    this.#counted = counted;
  }

  /** All nodes in the order of their ids. A part of the tree that is broken is reported and passed over. */
  nodes(broken: () => void): Generator<StoreNode> {
    return this.#nodesIn(this.#head.nodes, MAX_LEVELS, new Set(), broken);
  }

  /** The nodes within a node, by their ids. */
  inner(node: StoreNode): Map<number, StoreNode> {
    const found = new Map<number, StoreNode>();
    if (node.inner !== 0) this.#innerNodes(node.inner, 0, found);
    return found;
  }

  /** The data of a node: its blocks, of which each but the last is full. Throws `Unread`: 'corrupt', 'too_large'. */
  data(node: { readonly data: number }, limit: number): Buffer[] {
    const blocks: Buffer[] = [];
    if (node.data !== 0) this.#dataBlocks(node.data, 0, { bytes: limit }, blocks);
    return blocks;
  }

  /** Pages below a page stand on lower levels, and each is come by once: else the tree was made to have no end. */
  *#nodesIn(at: number, above: number, seen: Set<number>, broken: () => void): Generator<StoreNode> {
    const size = this.layout.wide ? 8 : 4;
    try {
      const page = this.#page(at);
      const level = this.#level(page);
      if (level >= above || seen.has(at)) throw new Unread('corrupt');
      seen.add(at);
      for (const entry of this.#entries(page)) {
        if (level > 0) yield* this.#nodesIn(this.#number(entry, size * 2), level, seen, broken);
        else if (entry.length < size * 4) throw new Unread('corrupt');
        else
          yield {
            id: entry.readUInt32LE(0),
            data: this.#number(entry, size),
            inner: this.#number(entry, size * 2),
            parent: entry.readUInt32LE(size * 3),
          };
      }
    } catch (error) {
      if (error instanceof Unread && error.reason !== 'corrupt') throw error;
      broken();
    }
  }

  #dataBlocks(id: number, level: number, left: { bytes: number }, into: Buffer[]): void {
    const block = this.#block(id);
    if (!isInternal(id)) {
      left.bytes -= block.length;
      if (left.bytes < 0) throw new Unread('too_large');
      into.push(block);
      return;
    }
    if (block[0] !== 1 || block.length < 8 || level > 2) throw new Unread('corrupt');
    const size = this.layout.wide ? 8 : 4;
    for (let i = 0; i < block.readUInt16LE(2) && 8 + (i + 1) * size <= block.length; i++)
      this.#dataBlocks(this.#number(block, 8 + i * size), level + 1, left, into);
  }

  #innerNodes(id: number, level: number, found: Map<number, StoreNode>): void {
    const block = this.#block(id);
    if (block[0] !== 2 || block.length < 8 || level > 2) throw new Unread('corrupt');
    const size = this.layout.wide ? 8 : 4;
    const isLeaf = block[1] === 0;
    const length = size * (isLeaf ? 3 : 2);
    const start = this.layout.wide ? 8 : 4;
    for (let i = 0; i < block.readUInt16LE(2); i++) {
      const at = start + i * length;
      if (at + length > block.length) throw new Unread('corrupt');
      const node = block.readUInt32LE(at);
      const data = this.#number(block, at + size);
      if (isLeaf) found.set(node, { id: node, data, inner: this.#number(block, at + size * 2), parent: 0 });
      else this.#innerNodes(data, level + 1, found);
    }
  }

  #block(id: number): Buffer {
    const { at, size, unpacked } = this.#blockEntry(id);
    const raw = this.#read(at, size);
    if (raw.length < size) throw new Unread('corrupt');
    this.#counted(unpacked);
    const bytes = size === unpacked ? Buffer.from(raw) : inflated(raw, unpacked);
    return this.#head.garbled && !isInternal(id) ? readable(bytes) : bytes;
  }

  /** The lowest bit of an id is not part of it. */
  #blockEntry(id: number): BlockEntry {
    const wanted = id - (id % 2);
    const size = this.layout.wide ? 8 : 4;
    let page = this.#page(this.#head.blocks);
    for (let level = 0; level < MAX_LEVELS; level++) {
      const entries = [...this.#entries(page)];
      const key = (entry: Buffer): number => this.#number(entry, 0);
      if (this.#level(page) > 0) {
        const next = entries.findLast((entry) => key(entry) <= wanted + 1);
        if (!next) break;
        page = this.#page(this.#number(next, size * 2));
        continue;
      }
      const entry = entries.find((one) => key(one) - (key(one) % 2) === wanted);
      if (!entry) break;
      const length = entry.readUInt16LE(size * 2);
      const unpacked = this.layout.packed ? entry.readUInt16LE(size * 2 + 2) : length;
      return { at: this.#number(entry, size), size: length, unpacked };
    }
    throw new Unread('corrupt');
  }

  #page(at: number): Buffer {
    const known = this.#pages.get(at);
    if (known) return known;
    const page = Buffer.from(this.#read(at, this.layout.pageSize));
    if (page.length < this.layout.pageSize) throw new Unread('corrupt');
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(at, page);
    return page;
  }

  /** A place is 64 bits wide, which is more than any file has. */
  #read(at: number, size: number): Uint8Array {
    if (at > this.#file.size) throw new Unread('corrupt');
    return this.#file.read(at, size);
  }

  *#entries(page: Buffer): Generator<Buffer> {
    const { counts, wideCounts } = this.layout;
    const count = wideCounts ? page.readUInt16LE(counts) : (page[counts] ?? 0);
    const length = page[counts + (wideCounts ? 4 : 2)] ?? 0;
    if (length < (this.layout.wide ? 24 : 12) || count * length > counts) throw new Unread('corrupt');
    for (let i = 0; i < count; i++) yield page.subarray(i * length, (i + 1) * length);
  }

  #level(page: Buffer): number {
    return page[this.layout.counts + (this.layout.wideCounts ? 5 : 3)] ?? 0;
  }

  #number(bytes: Buffer, at: number): number {
    return this.layout.wide ? place(bytes, at) : bytes.readUInt32LE(at);
  }
}

/** Blocks that only list others are marked in their id. */
function isInternal(id: number): boolean {
  return id % 4 >= 2;
}

function inflated(bytes: Uint8Array, size: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new Unread('corrupt', { cause: error });
  }
}
