import type { ByteStream, Place, Segment } from '../format.ts';
import { decoded } from './decoding.ts';
import { HtmlText } from './html-text.ts';
import { SegmentWriter, withRest } from './segments.ts';

/** The text of a page of HTML as segments that stand at a place. Throws `Unread` as HtmlText does; what came before counts. */
export async function* htmlSegments(bytes: ByteStream, place: Place): AsyncGenerator<Segment> {
  const writer = new SegmentWriter(place);
  yield* withRest(written(bytes, writer), () => writer.end());
}

async function* written(bytes: ByteStream, writer: SegmentWriter): AsyncGenerator<Segment> {
  const text = new HtmlText(writer);
  for await (const piece of decoded(bytes)) {
    text.write(piece);
    yield* writer.take();
  }
  text.end();
}
