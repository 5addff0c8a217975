import { bytesInMemory } from '#kernel/bytes.ts';
import { signedContent } from '../archive/signed-content.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';

/** Files in a signature's envelope (p7m, p7s): what was signed, by its own format. Encrypted ones are told as such. */
export const signed: SeekingFormat = {
  id: 'signed',
  version: 1,
  mimes: ['application/pkcs7-mime'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const content = signedContent(Buffer.from(file.read(0, file.size)));
    if (content)
      yield* reading.nested(reading.name.replace(/\.p7[ms]$/i, '') || 'content', bytesInMemory(content));
  },
};
