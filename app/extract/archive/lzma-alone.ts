import { Lzma } from './lzma.ts';
import { RangeCoder } from './range-coder.ts';
import type { SourceBytes } from './source-bytes.ts';

const HEADER = 13;
const PIECE = 256 * 1024;
const UNKNOWN = 0xffffffffffffffffn;

/**
 * What an .lzma file unpacks to (the format before xz): settings, the window's size, the length or that it is not known.
 * Throws `Unread`: 'corrupt', 'too_large' for a window past `limit` bytes.
 */
export function* lzmaPieces(bytes: SourceBytes, limit: number): Generator<Uint8Array> {
  const header = bytes.take(HEADER);
  const length = header.readBigUInt64LE(5);
  const size = length === UNKNOWN ? Infinity : Number(length);
  yield* lzmaRun(bytes, { setting: header.readUInt8(0), window: header.readUInt32LE(1), size }, limit);
}

/** The same where the settings stand elsewhere, as in 7z. */
export function* lzmaRun(
  bytes: SourceBytes,
  { setting, window, size }: { setting: number; window: number; size: number },
  limit: number,
): Generator<Uint8Array> {
  const lzma = new Lzma(Math.min(window, size), limit);
  lzma.configure(setting);
  const coder = new RangeCoder(bytes);
  for (let left = size; left > 0;) {
    const { bytes: piece, ended } = lzma.unpack(coder, Math.min(left, PIECE));
    yield piece;
    if (ended) return;
    left -= piece.length;
  }
}
