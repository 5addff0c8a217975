import { xlsbBook, recordsOf } from '../excel/xlsb-book.ts';
import { xlsbText } from '../excel/xlsb-records.ts';
import { XlsbSheet } from '../excel/xlsb-sheet.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { besideSheets } from '../office/beside-sheets.ts';
import { surroundings } from '../office/document-parts.ts';
import type { Part } from '../office/package.ts';
import { partsOf } from '../office/package.ts';
import type { Workbook } from '../office/workbook.ts';
import { sheetsInOrder } from '../office/workbook.ts';
import { lines } from '../text/lines.ts';
import { TableWriter } from '../text/table.ts';

/** Excel's binary workbooks since 2007: sheets as in its others, comments, and the parts that are XML here as well. */
export const xlsb: SeekingFormat = {
  id: 'xlsb',
  version: 2,
  mimes: ['application/vnd.ms-excel.sheet.binary', 'application/vnd.ms-excel.sheet.binary.macroenabled'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    const main = parts.find(({ kind }) => kind === 'main');
    if (!main) throw new Unread('corrupt');
    const book = await xlsbBook(parts, main, reading);
    for (const part of sheetsInOrder(parts, book)) yield* sheet(part, book, reading);
    for (const part of parts) {
      if (part.kind === 'comments') yield* comments(part, reading);
      else if (/\.(xml|vml)$/i.test(part.name)) yield* besideSheets(part, reading);
    }
    yield* surroundings(parts, reading);
  },
};

async function* sheet(part: Part, book: Workbook, reading: Reading): AsyncGenerator<Segment> {
  const name = book.sheets.find((listed) => listed.part === part.name)?.name ?? part.name;
  const table = new TableWriter({ path: reading.path, sheet: name, row: 1 });
  const rows = new XlsbSheet(table, book);
  for await (const record of recordsOf(part, reading)) {
    rows.read(record);
    yield* table.take();
  }
  rows.endRow();
  yield* table.end();
  for (const { text, place } of lines(reading, 'sheet', rows.asides))
    yield { text, place: { ...place, sheet: name } };
}

const AUTHOR = 632;
const COMMENT = 637;

async function* comments(part: Part, reading: Reading): AsyncGenerator<Segment> {
  const texts = new Set<string>();
  for await (const { id, data } of recordsOf(part, reading)) {
    if (id === AUTHOR) texts.add(xlsbText(data, 0).text);
    else if (id === COMMENT) texts.add(xlsbText(data, 1).text);
  }
  yield* lines(reading, 'comments', texts);
}
