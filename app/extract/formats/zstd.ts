import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { checkRatio } from '../archive/ratio.ts';
import { unpackedName } from '../archive/unpacked-name.ts';
import type { ByteStream, Reading, StreamedFormat } from '../format.ts';
import { Unread } from '../format.ts';

/** Files packed with Zstandard (RFC 8878), of any length. */
export const zstd: StreamedFormat = {
  id: 'zstd',
  version: 1,
  mimes: ['application/zstd'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    yield* reading.nested(unpackedName(reading.name), unpacked(bytes, reading));
  },
};

/** It packs runs of one byte to next to nothing, which is no bomb yet. */
const RATIO = 20;

async function* unpacked(bytes: ByteStream, reading: Reading): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let out = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      packed += piece.length;
      yield piece;
    }
  };
  const source = Readable.from(counted(), { objectMode: false, highWaterMark: 64 * 1024 });
  const decompress = createZstdDecompress();
  source.once('error', (error) => decompress.destroy(error));
  source.pipe(decompress);
  try {
    const pieces: AsyncIterable<Uint8Array> = decompress;
    for await (const piece of pieces) {
      out += piece.length;
      checkRatio(out, packed, reading.limits.maxRatio * RATIO);
      yield piece;
    }
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('corrupt', { cause: error });
  } finally {
    source.destroy();
    decompress.destroy();
  }
}
