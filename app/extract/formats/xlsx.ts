import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { surroundings } from '../office/document-parts.ts';
import { lines } from '../text/lines.ts';
import type { Part } from '../office/package.ts';
import { partBytes, partsOf } from '../office/package.ts';
import { SheetRows } from '../office/sheet-rows.ts';
import { besideSheets } from '../office/beside-sheets.ts';
import type { Workbook } from '../office/workbook.ts';
import { sheetsInOrder, workbookOf } from '../office/workbook.ts';
import { TableWriter } from '../text/table.ts';
import { parsedXml } from '../text/xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Excel workbooks since 2007. Sheets are streamed, hidden ones too; the strings that they share are kept in memory. A
 * pivot table's cache is read as well: it is a copy of its source's data that stays when the source is deleted.
 */
export const xlsx: SeekingFormat = {
  id: 'xlsx',
  version: 2,
  mimes: [
    `${OFFICE}.sheet`,
    `${OFFICE}.template`,
    'application/vnd.ms-excel.sheet.macroenabled',
    'application/vnd.ms-excel.template.macroenabled',
    'application/vnd.ms-excel.addin.macroenabled',
  ],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    const main = parts.find(({ kind }) => kind === 'main');
    if (!main) throw new Unread('corrupt');
    const book = await workbookOf(parts, main, reading);
    for (const part of sheetsInOrder(parts, book)) yield* sheet(part, book, reading);
    for (const part of parts) yield* besideSheets(part, reading);
    yield* surroundings(parts, reading);
  },
};

async function* sheet(part: Part, book: Workbook, reading: Reading): AsyncGenerator<Segment> {
  const name = book.sheets.find((listed) => listed.part === part.name)?.name ?? part.name;
  const table = new TableWriter({ path: reading.path, sheet: name, row: 1 });
  const rows = new SheetRows(table, book);
  try {
    yield* parsedXml(partBytes(part, reading), rows, () => table.take());
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  yield* table.end();
  for (const { text, place } of lines(reading, 'sheet', rows.asides))
    yield { text, place: { ...place, sheet: name } };
}
