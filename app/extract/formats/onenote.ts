import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { countedStrings } from '../onenote/counted-strings.ts';
import { lines } from '../text/lines.ts';

const ONENOTE = 'application/onenote';

/**
 * Sections of OneNote (MS-ONE). Not laid out by page: the strings of the file are given in their order, each once, which
 * are the notes, earlier states of them, titles, and who wrote them; then the files and pictures put into the notes.
 */
export const onenote: SeekingFormat = {
  id: 'onenote',
  version: 1,
  mimes: [ONENOTE],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const bytes = Buffer.from(file.read(0, file.size));
    yield* lines(reading, 'notes', notesIn(bytes));
    yield* filesIn(bytes, reading);
  },
};

/** Names of fonts and languages, identifiers and links within OneNote say nothing. */
const SILENT =
  /^(Calibri( Light)?|Cambria|Arial|Times New Roman|Segoe UI.*|[a-z]{2}-[A-Z]{2}|\{[0-9A-Fa-f-]{36}\}.*|[0-9A-Fa-f-]{32,})$/;

function notesIn(bytes: Buffer): Set<string> {
  const notes = new Set<string>();
  for (const text of countedStrings(bytes)) {
    const words = text.replaceAll(/[\r\n\v]+/g, '\n').trim();
    if (words !== '' && !SILENT.test(words)) notes.add(words);
  }
  return notes;
}

/** What stands in front of each file that is kept in the section: {BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC}. */
const FILE_MARK = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex');
const FILE_HEAD = 36;

async function* filesIn(bytes: Buffer, reading: Reading): AsyncGenerator<Segment> {
  let number = 0;
  for (let at = bytes.indexOf(FILE_MARK); at >= 0; at = bytes.indexOf(FILE_MARK, at + FILE_MARK.length)) {
    if (at + FILE_HEAD > bytes.length) return;
    const length = bytes.readUInt32LE(at + 16);
    const content = bytes.subarray(at + FILE_HEAD, at + FILE_HEAD + length);
    if (content.length > 0) yield* reading.nested(`file ${++number}`, bytesInMemory(content));
  }
}
