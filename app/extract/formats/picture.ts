import type { Picture, PictureReaders } from '#kernel/picture.ts';
import type { ByteSource } from '#kernel/bytes.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { decodersOf } from '../pictures/decoders.ts';
import { pictureNotes } from '../pictures/notes/picture-notes.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';

/**
 * Pictures: photographs, scans, faxes of many pages, screenshots. Their text is the writing that can be seen in them, and what
 * they say beside it: who took them, whose they are, who is on them, where.
 */
export const picture: SeekingFormat = {
  id: 'picture',
  version: 3,
  mimes: ['image/jpeg', 'image/png', 'image/apng', 'image/tiff', 'image/gif', 'image/bmp', 'image/webp'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const bytes = bytesOf(file);
    yield* lines(reading, 'properties', await pictureNotes(reading.mime, bytes));
    const pages = await decodersOf(reading.mime, bytes);
    for (const [index, draw] of pages.entries()) {
      yield* writing(draw, reading, pages.length > 1 ? index + 1 : null);
    }
  },
};

async function* writing(
  draw: (readers: PictureReaders) => Picture | Promise<Picture>,
  reading: Reading,
  page: number | null,
): AsyncGenerator<Segment> {
  let text: string | null = null;
  try {
    text = await reading.pictureText(draw);
  } catch (error) {
    // One page that does not decode does not cost the others.
    if (page === null) throw error;
    reading.leftOut(reasonOf(error));
  }
  if (text === null || text === '') return;
  const writer = new SegmentWriter({ path: reading.path, ...(page === null ? {} : { page }) });
  writer.write(text);
  yield* writer.end();
}

function bytesOf(file: ByteSource): Buffer {
  const bytes = file.read(0, file.size);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
