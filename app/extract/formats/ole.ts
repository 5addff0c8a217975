import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { bytesInMemory } from '#kernel/bytes.ts';
import { compoundStreams } from '../compound/compound-file.ts';
import { ENCRYPTED_OFFICE, OLE_OBJECT } from '../compound/compound-type.ts';
import { embeddedPackage } from '../compound/ole-package.ts';
import { lines } from '../text/lines.ts';

/**
 * Compound files that are not documents themselves: a password-protected Office document, and an object embedded in
 * one, which holds the file that was put in, often with the path that it came from.
 */
export const ole: SeekingFormat = {
  id: 'ole',
  version: 3,
  mimes: [OLE_OBJECT, ENCRYPTED_OFFICE],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (reading.mime === ENCRYPTED_OFFICE) throw new Unread('encrypted');
    let known = false;
    for (const stream of compoundStreams(file)) {
      const name = stream.name.toLowerCase();
      if (name === '\u0001ole10native') {
        const { names, content } = embeddedPackage(stream.bytes(reading.limits.maxInMemory));
        yield* lines(reading, 'names', names);
        yield* reading.nested(names[0] ?? 'object', bytesInMemory(content));
        known = true;
      } else if (name === 'contents' || name === 'package') {
        yield* reading.nested('object', bytesInMemory(stream.bytes(reading.limits.maxInMemory)));
        known = true;
      }
    }
    if (!known) throw new Unread('unsupported');
  },
};
