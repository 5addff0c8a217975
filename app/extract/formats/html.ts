import type { ByteStream, Segment, StreamedFormat } from '../format.ts';
import { decoded } from '../text/decoding.ts';
import { HtmlText } from '../text/html-text.ts';
import { SegmentWriter, withRest } from '../text/segments.ts';

/** Web pages, saved or made by office programs. What counts as text is said at HtmlText. */
export const html: StreamedFormat = {
  id: 'html',
  version: 1,
  mimes: ['text/html', 'application/xhtml+xml'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    const writer = new SegmentWriter({ path: reading.path });
    yield* withRest(written(bytes, writer), () => writer.end());
  },
};

async function* written(bytes: ByteStream, writer: SegmentWriter): AsyncGenerator<Segment> {
  const text = new HtmlText(writer);
  for await (const piece of decoded(bytes)) {
    text.write(piece);
    yield* writer.take();
  }
  text.end();
}
