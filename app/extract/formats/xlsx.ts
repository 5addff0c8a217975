import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { allText, boxText, partText, surroundings } from '../office/document-parts.ts';
import { lines } from '../text/lines.ts';
import { OfficeText } from '../office/office-text.ts';
import type { Part } from '../office/package.ts';
import { partBytes, partsOf } from '../office/package.ts';
import { SheetRows } from '../office/sheet-rows.ts';
import type { Workbook } from '../office/workbook.ts';
import { workbookOf } from '../office/workbook.ts';
import { TableWriter } from '../text/table.ts';
import { parsedXml } from '../text/xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Excel workbooks since 2007. Sheets are streamed, hidden ones too; the strings that they share are kept in memory. A
 * pivot table's cache is read as well: it is a copy of its source's data that stays when the source is deleted.
 */
export const xlsx: SeekingFormat = {
  id: 'xlsx',
  version: 1,
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
    for (const part of inOrder(parts, book)) yield* sheet(part, book, reading);
    for (const part of parts) yield* beside(part, reading);
    yield* surroundings(parts, reading);
  },
};

/** The sheets as the workbook lists them, then those that it does not list any more. */
function inOrder(parts: readonly Part[], book: Workbook): Part[] {
  const sheets = parts.filter(({ kind }) => SHEETS.has(kind));
  const listed = book.sheets.flatMap(({ part }) => sheets.filter(({ name }) => name === part));
  return [...new Set([...listed, ...sheets])];
}

const SHEETS = new Set(['worksheet', 'chartsheet', 'dialogsheet', 'macrosheet']);

async function* sheet(part: Part, book: Workbook, reading: Reading): AsyncGenerator<Segment> {
  const name = book.sheets.find((listed) => listed.part === part.name)?.name ?? part.name;
  const table = new TableWriter({ path: reading.path, sheet: name, row: 1 });
  const rows = new SheetRows(table, book);
  try {
    yield* parsedXml(partBytes(part, reading), rows, () => table.take());
  } catch (error) {
    reading.leftOut(error instanceof Unread ? error.reason : 'corrupt');
  }
  yield* table.end();
  for (const { text, place } of lines(reading, 'sheet', rows.asides))
    yield { text, place: { ...place, sheet: name } };
}

async function* beside(part: Part, reading: Reading): AsyncGenerator<Segment> {
  const place = PLACES[part.kind];
  if (place === undefined) return;
  if (OFFICE_TEXT.has(part.kind)) {
    yield* partText(part, reading, { part: place }, (flow) => new OfficeText(flow));
    return;
  }
  yield* partText(part, reading, { part: place }, (flow) =>
    part.kind === 'vmldrawing' ? boxText(flow) : allText(flow, ATTRIBUTES[part.kind] ?? []),
  );
}

/** What is read beside the sheets, and what a person would call it. */
const PLACES: Record<string, string> = {
  comments: 'comments',
  threadedcomments: 'comments',
  person: 'commenters',
  drawing: 'drawing',
  chart: 'chart',
  chartshapes: 'chart',
  diagramdata: 'diagram',
  vmldrawing: 'drawing',
  connections: 'connections',
  externallink: 'external data',
  querytable: 'external data',
  pivotcachedefinition: 'pivot table',
  pivotcacherecords: 'pivot table',
};

const OFFICE_TEXT = new Set(['drawing', 'chart', 'chartshapes', 'diagramdata']);

const ATTRIBUTES: Record<string, readonly string[]> = {
  person: ['displayName', 'userId'],
  connections: ['name', 'description', 'connection', 'command', 'sourceFile', 'url', 'odcFile'],
  externallink: ['ddeService', 'ddeTopic', 'progId', 'v'],
  querytable: ['name'],
  pivotcachedefinition: ['v', 'name', 'refreshedBy'],
  pivotcacherecords: ['v'],
};
