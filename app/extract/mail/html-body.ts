import type { Reading, Segment } from '../format.ts';
import { HtmlText } from '../text/html-text.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';

/** A mail's text body. */
export function* textBody(body: string, reading: Reading): Generator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part: 'text', line: 1 });
  writer.write(body.replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''));
  yield* writer.end();
}

/** The HTML body's lines, but those that the text body has as well: most mails say all twice. */
export function* htmlBody(body: string, text: string, reading: Reading): Generator<Segment> {
  if (body === '') return;
  const writer = new SegmentWriter({ path: reading.path, part: 'html' });
  const parser = new HtmlText(writer);
  parser.write(body);
  parser.end();
  const segments = writer.end();
  if (text.length > COMPARED || body.length > 4 * COMPARED) {
    yield* segments;
    return;
  }
  const said = bare(text);
  const rest = segments
    .flatMap((segment) => segment.text.split('\n'))
    .filter((line) => !said.includes(bare(line)));
  yield* lines(reading, 'html', rest);
}

/** Bodies longer than this are not compared, for time. */
const COMPARED = 256 * 1024;

function bare(text: string): string {
  return text.replaceAll(/[\s>]+/g, '');
}
