import type { ByteSource } from '#kernel/bytes.ts';
import type { ByteStream } from '../../format.ts';
import { Unread } from '../../format.ts';
import { inflatedPieces } from '../../zip/inflated-pieces.ts';
import { bzip2Blocks } from '../bzip2.ts';
import { lzma2Pieces, lzma2Window } from '../lzma2.ts';
import { lzmaRun } from '../lzma-alone.ts';
import { SourceBytes } from '../source-bytes.ts';
import type { SevenZipLock } from './aes.ts';
import { deciphered, lockOf } from './aes.ts';
import type { Filter } from './filters.ts';
import { callFilter, deltaFilter } from './filters.ts';
import type { Coder, Folder } from './streams.ts';

const COPY = '00';
const DELTA = '03';
const X86 = '03030103';
const LZMA = '030101';
const LZMA2 = '21';
const DEFLATE = '040108';
const BZIP2 = '040202';
const AES = '06f10701';

const PACKERS = new Set([LZMA, LZMA2, DEFLATE, BZIP2]);
const FILTERS = new Set([DELTA, X86]);

/** A folder's coders by what they do; first from the packed bytes comes the cipher, then the packer, then the filters. */
export interface Steps {
  readonly cipher: Coder | null;
  /** Null: the bytes are not packed. */
  readonly packer: Coder | null;
  readonly filters: readonly Coder[];
}

/** Null when a step is unknown here, or they come in another order. */
export function stepsOf({ coders }: Folder): Steps | null {
  if (coders === null) return null;
  const rest = coders.filter(({ method }) => method !== COPY);
  const cipher = rest[0]?.method === AES ? (rest.shift() ?? null) : null;
  const packer = PACKERS.has(rest[0]?.method ?? '') ? (rest.shift() ?? null) : null;
  return rest.every(({ method }) => FILTERS.has(method)) ? { cipher, packer, filters: rest } : null;
}

/** The cipher of a folder; null when it has none. Throws as `lockOf`. */
export function lockOfFolder({ coders }: Folder): SevenZipLock | null {
  const cipher = coders?.find(({ method }) => method === AES);
  return cipher === undefined ? null : lockOf(cipher.settings);
}

/**
 * What a folder unpacks to, which may be more bytes than its files have. Nothing of it is held but the window that it was
 * packed with.
 * @param key of its cipher, if it has one
 * @param options.limit the largest window, in bytes
 * @throws Unread 'corrupt', 'unsupported', 'too_large'
 */
export async function* folderContent(
  file: ByteSource,
  folder: Folder,
  key: Buffer | null,
  { limit, maxRatio }: { limit: number; maxRatio: number },
): AsyncGenerator<Uint8Array> {
  const steps = stepsOf(folder);
  if (steps === null) throw new Unread('unsupported');
  let packed = windowOf(file, folder.start, folder.packed);
  const lock = lockOfFolder(folder);
  if (lock !== null && steps.cipher !== null) {
    if (key === null) throw new Unread('encrypted');
    packed = deciphered(packed, lock, key, steps.cipher.size);
  }
  const plain = steps.packer === null ? whole(packed) : unpacked(packed, steps.packer, { limit, maxRatio });
  yield* steps.filters.map(filterOf).reduce(filtered, plain);
}

const PIECE = 256 * 1024;

async function* whole(packed: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < packed.size;) {
    const piece = packed.read(at, PIECE);
    if (piece.length === 0) throw new Unread('corrupt');
    at += piece.length;
    yield await Promise.resolve(piece);
  }
}

async function* unpacked(
  packed: ByteSource,
  packer: Coder,
  { limit, maxRatio }: { limit: number; maxRatio: number },
): AsyncGenerator<Uint8Array> {
  if (packer.method === DEFLATE) yield* inflatedPieces(whole(packed), packed.size, maxRatio);
  else for (const piece of unpackedAtOnce(packed, packer, limit)) yield await Promise.resolve(piece);
}

function unpackedAtOnce(
  packed: ByteSource,
  { method, settings, size }: Coder,
  limit: number,
): Generator<Uint8Array> {
  const bytes = new SourceBytes(packed);
  if (method === BZIP2) return bzip2Blocks(bytes);
  if (method === LZMA2) return lzma2Pieces(bytes, Math.min(lzma2Window(settings[0] ?? 0xff), size), limit);
  if (settings.length < 5) throw new Unread('corrupt');
  return lzmaRun(bytes, { setting: settings.readUInt8(0), window: settings.readUInt32LE(1), size }, limit);
}

function filterOf({ method, settings }: Coder): Filter {
  return method === DELTA ? deltaFilter(settings) : callFilter();
}

async function* filtered(pieces: ByteStream, filter: Filter): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield filter.apply(piece);
  yield filter.rest();
}

function windowOf(file: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (offset, length) => file.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}
