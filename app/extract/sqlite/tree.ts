import { Unread } from '../format.ts';
import type { Pages } from './pages.ts';

/** One record as it is stored, and its row's number, which only trees of rows have. */
export interface StoredRecord {
  readonly rowId: bigint;
  /** Null when it is larger than may be held in memory. */
  readonly bytes: Buffer | null;
}

const [INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF] = [2, 5, 10, 13];
/** A tree of this many levels would have more pages than a file can. */
const MAX_DEPTH = 24;

interface Visit {
  readonly page: Buffer;
  /** Where the page's own header stands: behind the file's on the first. */
  readonly start: number;
  readonly kind: number;
  readonly cells: number;
  /** What comes next, counted as a child, the record behind it, the next child and so on. */
  next: number;
}

/**
 * The records of a tree in their order, from its root's page. Trees of rows hold them in their leaves, trees of an index
 * (and of tables without row numbers) in all pages. `limit` is the longest record that is read. Throws `Unread('corrupt')`.
 */
export function* treeRecords(pages: Pages, root: number, limit: number): Generator<StoredRecord> {
  const open: Visit[] = [visit(pages, root)];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { page, kind, cells } = top;
    const step = top.next++;
    const cell = step >> 1;
    if (cell > cells || (cell === cells && step % 2 === 1)) open.pop();
    else if (step % 2 === 1) {
      if (kind !== TABLE_INNER) yield recordAt(pages, page, cellAt(top, cell), { kind, limit });
    } else if (kind === INDEX_INNER || kind === TABLE_INNER) {
      if (open.length >= MAX_DEPTH) throw new Unread('corrupt');
      open.push(visit(pages, longAt(page, cell === cells ? top.start + 8 : cellAt(top, cell))));
    }
  }
}

function visit(pages: Pages, number: number): Visit {
  const page = pages.page(number);
  const start = number === 1 ? 100 : 0;
  const kind = page.readUInt8(start);
  const cells = page.readUInt16BE(start + 3);
  const isKnown = [INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF].includes(kind);
  if (!isKnown || start + 12 + cells * 2 > page.length + 4) throw new Unread('corrupt');
  return { page, start, kind, cells, next: 0 };
}

function cellAt({ page, start, kind }: Visit, cell: number): number {
  const at = page.readUInt16BE(start + (kind === INDEX_INNER || kind === TABLE_INNER ? 12 : 8) + cell * 2);
  if (at + 4 > page.length) throw new Unread('corrupt');
  return at;
}

/** A record begins in its page, and goes on in others when it is long: how much stands here follows from its length. */
function recordAt(
  pages: Pages,
  page: Buffer,
  at: number,
  how: { kind: number; limit: number },
): StoredRecord {
  const isRow = how.kind === TABLE_LEAF;
  const length = varint(page, how.kind === INDEX_INNER ? at + 4 : at);
  const id = isRow ? varint(page, length.end) : { value: 0n, end: length.end };
  const size = Number(length.value);
  if (size > how.limit) return { rowId: id.value, bytes: null };
  const { usable } = pages;
  const most = isRow ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  let here = size;
  if (size > most) {
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = least + ((size - least) % (usable - 4));
    here = fitting <= most ? fitting : least;
  }
  const start = page.subarray(id.end, id.end + here);
  if (size < 0 || start.length < here) throw new Unread('corrupt');
  if (here === size) return { rowId: id.value, bytes: start };
  return {
    rowId: id.value,
    bytes: Buffer.concat([start, pages.overflow(longAt(page, id.end + here), size - here)]),
  };
}

function longAt(page: Buffer, at: number): number {
  if (at + 4 > page.length) throw new Unread('corrupt');
  return page.readUInt32BE(at);
}

/** A number of seven bits a byte, the highest first; the ninth byte counts whole. Signed, as 64 bits. */
export function varint(bytes: Buffer, from: number): { value: bigint; end: number } {
  let value = 0n;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[from + i];
    if (byte === undefined) break;
    value = i === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80 || i === 8) return { value: BigInt.asIntN(64, value), end: from + i + 1 };
  }
  throw new Unread('corrupt');
}
