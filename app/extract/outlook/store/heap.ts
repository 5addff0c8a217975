import { Unread } from '../../format.ts';

/** No node has so many properties; a tree that was made to branch without end stops here. */
const MAX_READS = 10_000;

/** Small values in the data of one node (MS-PST 2.3.1), each with an id. */
export class Heap {
  readonly #blocks: readonly Buffer[];
  readonly #indexBits: number;
  /** The id of what the heap is there for. */
  readonly root: number;
  /** What it is: 0xbc properties, 0x7c a table. */
  readonly kind: number;

  constructor(blocks: readonly Buffer[], indexBits: number) {
    const [first] = blocks;
    if (!first || first.length < 12 || first[2] !== 0xec) throw new Unread('corrupt');
    this.#blocks = blocks;
    this.#indexBits = indexBits;
    this.kind = first[3] ?? 0;
    this.root = first.readUInt32LE(4);
  }

  /** Throws `Unread('corrupt')` for an id that there is none of. */
  value(id: number): Buffer {
    const index = (id >>> 5) & ((1 << this.#indexBits) - 1);
    const block = this.#blocks[id >>> (5 + this.#indexBits)];
    if (!block || block.length < 4 || index === 0) throw new Unread('corrupt');
    const map = block.readUInt16LE(0);
    const at = map + 4 + (index - 1) * 2;
    if (at + 4 > block.length || index > block.readUInt16LE(map)) throw new Unread('corrupt');
    return block.subarray(block.readUInt16LE(at), block.readUInt16LE(at + 2));
  }

  /** The records of a tree that is kept in the heap, each its key and behind it its data. */
  *records(id: number): Generator<Buffer> {
    const head = this.value(id);
    if (head[0] !== 0xb5 || head.length < 8) throw new Unread('corrupt');
    const [key = 0, data = 0, levels = 0] = head.subarray(1, 4);
    if (key === 0 || levels > 8) throw new Unread('corrupt');
    const root = head.readUInt32LE(4);
    const left = { reads: MAX_READS };
    if (root !== 0) yield* this.#level(root, levels, { key, data, left });
  }

  *#level(
    id: number,
    levels: number,
    tree: { readonly key: number; readonly data: number; readonly left: { reads: number } },
  ): Generator<Buffer> {
    const { key, data, left } = tree;
    if (left.reads-- <= 0) throw new Unread('corrupt');
    const bytes = this.value(id);
    const length = key + (levels > 0 ? 4 : data);
    for (let at = 0; at + length <= bytes.length; at += length) {
      const record = bytes.subarray(at, at + length);
      if (levels > 0) yield* this.#level(record.readUInt32LE(key), levels - 1, tree);
      else yield record;
    }
  }
}
