import { Unread } from '../format.ts';
import { Lzma } from './lzma.ts';
import { RangeCoder } from './range-coder.ts';
import type { SourceBytes } from './source-bytes.ts';

const PIECE = 256 * 1024;

/**
 * What LZMA2 unpacks to: chunks that are packed or not, each saying what is forgotten before it. Throws `Unread`: 'corrupt',
 * 'too_large' for a window past `limit` bytes.
 */
export function* lzma2Pieces(bytes: SourceBytes, window: number, limit: number): Generator<Uint8Array> {
  const lzma = new Lzma(window, limit);
  for (let control = bytes.next(); control !== 0; control = bytes.next()) {
    const low = bytes.next() * 256 + bytes.next() + 1;
    if (control < 0x80) {
      if (control > 2) throw new Unread('corrupt');
      if (control === 1) lzma.forget();
      const plain = bytes.take(low);
      lzma.copy(plain);
      yield plain;
      continue;
    }
    const size = (control & 0x1f) * 65_536 + low;
    const packed = bytes.next() * 256 + bytes.next() + 1;
    const reset = (control >> 5) & 3;
    if (reset === 3) lzma.forget();
    if (reset >= 2) lzma.configure(bytes.next());
    else if (reset === 1) lzma.restart();
    const end = bytes.position + packed;
    const coder = new RangeCoder(bytes);
    for (let left = size; left > 0; left -= PIECE) yield lzma.unpack(coder, Math.min(left, PIECE)).bytes;
    if (bytes.position > end) throw new Unread('corrupt');
    bytes.skip(end - bytes.position);
  }
}

/** The size in bytes of the window that a byte of settings asks for. Throws `Unread('corrupt')`. */
export function lzma2Window(setting: number): number {
  if (setting > 40) throw new Unread('corrupt');
  return setting === 40 ? 0xffffffff : (2 | (setting & 1)) * 2 ** (Math.floor(setting / 2) + 11);
}
