import { Unread } from '../../format.ts';
import { inCodePage } from '../../text/code-page.ts';
import type { OutlookProperties } from '../outlook-item.ts';
import { PROPERTY } from '../outlook-item.ts';
import { Heap } from './heap.ts';
import type { StoreFile, StoreNode } from './store-file.ts';
import { utf16Text } from '../../text/utf16.ts';

const INTEGER = 0x3;
export const OBJECT = 0xd;
const NARROW = 0x1e;
const WIDE = 0x1f;
const BINARY = 0x102;
const SEVERAL = 0x1000;

/** A value that stands where its property is listed, or elsewhere: in the heap, or in a node of its own. */
interface Value {
  readonly kind: number;
  readonly value: number;
}

/** The properties of a node (MS-PST 2.3.3), of a row of a table, or of an attachment. */
export class StoreProperties implements OutlookProperties {
  readonly #file: StoreFile;
  readonly #heap: Heap;
  readonly #inner: ReadonlyMap<number, StoreNode>;
  readonly #values: ReadonlyMap<number, Value>;
  readonly #limit: number;

  constructor(
    file: StoreFile,
    heap: Heap,
    inner: ReadonlyMap<number, StoreNode>,
    values: ReadonlyMap<number, Value>,
    limit: number,
  ) {
    this.#file = file;
    this.#heap = heap;
    this.#inner = inner;
    this.#values = values;
    this.#limit = limit;
  }

  kind(id: number): number | undefined {
    return this.#values.get(id)?.kind;
  }

  text(id: number): string | undefined {
    const value = this.#values.get(id);
    if (value?.kind !== WIDE && value?.kind !== NARROW) return undefined;
    return this.#decoded(this.#bytes(value.value), value.kind);
  }

  binary(id: number): Uint8Array | undefined {
    const value = this.#values.get(id);
    return value?.kind === BINARY ? this.#bytes(value.value) : undefined;
  }

  number(id: number): number | undefined {
    const value = this.#values.get(id);
    return value?.kind === INTEGER ? value.value : undefined;
  }

  /** The node that an attached item is kept in. */
  object(id: number): StoreNode | undefined {
    const value = this.#values.get(id);
    if (value?.kind !== OBJECT) return undefined;
    const bytes = this.#heap.value(value.value);
    return bytes.length < 4 ? undefined : this.#inner.get(bytes.readUInt32LE(0));
  }

  *texts(): Generator<readonly [number, string]> {
    for (const [id, { kind, value }] of this.#values) {
      if (kind === WIDE || kind === NARROW) yield [id, this.#decoded(this.#bytes(value), kind)];
      else if (kind === WIDE + SEVERAL) {
        const bytes = this.#bytes(value);
        yield [id, this.#several(bytes).join('\n')];
      }
    }
  }

  /** How many there are, where each begins, then they themselves. */
  #several(bytes: Buffer): string[] {
    if (bytes.length < 4) return [];
    const count = Math.min(bytes.readUInt32LE(0), Math.floor(bytes.length / 4) - 1);
    const starts = Array.from({ length: Math.max(0, count) }, (_, i) => bytes.readUInt32LE(4 + i * 4));
    return starts.map((start, i) => utf16Text(bytes.subarray(start, starts[i + 1] ?? bytes.length)));
  }

  #decoded(bytes: Buffer, kind: number): string {
    const text = inCodePage(bytes, kind === WIDE ? 1200 : (this.number(PROPERTY.codePage) ?? 1252));
    return text.replace(/\0+$/, '');
  }

  /** An id whose lower five bits are zero is one of the heap's, any other one of a node within this one. */
  #bytes(id: number): Buffer {
    if (id === 0) return Buffer.alloc(0);
    if ((id & 0x1f) === 0) return this.#heap.value(id);
    const node = this.#inner.get(id >>> 0);
    if (!node) throw new Unread('corrupt');
    return Buffer.concat(this.#file.data(node, this.#limit));
  }
}

/** Lengths in bytes: of a property, of a table's head, and of what it says of each column. */
const [RECORD, TABLE_HEAD, COLUMN] = [8, 22, 8];

/**
 * The properties of a node (MS-PST 2.3.3).
 * @param limit the most bytes of its data, and of any one value outside them
 * @throws Unread `corrupt`, `too_large`
 */
export function propertiesOf(
  file: StoreFile,
  node: StoreNode,
  inner: ReadonlyMap<number, StoreNode>,
  limit: number,
): StoreProperties {
  const heap = new Heap(file.data(node, limit), file.layout.indexBits);
  const values = new Map<number, Value>();
  for (const record of heap.records(heap.root)) {
    if (record.length < RECORD) throw new Unread('corrupt');
    values.set(record.readUInt16LE(0), { kind: record.readUInt16LE(2), value: record.readInt32LE(4) });
  }
  return new StoreProperties(file, heap, inner, values, limit);
}

/** The rows of a table (MS-PST 2.3.4), each as properties. Values of eight bytes are left out. */
export function tableRows(
  file: StoreFile,
  node: StoreNode,
  inner: ReadonlyMap<number, StoreNode>,
  limit: number,
): StoreProperties[] {
  const heap = new Heap(file.data(node, limit), file.layout.indexBits);
  const head = heap.value(heap.root);
  const width = head[1] ?? 0;
  if (head[0] !== 0x7c || head.length < TABLE_HEAD + width * COLUMN) throw new Unread('corrupt');
  const [flags, rowSize] = [head.readUInt16LE(6), head.readUInt16LE(8)];
  const rowsAt = head.readUInt32LE(14);
  if (rowsAt === 0 || rowSize === 0) return [];
  const rowNode = inner.get(rowsAt);
  const blocks = (rowsAt & 0x1f) === 0 ? [heap.value(rowsAt)] : rowNode ? file.data(rowNode, limit) : [];
  const columns = Array.from({ length: width }, (_, i) =>
    head.subarray(TABLE_HEAD + i * COLUMN, TABLE_HEAD + (i + 1) * COLUMN),
  );
  return blocks
    .flatMap((block) =>
      Array.from({ length: Math.floor(block.length / rowSize) }, (_, i) =>
        block.subarray(i * rowSize, (i + 1) * rowSize),
      ),
    )
    .map((row) => {
      const values = new Map<number, Value>();
      for (const column of columns) {
        const [at, size, bit] = [column.readUInt16LE(4), column[6] ?? 0, column[7] ?? 0];
        const isThere = ((row[flags + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
        if (isThere && size === 4 && at + size <= rowSize)
          values.set(column.readUInt16LE(2), { kind: column.readUInt16LE(0), value: row.readInt32LE(at) });
      }
      return new StoreProperties(file, heap, inner, values, limit);
    });
}
