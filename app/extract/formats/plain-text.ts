import type { ByteStream, Segment, StreamedFormat } from '../format.ts';
import { decoded } from '../text/decoding.ts';
import { withLetters } from '../text/escapes.ts';
import { SegmentWriter, withRest } from '../text/segments.ts';

/**
 * Text as it is: notes, logs, Markdown, JSON, XML, settings. Markup is not taken away, for tags are context; letters that JSON
 * and XML write by their numbers are given as letters.
 */
export const plainText: StreamedFormat = {
  id: 'text',
  version: 2,
  mimes: ['text/plain', 'text/markdown', 'application/json', 'application/xml', 'application/yaml'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    const writer = new SegmentWriter({ path: reading.path, line: 1 });
    yield* withRest(written(lettersOf(bytes, reading.mime), writer), () => writer.end());
  },
};

function lettersOf(bytes: ByteStream, mime: string): AsyncGenerator<string> {
  const text = decoded(bytes);
  if (mime === 'application/json') return withLetters(text, 'json');
  return mime === 'application/xml' ? withLetters(text, 'xml') : text;
}

async function* written(pieces: AsyncIterable<string>, writer: SegmentWriter): AsyncGenerator<Segment> {
  for await (const text of pieces) {
    writer.write(text);
    yield* writer.take();
  }
}
