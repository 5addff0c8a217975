import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { checkRatio } from '../archive/ratio.ts';
import { unpackedName } from '../archive/unpacked-name.ts';
import type { ByteStream, Reading, StreamedFormat } from '../format.ts';
import { Unread } from '../format.ts';

/** Gzip (RFC 1952), of any length, several members one after the other included. */
export const gzip: StreamedFormat = {
  id: 'gzip',
  version: 1,
  mimes: ['application/gzip'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    yield* reading.nested(unpackedName(reading.name), unpacked(bytes, reading));
  },
};

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
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    const pieces: AsyncIterable<Uint8Array> = gunzip;
    for await (const piece of pieces) {
      out += piece.length;
      checkRatio(out, packed, reading.limits.maxRatio);
      yield piece;
    }
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('corrupt', { cause: error });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
