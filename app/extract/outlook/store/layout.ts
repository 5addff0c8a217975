import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../../format.ts';

/** Where things stand in a mail store: it differs by the three generations of the format (MS-PST 2.2.2). */
export interface Layout {
  /** Bytes of a number, an id or a place. */
  readonly wide: boolean;
  readonly pageSize: number;
  /** Where a page says how many entries it has, how long each is, and on which level it stands. */
  readonly counts: number;
  readonly wideCounts: boolean;
  /** Newer stores of Outlook's own pack their blocks. */
  readonly packed: boolean;
  readonly blockSize: number;
  /** How a heap's ids are divided: the bits of the place within a block. */
  readonly indexBits: number;
}

export interface StoreHead {
  readonly layout: Layout;
  /** Where the trees of nodes and of blocks begin. */
  readonly nodes: number;
  readonly blocks: number;
  /** Whether bytes are passed through the fixed table. */
  readonly garbled: boolean;
}

const SINCE_2003: Layout = {
  wide: true,
  pageSize: 512,
  counts: 488,
  wideCounts: false,
  packed: false,
  blockSize: 8192 - 16,
  indexBits: 11,
};
const BEFORE_2003: Layout = { ...SINCE_2003, wide: false, counts: 496, blockSize: 8192 - 12 };
const SINCE_2013: Layout = {
  ...SINCE_2003,
  pageSize: 4096,
  counts: 4056,
  wideCounts: true,
  packed: true,
  blockSize: 65_536 - 24,
  indexBits: 14,
};

/** Throws `Unread`: 'corrupt', 'encrypted' for a store under Windows' rights protection, 'unsupported'. */
export function storeHead(file: ByteSource): StoreHead {
  const head = Buffer.from(file.read(0, 564));
  if (head.length < 564 || head.toString('latin1', 0, 4) !== '!BDN') throw new Unread('corrupt');
  const version = head.readUInt16LE(10);
  const layout = version >= 36 ? SINCE_2013 : version >= 20 ? SINCE_2003 : BEFORE_2003;
  const cipher = head[layout.wide ? 513 : 461] ?? 0;
  if (cipher === 2) throw new Unread('unsupported');
  if (cipher > 2) throw new Unread('encrypted');
  return {
    layout,
    nodes: layout.wide ? place(head, 224) : head.readUInt32LE(188),
    blocks: layout.wide ? place(head, 240) : head.readUInt32LE(196),
    garbled: cipher === 1,
  };
}

/** A place of eight bytes; no file has more than 2^53. */
export function place(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 0x1_0000_0000;
}
