import type { ByteSource } from '#kernel/bytes.ts';
import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';
import { chunksOf } from '../text/chunks.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { entryName } from './entry-name.ts';
import { inflatedPieces } from './inflated-pieces.ts';

const HEADER = 30;
const CHUNK = 1024 * 1024;
const [STORED, DEFLATED] = [0, 8];
const LOCAL = Buffer.from('504b0304', 'hex');
const DIRECTORY = Buffer.from('504b0102', 'hex');
const DESCRIPTOR = Buffer.from('504b0708', 'hex');
const ZIP64 = 1;

/**
 * The entries of a zip file by the headers that stand before each (APPNOTE.TXT 4.3.7), for files whose directory is
 * missing, broken or lies: truncated ones, ones in several volumes, ones glued together. From the first byte to the last,
 * so that none is met twice. An entry whose length is not said in front ends at its descriptor, or the next header.
 */
export async function* localEntries(file: ByteSource, maxRatio: number): AsyncGenerator<ArchiveEntry> {
  let at = found(file, 0, [LOCAL])?.at ?? file.size;
  while (at < file.size) {
    const header = await headerAt(file, at);
    if (!header) {
      at = found(file, at + 1, [LOCAL])?.at ?? file.size;
      continue;
    }
    const { name, start, encrypted, method } = header;
    const size = header.size ?? lengthFrom(file, start);
    const data = windowOf(file, start, size);
    if (!name.endsWith('/'))
      yield {
        name,
        size: header.unpacked ?? size,
        encrypted,
        content: () => Promise.resolve(contentOf(data, { encrypted, method, maxRatio })),
      };
    const next = start + size;
    at = isAt(file, next, LOCAL) ? next : (found(file, next, [LOCAL])?.at ?? file.size);
  }
}

interface LocalHeader {
  readonly name: string;
  readonly start: number;
  /** Null when it comes behind the data. */
  readonly size: number | null;
  readonly unpacked: number | null;
  readonly encrypted: boolean;
  readonly method: number;
}

async function headerAt(file: ByteSource, at: number): Promise<LocalHeader | null> {
  const header = Buffer.from(file.read(at, HEADER));
  if (header.length < HEADER || !header.subarray(0, 4).equals(LOCAL)) return null;
  const flags = header.readUInt16LE(6);
  const [nameLength, extraLength] = [header.readUInt16LE(26), header.readUInt16LE(28)];
  const rest = Buffer.from(file.read(at + HEADER, nameLength + extraLength));
  if (nameLength === 0 || rest.length < nameLength + extraLength) return null;
  const extraFields = extrasIn(rest.subarray(nameLength));
  const name = await entryName({ fileNameRaw: rest.subarray(0, nameLength), extraFields });
  const start = at + HEADER + rest.length;
  const [packed, unpacked] = sizes(header, extraFields.find(({ id }) => id === ZIP64)?.data);
  const isSaid = (flags & 8) === 0 || packed > 0;
  return {
    name,
    start,
    size: isSaid ? Math.min(packed, Math.max(0, file.size - start)) : null,
    unpacked: isSaid ? unpacked : null,
    encrypted: (flags & 1) !== 0,
    method: header.readUInt16LE(8),
  };
}

function sizes(header: Buffer, wide: Buffer | undefined): [packed: number, unpacked: number] {
  const [packed, unpacked] = [header.readUInt32LE(18), header.readUInt32LE(22)];
  if (!wide || wide.length < 16 || packed !== 0xffffffff) return [packed, unpacked];
  return [Number(wide.readBigUInt64LE(8)), Number(wide.readBigUInt64LE(0))];
}

function extrasIn(bytes: Buffer): { id: number; data: Buffer }[] {
  const fields: { id: number; data: Buffer }[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    fields.push({ id: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, end) });
    at = end;
  }
  return fields;
}

/** The length of data that ends at a descriptor which says just that length, or else at the next header. */
function lengthFrom(file: ByteSource, start: number): number {
  for (let from = start; ;) {
    const next = found(file, from, [DESCRIPTOR, LOCAL, DIRECTORY]);
    const end = next?.at ?? file.size;
    const length = end - start;
    if (next?.mark === DESCRIPTOR) {
      if (saidAt(file, end + 8) === length) return length;
      from = end + 4;
      continue;
    }
    // A descriptor without its mark: a checksum and two lengths, of four bytes or of eight.
    for (const [back, place] of [
      [12, 8],
      [20, 16],
    ] as const)
      if (length >= back && saidAt(file, end - place) === length - back) return length - back;
    return length;
  }
}

function saidAt(file: ByteSource, at: number): number {
  const bytes = Buffer.from(file.read(at, 4));
  return bytes.length < 4 ? -1 : bytes.readUInt32LE(0);
}

/** The first of some marks from a place on. */
function found(
  file: ByteSource,
  from: number,
  marks: readonly Buffer[],
): { at: number; mark: Buffer } | null {
  for (let start = from; start < file.size; start += CHUNK) {
    const chunk = Buffer.from(file.read(start, CHUNK + 3));
    const places = marks
      .map((mark) => ({ at: chunk.indexOf(mark), mark }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at);
    const [first] = places;
    if (first) return { at: start + first.at, mark: first.mark };
  }
  return null;
}

function isAt(file: ByteSource, at: number, mark: Buffer): boolean {
  return mark.equals(file.read(at, mark.length));
}

function windowOf(file: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (offset, length) => file.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

function contentOf(
  data: ByteSource,
  { encrypted, method, maxRatio }: { encrypted: boolean; method: number; maxRatio: number },
): ByteSource | ByteStream {
  if (encrypted) throw new Unread('encrypted');
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new Unread('unsupported');
  return inflatedPieces(chunksOf(data), data.size, maxRatio);
}
