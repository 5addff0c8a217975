import type { ByteSource } from '#kernel/bytes.ts';
import type { ByteStream, SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { SegmentWriter } from '../text/segments.ts';
import { archiveEntries } from '../zip/archive.ts';

/** Archives: the names of the files in it, which say something too, and then each file by its own format. */
export const zip: SeekingFormat = {
  id: 'zip',
  version: 1,
  mimes: ['application/zip'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    const names = new SegmentWriter({ path: reading.path, part: 'names' });
    try {
      for await (const entry of archiveEntries(file, reading.limits.maxRatio)) {
        names.write(`${entry.name}\n`);
        yield* names.take();
        let content: ByteSource | ByteStream;
        try {
          content = await entry.content();
        } catch (error) {
          reading.leftOut(error instanceof Unread ? error.reason : 'corrupt');
          continue;
        }
        yield* reading.nested(entry.name, content);
      }
    } finally {
      yield* names.end();
    }
  },
};
