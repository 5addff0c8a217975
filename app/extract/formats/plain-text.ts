import type { ByteStream, Segment, StreamedFormat } from '../format.ts';
import { decoded } from '../text/decoding.ts';
import { SegmentWriter, withRest } from '../text/segments.ts';

/** Text as it is: notes, logs, Markdown, JSON, XML, settings. Markup is not taken away, for tags are context. */
export const plainText: StreamedFormat = {
  id: 'text',
  version: 1,
  mimes: ['text/plain', 'text/markdown', 'application/json', 'application/xml', 'application/yaml'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    const writer = new SegmentWriter({ path: reading.path, line: 1 });
    yield* withRest(written(bytes, writer), () => writer.end());
  },
};

async function* written(bytes: ByteStream, writer: SegmentWriter): AsyncGenerator<Segment> {
  for await (const text of decoded(bytes)) {
    writer.write(text);
    yield* writer.take();
  }
}
