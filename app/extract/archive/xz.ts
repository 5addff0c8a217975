import { Unread } from '../format.ts';
import { lzma2Pieces, lzma2Window } from './lzma2.ts';
import type { SourceBytes } from './source-bytes.ts';

const LZMA2 = 0x21;
const CHECKS = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/**
 * What an xz file unpacks to (.xz format 1.2): streams of blocks of LZMA2. Checksums and the index are not verified.
 * Throws `Unread`: 'corrupt', 'unsupported' for filters of programs, 'too_large' for a window past `limit` bytes.
 */
export function* xzPieces(bytes: SourceBytes, limit: number): Generator<Uint8Array> {
  do {
    const head = bytes.take(12);
    if (head.toString('latin1', 0, 6) !== '\xfd7zXZ\0') throw new Unread('corrupt');
    const check = CHECKS[(head[7] ?? 0) & 0xf] ?? 0;
    // A block's header begins with its length in words; a zero there begins the index.
    for (let words = bytes.next(); words !== 0; words = bytes.next()) {
      const window = windowOf(bytes.take((words + 1) * 4 - 1));
      const start = bytes.position;
      yield* lzma2Pieces(bytes, window, limit);
      const rest = (bytes.position - start) % 4;
      bytes.skip((rest === 0 ? 0 : 4 - rest) + check);
    }
    skipIndex(bytes);
  } while (bytes.startsWith(0xfd));
}

/** The size of the window that a block needs, in bytes. */
function windowOf(header: Buffer): number {
  const flags = header[0] ?? 0;
  if ((flags & 0x3f) !== 0) throw new Unread('unsupported');
  let at = 1;
  for (const bit of [0x40, 0x80]) if ((flags & bit) !== 0) at = numberAt(header, at).end;
  const filter = numberAt(header, at);
  const size = header[numberAt(header, filter.end).end] ?? 0;
  if (filter.value !== LZMA2) throw new Unread('unsupported');
  return lzma2Window(size);
}

/** Numbers of seven bits a byte, the lowest first. */
function numberAt(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from, weight = 1; at < from + 9; at++, weight *= 128) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value += (byte & 0x7f) * weight;
    if ((byte & 0x80) === 0) return { value, end: at + 1 };
  }
  throw new Unread('corrupt');
}

/** The index lists the blocks; behind it come its checksum, the stream's end, and zeros up to a next stream. */
function skipIndex(bytes: SourceBytes): void {
  const start = bytes.position - 1;
  const number = (): number => {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = bytes.next();
      value += (byte & 0x7f) * weight;
      if ((byte & 0x80) === 0) return value;
      if (weight > 2 ** 49) throw new Unread('corrupt');
    }
  };
  const records = number();
  for (let i = 0; i < records * 2; i++) number();
  const rest = (bytes.position - start) % 4;
  bytes.skip((rest === 0 ? 0 : 4 - rest) + 4 + 12);
  while (bytes.startsWith(0)) bytes.skip(1);
}
