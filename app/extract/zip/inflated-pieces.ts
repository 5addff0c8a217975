import { Readable } from 'node:stream';
import { constants, createInflateRaw } from 'node:zlib';
import { checkRatio } from '../archive/ratio.ts';
import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';

/**
 * What deflated bytes become, as far as they go: data that is cut off gives what is in it. `size` is how many bytes go in
 * at most. Throws `Unread`: 'corrupt' where it is no deflated data, 'too_large' for a bomb.
 */
export async function* inflatedPieces(
  packed: ByteStream,
  size: number,
  maxRatio: number,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  source.once('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  let out = 0;
  try {
    const pieces: AsyncIterable<Uint8Array> = inflate;
    for await (const piece of pieces) {
      out += piece.length;
      checkRatio(out, size, maxRatio);
      yield piece;
    }
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('corrupt', { cause: error });
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
