import type { ByteStream, Reading, SeekingFormat, Segment } from '../format.ts';
import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import { openedParts } from '../encryption/open-document-package.ts';
import { reasonOf } from '../reason.ts';
import { Flow } from '../text/flow.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';
import { parsedXml } from '../text/xml.ts';
import { allText, partText, surroundings } from './document-parts.ts';
import { OpenDocumentSheets } from './open-document-sheets.ts';
import { OpenDocumentText } from './open-document-text.ts';
import { partBytes, partsOf } from './package.ts';

export const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** How the content of a document is read: by its kind. */
export type ContentReader = (bytes: ByteStream, reading: Reading) => AsyncGenerator<Segment>;

/** Reads an OpenDocument package: its content, headers and footers, properties, and what is embedded in it. */
export function openDocument(content: ContentReader): SeekingFormat['extract'] {
  return async function* (file: ByteSource, reading: Reading) {
    const parts = await openedParts(await partsOf(file, reading), reading);
    const main = parts.filter(({ name }) => /(^|\/)content\.xml$/.test(name));
    if (main.length === 0) throw new Unread('corrupt');
    for (const part of main) {
      if (part.name === 'content.xml') yield* mendable(content(partBytes(part, reading), reading), reading);
      else yield* partText(part, reading, { part: 'object' }, (flow) => new OpenDocumentText(flow));
    }
    for (const part of parts) {
      if (part.name === 'styles.xml')
        yield* partText(part, reading, { part: 'header and footer' }, (flow) => new OpenDocumentText(flow));
      if (part.name === 'meta.xml') yield* partText(part, reading, { part: 'properties' }, allText);
    }
    yield* surroundings(parts, reading);
  };
}

/** Damage in the content does not cost the rest. */
async function* mendable(segments: AsyncGenerator<Segment>, reading: Reading): AsyncGenerator<Segment> {
  try {
    yield* segments;
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

/** A spreadsheet's content, sheet by sheet. */
export async function* sheetContent(bytes: ByteStream, reading: Reading): AsyncGenerator<Segment> {
  const sheets = new OpenDocumentSheets(reading.path);
  try {
    yield* parsedXml(bytes, sheets, () => sheets.take());
  } finally {
    yield* lines(reading, 'notes and drawings', sheets.asides);
  }
}

/** A presentation's or a drawing's content, page by page. */
export async function* slideContent(bytes: ByteStream, reading: Reading): AsyncGenerator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part: 'body' });
  const flow = new Flow(writer);
  const text = new OpenDocumentText(flow);
  let slide = 0;
  const handler = {
    open(element: Parameters<OpenDocumentText['open']>[0]) {
      if (element.name === 'page') {
        flow.end();
        writer.at({ path: reading.path, slide: ++slide });
      }
      text.open(element);
    },
    close: (name: string) => text.close(name),
    text: (words: string) => text.text(words),
  };
  yield* written(bytes, handler, writer, flow);
}

/** Anything else: paragraphs wherever they stand. */
export async function* textContent(bytes: ByteStream, reading: Reading): AsyncGenerator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part: 'body' });
  const flow = new Flow(writer);
  yield* written(bytes, new OpenDocumentText(flow), writer, flow);
}

async function* written(
  bytes: ByteStream,
  handler: Parameters<typeof parsedXml>[1],
  writer: SegmentWriter,
  flow: Flow,
): AsyncGenerator<Segment> {
  try {
    yield* parsedXml(bytes, handler, () => writer.take());
  } finally {
    flow.end();
    yield* writer.end();
  }
}
