import type { ByteSource } from '#kernel/bytes.ts';
import { compressPieces } from '../archive/compress.ts';
import { lzmaPieces } from '../archive/lzma-alone.ts';
import { checkRatio } from '../archive/ratio.ts';
import { SourceBytes } from '../archive/source-bytes.ts';
import { unpackedName } from '../archive/unpacked-name.ts';
import type { Reading, SeekingFormat } from '../format.ts';

const COMPRESS = 'application/x-compress';

/** Files packed with xz' forerunner, and with Unix' compress (.Z), of any length. */
export const lzma: SeekingFormat = {
  id: 'lzma',
  version: 1,
  mimes: ['application/x-lzma', COMPRESS],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    yield* reading.nested(unpackedName(reading.name), unpacked(file, reading));
  },
};

/** As of xz: runs of one byte become next to nothing, which is no bomb yet. */
const RATIO = 20;

async function* unpacked(file: ByteSource, reading: Reading): AsyncGenerator<Uint8Array> {
  const bytes = new SourceBytes(file);
  const pieces =
    reading.mime === COMPRESS ? compressPieces(bytes) : lzmaPieces(bytes, reading.limits.maxInMemory);
  let out = 0;
  for (const piece of pieces) {
    out += piece.length;
    checkRatio(out, bytes.position, reading.limits.maxRatio * RATIO);
    yield await Promise.resolve(piece);
  }
}
