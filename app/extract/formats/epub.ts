import { bookPackage } from '../book/book-package.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { isPasted } from '../office/document-parts.ts';
import type { Part } from '../office/package.ts';
import { partBytes, partsOf } from '../office/package.ts';
import { htmlSegments } from '../text/html-segments.ts';
import { lines } from '../text/lines.ts';

/**
 * Electronic books (EPUB 2 and 3, iBooks): the chapters in the order in which they are read, who wrote and published it, and
 * files that were put in beside the book. Style sheets, fonts, sounds and the table of contents made for devices say nothing.
 */
export const epub: SeekingFormat = {
  id: 'epub',
  version: 1,
  mimes: ['application/epub+zip', 'application/x-ibooks+zip'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    const book = await bookPackage(parts, reading);
    for (const part of book.chapters) {
      if (book.enciphered.has(part.name)) reading.leftOut('encrypted');
      else yield* chapter(part, reading);
    }
    yield* lines(reading, 'properties', new Set(book.properties));
    const chapters = new Set(book.chapters);
    for (const part of parts) {
      if (chapters.has(part) || book.silent.has(part) || SILENT.test(part.name)) continue;
      if (book.enciphered.has(part.name)) reading.leftOut('encrypted');
      else if (!PICTURE.test(part.name) || isPasted(part.entry.size)) yield* beside(part, reading);
    }
  },
};

/** What is no text of the book by its name; Macs leave files of their own in what they zip. */
const SILENT =
  /(^mimetype$|^META-INF\/|^__MACOSX\/|(^|\/)\.DS_Store$|(^|\/)iTunes\w+\.plist$|\.(opf|ncx|css|otf|ttf|ttc|woff2?|js|smil|xpgt|mp3|m4a|m4v|mp4|plist)$)/i;
const PICTURE = /\.(png|jpe?g|gif|bmp|webp|tiff?|svg)$/i;

async function* chapter(part: Part, reading: Reading): AsyncGenerator<Segment> {
  const name = part.name.slice(part.name.lastIndexOf('/') + 1);
  try {
    yield* htmlSegments(partBytes(part, reading), { path: reading.path, part: name }, reading);
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

async function* beside(part: Part, reading: Reading): AsyncGenerator<Segment> {
  let content;
  try {
    content = await part.entry.content();
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return;
  }
  yield* reading.nested(part.name, content);
}
