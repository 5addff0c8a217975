import { bytesInMemory } from '#kernel/bytes.ts';
import type { ByteStream, Place, Reading, Segment } from '../format.ts';
import { dataFile } from './data-address.ts';
import { decoded } from './decoding.ts';
import { HtmlText } from './html-text.ts';
import { SegmentWriter, withRest } from './segments.ts';

/**
 * The text of a page of HTML as segments that stand at a place, and then the files that stand in its addresses ("data:…").
 * Throws `Unread` as HtmlText does; what came before counts.
 */
export async function* htmlSegments(
  bytes: ByteStream,
  place: Place,
  reading: Reading,
): AsyncGenerator<Segment> {
  const writer = new SegmentWriter(place);
  const files: Buffer[] = [];
  let room = reading.limits.maxInMemory;
  const text = new HtmlText(writer, (address) => {
    const file = dataFile(address);
    if (!file) return;
    room -= file.content.length;
    if (room < 0) reading.leftOut('too_large');
    else files.push(file.content);
  });
  yield* withRest(written(bytes, text, writer), () => writer.end());
  for (const [i, content] of files.entries()) yield* reading.nested(`file ${i + 1}`, bytesInMemory(content));
}

async function* written(bytes: ByteStream, text: HtmlText, writer: SegmentWriter): AsyncGenerator<Segment> {
  for await (const piece of decoded(bytes)) {
    text.write(piece);
    yield* writer.take();
  }
  text.end();
}
