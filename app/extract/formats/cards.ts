import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { cardLines } from '../mail/calendar-lines.ts';
import { decodedText } from '../text/decoding.ts';
import { SegmentWriter } from '../text/segments.ts';

/** Address cards (vcf) and calendars (ics): who, when, where, and whom to reach how. */
export const cards: SeekingFormat = {
  id: 'cards',
  version: 1,
  mimes: ['text/vcard', 'text/calendar'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const writer = new SegmentWriter({ path: reading.path });
    for (const line of cardLines(await decodedText(file.read(0, file.size)))) {
      writer.write(`${line}\n`);
      yield* writer.take();
    }
    yield* writer.end();
  },
};
