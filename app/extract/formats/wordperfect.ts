import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';
import { prefixOf } from '../wordperfect/prefix.ts';
import { textOf5, textOf6 } from '../wordperfect/text-stream.ts';

/** WordPerfect 5 and later: text, deleted text that can be brought back, notes, headers, boxes, summary. No pictures. */
export const wordPerfect: SeekingFormat = {
  id: 'wordperfect',
  version: 1,
  mimes: ['application/vnd.wordperfect'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const bytes = Buffer.from(file.read(0, file.size));
    if (bytes.length < 16) throw new Unread('corrupt');
    if (bytes.readUInt16LE(12) !== 0) throw new Unread('encrypted');
    const start = bytes.readUInt32LE(4);
    if (start < 16 || start > bytes.length) throw new Unread('corrupt');
    const isOld = bytes[10] === 0;
    const writer = new SegmentWriter({ path: reading.path });
    const text = bytes.subarray(start);
    writer.write(`${isOld ? textOf5(text) : textOf6(text)}\n`);
    yield* writer.end();
    await Promise.resolve();
    if (isOld) return;
    const { texts, properties } = prefixOf(bytes);
    yield* lines(reading, 'notes', texts);
    yield* lines(reading, 'properties', properties);
  },
};
