import { discFiles } from '../archive/disc-image.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { SegmentWriter } from '../text/segments.ts';

/** Images of discs, of any size: names, then each file by its own format. */
export const iso: SeekingFormat = {
  id: 'iso',
  version: 1,
  mimes: ['application/x-iso9660-image'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    const names = new SegmentWriter({ path: reading.path, part: 'names' });
    try {
      for (const { name, content } of discFiles(file)) {
        names.write(`${name}\n`);
        yield* names.take();
        yield* reading.nested(name, content);
      }
    } catch (error) {
      if (!(error instanceof Unread) || error.reason === 'too_large') throw error;
      reading.leftOut(error.reason);
    }
    yield* names.end();
  },
};
