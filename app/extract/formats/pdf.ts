import type { ByteSource } from '#kernel/bytes.ts';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { allText } from '../office/document-parts.ts';
import { lines } from '../text/lines.ts';
import { pdfMetadata } from '../pdf/pdf-metadata.ts';
import { PdfDocument } from '../pdf/pdf-document.ts';
import type { PdfPage } from '../pdf/pdf-page.ts';
import { discardPdfium, pdfium } from '../pdf/pdfium.ts';
import { chunksOf } from '../text/chunks.ts';
import { Flow } from '../text/flow.ts';
import { SegmentWriter } from '../text/segments.ts';
import { parsedXml } from '../text/xml.ts';

/**
 * PDF: the text of each page with its notes, filled-in fields and links; title, author and XMP; outline; attached files; XFA
 * forms. A page that shows something but holds no text (a scan) is read as a picture.
 */
export const pdf: SeekingFormat = {
  id: 'pdf',
  version: 5,
  mimes: ['application/pdf'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const document = new PdfDocument(await pdfium(), file, reading.passwords);
    try {
      yield* pages(document, reading);
      yield* lines(reading, 'properties', await properties(document, file));
      yield* lines(reading, 'outline', document.bookmarks());
      for (const packet of document.xfaPackets(reading.limits.maxInMemory)) yield* form(packet, reading);
      for (const { name, content } of document.attachments(reading.limits.maxInMemory)) {
        yield* reading.nested(name || 'attachment', bytesInMemory(content()));
      }
    } catch (error) {
      if (!(error instanceof Unread)) discardPdfium();
      throw error;
    } finally {
      close(document);
    }
  },
};

/** The two ways in which a PDF tells who wrote it mostly say the same: it is given once. */
async function properties(document: PdfDocument, file: ByteSource): Promise<string[]> {
  const said = [...document.information()];
  const values = new Set(said.map(valueOf));
  return [...said, ...[...(await pdfMetadata(file))].filter((note) => !values.has(valueOf(note)))];
}

function valueOf(property: string): string {
  return property.slice(property.indexOf(': ') + 2).trim();
}

async function* pages(document: PdfDocument, reading: Reading): AsyncGenerator<Segment> {
  for (let number = 1; number <= document.pageCount; number++) {
    const { text, notes, picture } = readPage(document, number);
    if (picture === null) {
      reading.leftOut('corrupt');
      continue;
    }
    const writer = new SegmentWriter({ path: reading.path, page: number });
    writer.write(text);
    if (picture) {
      const seen = await reading.pictureText(() => document.page(number, (page) => page.picture()));
      if (seen !== null) writer.write(text.trim() === '' ? seen : `\n${seen}`);
    }
    yield* writer.end();
    for (const { text: note, place } of lines(reading, 'annotations', notes))
      yield { text: note, place: { ...place, page: number } };
  }
}

/** One broken page does not cost the others; a fault of the reader does. `picture` is null for a broken page. */
function readPage(
  document: PdfDocument,
  number: number,
): { text: string; notes: string[]; picture: boolean | null } {
  try {
    return document.page(number, (page) => {
      const text = page.text();
      const notes = page.annotations();
      return { text, notes, picture: isScan(text, notes, page) };
    });
  } catch (error) {
    if (error instanceof Unread && error.reason === 'corrupt') return { text: '', notes: [], picture: null };
    throw error;
  }
}

/** Too little text to be a page's own, such as a scanner's stamp or a reference number over a picture. */
const STAMP = 200;
const MOSTLY = 0.4;

/**
 * Whether the page's writing has to be read from how it looks: nothing on it is text; or there is a picture over much of it
 * and hardly any text; or what it has as text is of a font that does not tell its letters.
 */
function isScan(text: string, notes: readonly string[], page: PdfPage): boolean {
  const foreign = countOf(FOREIGN, text, Infinity);
  const letters = countOf(LETTERS, text, foreign === 0 ? STAMP : Infinity);
  if (letters === 0) return notes.length === 0 ? page.isPicture() : page.pictureCover() > MOSTLY;
  if (foreign > letters / 4) return true;
  return letters < STAMP && page.pictureCover() > MOSTLY;
}

const LETTERS = /[\p{L}\p{N}]/gu;
/** What a font gives that does not tell its letters. */
const FOREIGN = /[\p{Co}\uFFFD]/gu;

/** How often something stands in a text, at most `enough`: a page of letters is not counted to its end. */
function countOf(pattern: RegExp, text: string, enough: number): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (count < enough && pattern.test(text)) count++;
  return count;
}

async function* form(packet: Uint8Array, reading: Reading): AsyncGenerator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part: 'form' });
  const flow = new Flow(writer);
  try {
    yield* parsedXml(chunksOf(bytesInMemory(packet)), allText(flow), () => writer.take());
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  flow.end();
  yield* writer.end();
}

function close(document: PdfDocument): void {
  try {
    document.close();
  } catch {
    discardPdfium();
  }
}
