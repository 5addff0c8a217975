import type { CompoundStorage } from '../compound/compound-file.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { compoundSurroundings } from '../compound/compound-surroundings.ts';
import { openedExcel } from '../encryption/old-excel.ts';
import type { BiffBook } from '../excel/biff-book.ts';
import { biffBook } from '../excel/biff-book.ts';
import { biffRecords } from '../excel/biff-records.ts';
import { BiffSheet } from '../excel/biff-sheet.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { lines } from '../text/lines.ts';

const BARE_EXCEL = 'application/vnd.ms-excel.biff';

/**
 * Excel workbooks and templates up to 2003: all sheets, hidden ones too, with numbers as they are shown; text boxes,
 * comments, headers, links, titles of charts; who opened it last. Excel 2 to 4 wrote one sheet without a container.
 */
export const xls: SeekingFormat = {
  id: 'xls',
  version: 2,
  mimes: ['application/vnd.ms-excel', BARE_EXCEL],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    if (reading.mime === BARE_EXCEL) {
      yield* sheets(Buffer.from(file.read(0, file.size)), reading);
      return;
    }
    const root = compoundTree(file);
    yield* sheets(bookStream(root, reading), reading);
    yield* compoundSurroundings(root, reading);
  },
};

/** Files for Excel 95 and 97 hold both streams: the newer says more. */
function bookStream(root: CompoundStorage, reading: Reading): Buffer {
  const stream = streamIn(root, 'Workbook') ?? streamIn(root, 'Book');
  if (!stream) throw new Unread('corrupt');
  const bytes = stream.bytes(reading.limits.maxInMemory);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function* sheets(bytes: Buffer, reading: Reading): Generator<Segment> {
  const stream = openedExcel(bytes, reading.passwords);
  const book = biffBook(stream);
  let sheet: { name: string; content: BiffSheet } | null = null;
  let depth = 0;
  try {
    for (const record of biffRecords(stream)) {
      if (BEGINNINGS.has(record.id)) {
        depth++;
        const name = book.sheets.get(record.at) ?? (isBare(reading) ? '' : null);
        if (depth === 1 && name !== null) sheet = { name, content: new BiffSheet(book, reading.path, name) };
      } else if (record.id === END) depth = Math.max(0, depth - 1);
      if (!sheet) continue;
      if (depth === 0) {
        yield* ended(sheet, reading);
        sheet = null;
        continue;
      }
      sheet.content.read(record);
      yield* sheet.content.take();
    }
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  if (sheet) yield* ended(sheet, reading);
  yield* besideSheets(book, reading);
}

const BEGINNINGS = new Set([0x809, 0x409, 0x209, 0x009]);
const END = 0x0a;

function isBare(reading: Reading): boolean {
  return reading.mime === BARE_EXCEL;
}

function* ended(
  { name, content }: { name: string; content: BiffSheet },
  reading: Reading,
): Generator<Segment> {
  yield* content.end();
  for (const { text, place } of lines(reading, 'sheet', content.asides))
    yield { text, place: { ...place, sheet: name } };
}

function* besideSheets(book: BiffBook, reading: Reading): Generator<Segment> {
  yield* lines(reading, 'workbook', new Set(book.asides));
  const names = [...book.sheets.values()].filter(
    (name) => !/^(Sheet|Ark|Tabelle|Blad|Chart|Diagram)\d*$/i.test(name),
  );
  yield* lines(reading, 'sheets', names);
}
