/** What a made mail store holds: a folder, and in it one mail. */
export interface StoreContent {
  readonly folder: string;
  /** The mail's properties that are text, by their number. */
  readonly mail: Readonly<Record<number, string>>;
  readonly attachment?: { readonly name: string; readonly content: Uint8Array };
}

const FOLDER = 0x8022;
const MAIL = 0x200024;
const ATTACHMENT = 0x8025;
const FILE = 0x801f;

/** An Outlook mail store as since 2003 (MS-PST), small enough for one page of nodes and one of blocks. */
export function storeOf({ folder, mail, attachment }: StoreContent): Buffer {
  const blocks: Buffer[] = [];
  const block = (bytes: Buffer, isList = false): number => {
    blocks.push(bytes);
    return blocks.length * 4 + (isList ? 2 : 0);
  };
  const folderData = block(properties({ 0x3001: text(folder) }));
  const mailData = block(
    properties(Object.fromEntries(Object.entries(mail).map(([id, value]) => [id, text(value)]))),
  );
  let inner = 0;
  if (attachment) {
    const file = block(Buffer.from(attachment.content));
    const data = block(properties({ 0x3707: text(attachment.name), 0x3701: { kind: 0x102, node: FILE } }));
    inner = block(list([[ATTACHMENT, data, block(list([[FILE, file, 0]]), true)]]), true);
  }
  const places: number[] = [];
  let at = 4096;
  for (const bytes of blocks) {
    places.push(at);
    at += bytes.length + 64;
  }
  const nodes = [
    [FOLDER, folderData, 0, 0x122],
    [MAIL, mailData, inner, FOLDER],
  ].map(([id = 0, data = 0, within = 0, parent = 0]) =>
    numbers(32, [
      [0, id],
      [8, data],
      [16, within],
      [24, parent],
    ]),
  );
  const isList = (i: number): boolean => blocks[i]?.[0] === 2 && blocks[i][1] === 0;
  const entries = blocks.map((bytes, i) => {
    const entry = numbers(24, [
      [0, (i + 1) * 4 + (isList(i) ? 2 : 0)],
      [8, places[i] ?? 0],
    ]);
    entry.writeUInt16LE(bytes.length, 16);
    return entry;
  });
  const file = Buffer.alloc(at);
  file.write('!BDN');
  file.writeUInt16LE(23, 10);
  file.writeUInt32LE(1024, 224);
  file.writeUInt32LE(2048, 240);
  page(nodes).copy(file, 1024);
  page(entries).copy(file, 2048);
  for (const [i, bytes] of blocks.entries()) bytes.copy(file, places[i]);
  return file;
}

type Value = Buffer | { readonly kind: number; readonly node: number };

function text(value: string): Buffer {
  return Buffer.from(value, 'utf16le');
}

/** A heap with a tree of properties in it: the tree's head, its records, then the values. */
function properties(values: Readonly<Record<number, Value>>): Buffer {
  const allocations: Buffer[] = [];
  const own: Buffer[] = [];
  for (const [id, value] of Object.entries(values)) {
    const record = Buffer.alloc(8);
    record.writeUInt16LE(Number(id), 0);
    record.writeUInt16LE(Buffer.isBuffer(value) ? 0x1f : value.kind, 2);
    if (Buffer.isBuffer(value)) allocations.push(value);
    record.writeUInt32LE(Buffer.isBuffer(value) ? (allocations.length + 2) << 5 : value.node, 4);
    own.push(record);
  }
  const head = Buffer.from([0xb5, 2, 6, 0, 2 << 5, 0, 0, 0]);
  const all = [head, Buffer.concat(own), ...allocations];
  const starts = all.map((_, i) => 12 + Buffer.concat(all.slice(0, i)).length);
  const end = 12 + Buffer.concat(all).length;
  const map = Buffer.alloc(4 + (all.length + 1) * 2);
  map.writeUInt16LE(all.length, 0);
  for (const [i, start] of [...starts, end].entries()) map.writeUInt16LE(start, 4 + i * 2);
  const heap = Buffer.alloc(12);
  heap.writeUInt16LE(end, 0);
  heap.set([0xec, 0xbc], 2);
  heap.writeUInt32LE(1 << 5, 4);
  return Buffer.concat([heap, ...all, map]);
}

/** Nodes within a node. */
function list(nodes: readonly (readonly [id: number, data: number, inner: number])[]): Buffer {
  const head = Buffer.from([2, 0, nodes.length, 0, 0, 0, 0, 0]);
  return Buffer.concat([
    head,
    ...nodes.map(([id, data, inner]) =>
      numbers(24, [
        [0, id],
        [8, data],
        [16, inner],
      ]),
    ),
  ]);
}

function page(entries: readonly Buffer[]): Buffer {
  const bytes = Buffer.alloc(512);
  Buffer.concat(entries).copy(bytes);
  bytes.set([entries.length, 15, entries[0]?.length ?? 0, 0], 488);
  return bytes;
}

function numbers(length: number, values: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(length);
  for (const [at, value] of values) bytes.writeUInt32LE(value, at);
  return bytes;
}
