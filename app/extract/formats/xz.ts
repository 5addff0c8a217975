import type { ByteSource } from '#kernel/bytes.ts';
import { checkRatio } from '../archive/ratio.ts';
import { SourceBytes } from '../archive/source-bytes.ts';
import { unpackedName } from '../archive/unpacked-name.ts';
import { xzPieces } from '../archive/xz.ts';
import type { Reading, SeekingFormat } from '../format.ts';

/** Files packed with xz, of any length: only the window that they were packed with is held in memory. */
export const xz: SeekingFormat = {
  id: 'xz',
  version: 1,
  mimes: ['application/x-xz'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    yield* reading.nested(unpackedName(reading.name), unpacked(file, reading));
  },
};

/** Xz packs runs of one byte to a seven-thousandth, which is no bomb yet. */
const RATIO = 20;

async function* unpacked(file: ByteSource, reading: Reading): AsyncGenerator<Uint8Array> {
  const bytes = new SourceBytes(file);
  let out = 0;
  for (const piece of xzPieces(bytes, reading.limits.maxInMemory)) {
    out += piece.length;
    checkRatio(out, bytes.position, reading.limits.maxRatio * RATIO);
    yield await Promise.resolve(piece);
  }
}
