import { bytesInMemory } from '#kernel/bytes.ts';
import { timeStampedContent } from '../archive/time-stamped-content.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';

/** Files with a time stamp around them (tsd, RFC 5544), as notaries and archives keep them: the file by its own format. */
export const tsd: SeekingFormat = {
  id: 'tsd',
  version: 1,
  mimes: ['application/timestamped-data'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const { content, name, says } = timeStampedContent(Buffer.from(file.read(0, file.size)));
    yield* lines(reading, 'properties', says);
    const inner = name ?? (reading.name.replace(/^.*[/\\]|\.tsd$/gi, '') || 'content');
    if (content) yield* reading.nested(inner, bytesInMemory(content));
  },
};
