import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { compoundSurroundings } from '../compound/compound-surroundings.ts';
import { POWERPOINT_95 } from '../compound/compound-type.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import { salvagedTexts } from '../text/salvage.ts';

/**
 * PowerPoint 4 and 95, whose layout was never told: what reads as text in the presentation, so that it always ends as
 * partial; and its properties and embedded files.
 */
export const ppt95: SeekingFormat = {
  id: 'ppt-95',
  version: 1,
  mimes: [POWERPOINT_95],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const root = compoundTree(file);
    const bytes = streamIn(root, 'PP40')?.bytes(reading.limits.maxInMemory);
    if (!bytes) throw new Unread('corrupt');
    yield* lines(reading, 'slides', salvagedTexts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
    yield* compoundSurroundings(root, reading);
    reading.leftOut('unsupported');
  },
};
