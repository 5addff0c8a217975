import { bytesInMemory } from '#kernel/bytes.ts';
import type { ByteStream, Reading, Segment, StreamedFormat } from '../format.ts';
import { RtfText } from '../rtf/rtf-text.ts';
import { RtfTokens } from '../rtf/rtf-tokens.ts';
import { withRest } from '../text/segments.ts';

/**
 * Rich Text Format: body, headers, footnotes, comments, text boxes, addresses of links, who wrote and changed it, and the
 * files and pictures embedded in it. Also the bodies of mails that Outlook keeps so.
 */
export const rtf: StreamedFormat = {
  id: 'rtf',
  version: 2,
  mimes: ['application/rtf', 'text/rtf'],
  withoutText: 'no_text',
  access: 'streamed',
  async *extract(bytes, reading) {
    const text = new RtfText(reading.path, reading.limits.maxInMemory);
    yield* withRest(written(bytes, text, reading), () => text.end());
  },
};

async function* written(bytes: ByteStream, text: RtfText, reading: Reading): AsyncGenerator<Segment> {
  const tokens = new RtfTokens(text);
  for await (const piece of bytes) {
    tokens.write(piece);
    yield* text.take();
    yield* embedded(text, reading);
  }
  tokens.end();
  yield* embedded(text, reading);
}

async function* embedded(text: RtfText, reading: Reading): AsyncGenerator<Segment> {
  for (const { name, content } of text.objects()) yield* reading.nested(name, bytesInMemory(content));
}
