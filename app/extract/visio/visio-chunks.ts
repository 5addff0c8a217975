/** One entry of a stream of shapes: what it is by number, and its bytes. */
export interface VisioChunk {
  readonly type: number;
  readonly data: Buffer;
}

interface Header {
  readonly type: number;
  readonly length: number;
  /** How long the header is, and what comes behind the data. */
  readonly header: number;
  readonly trailer: number;
}

/** The entries of a stream of shapes. Bytes that make no sense are passed over up to the next that do. */
export function* visioChunks(stream: Buffer, version: number): Generator<VisioChunk> {
  const headerAt = version > 5 ? since2000 : visio5;
  for (let at = 0; at < stream.length;) {
    const header = stream[at] === 0 ? null : headerAt(stream, at, version);
    if (!header || at + header.header + header.length > stream.length) {
      at++;
      continue;
    }
    const from = at + header.header;
    yield { type: header.type, data: stream.subarray(from, from + header.length) };
    at = from + header.length + header.trailer;
  }
}

const MAX_TYPE = 0x200;
/** Entries that other entries follow as a list have eight bytes behind them, whatever they say of a list. */
const LISTS = new Set([0x71, 0x70, 0x6b, 0x6a, 0x69, 0x66, 0x65, 0x2c]);
const MARKED = new Set([0x64, 0x65, 0x66, 0x69, 0x6a, 0x6b, 0x6f, 0x71, 0x92, 0xa9, 0xb4, 0xb6, 0xb9, 0xc7]);
const BARE = new Set([0x1f, 0xc9, 0x2d, 0xd1]);

function since2000(bytes: Buffer, at: number, version: number): Header | null {
  if (at + 19 > bytes.length) return null;
  const type = bytes.readUInt32LE(at);
  if (type > MAX_TYPE) return null;
  const list = bytes.readUInt32LE(at + 8);
  const level = bytes.readUInt16LE(at + 16);
  const mark = bytes[at + 18] ?? 0;
  let trailer = list !== 0 || LISTS.has(type) ? 8 : 0;
  const isApart =
    list !== 0 ||
    (level === 2 && (mark === 0x55 || (mark === 0x54 && type === 0xaa))) ||
    (level === 3 && mark !== 0x50 && (mark !== 0x54 || version < 11));
  if (isApart) trailer += 4;
  if (version >= 11 && MARKED.has(type) && trailer !== 12 && trailer !== 4) trailer += 4;
  return { type, length: bytes.readUInt32LE(at + 12), header: 19, trailer: BARE.has(type) ? 0 : trailer };
}

function visio5(bytes: Buffer, at: number): Header | null {
  if (at + 12 > bytes.length) return null;
  const type = bytes.readUInt16LE(at);
  if (type > MAX_TYPE) return null;
  return { type, length: bytes.readUInt32LE(at + 8), header: 12, trailer: 0 };
}
