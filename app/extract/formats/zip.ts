import type { ByteSource } from '#kernel/bytes.ts';
import type { ByteStream, Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { SegmentWriter } from '../text/segments.ts';
import type { ArchiveEntry } from '../zip/archive-entry.ts';
import { archiveEntries } from '../zip/archive.ts';

/** Archives: the names of the files in it, which say something too, and then each file by its own format. */
export const zip: SeekingFormat = {
  id: 'zip',
  version: 4,
  mimes: ['application/zip'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    const names = new SegmentWriter({ path: reading.path, part: 'names' });
    try {
      for await (const entry of archiveEntries(file, reading.limits.maxRatio, reading.passwords)) {
        names.write(`${entry.name}\n`);
        yield* names.take();
        yield* inEntry(entry, reading);
      }
    } catch (error) {
      if (!(error instanceof Unread) || error.reason === 'too_large') throw error;
      reading.leftOut(error.reason);
    }
    yield* names.end();
  },
};

async function* inEntry(entry: ArchiveEntry, reading: Reading): AsyncGenerator<Segment> {
  let content: ByteSource | ByteStream;
  try {
    content = await entry.content();
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return;
  }
  yield* reading.nested(entry.name, content);
}
