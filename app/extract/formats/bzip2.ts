import type { ByteSource } from '#kernel/bytes.ts';
import { bzip2Blocks } from '../archive/bzip2.ts';
import { checkRatio } from '../archive/ratio.ts';
import { SourceBytes } from '../archive/source-bytes.ts';
import { unpackedName } from '../archive/unpacked-name.ts';
import type { Reading, SeekingFormat } from '../format.ts';

/** Files packed with bzip2. */
export const bzip2: SeekingFormat = {
  id: 'bzip2',
  version: 1,
  mimes: ['application/x-bzip2'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    yield* reading.nested(unpackedName(reading.name), unpacked(file, reading));
  },
};

async function* unpacked(file: ByteSource, reading: Reading): AsyncGenerator<Uint8Array> {
  const bytes = new SourceBytes(file);
  let out = 0;
  for (const block of bzip2Blocks(bytes)) {
    out += block.length;
    checkRatio(out, bytes.position, reading.limits.maxRatio);
    yield await Promise.resolve(block);
  }
}
