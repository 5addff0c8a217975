import type { Part } from '../office/package.ts';
import { partBytes, relationsOf } from '../office/package.ts';
import type { Workbook } from '../office/workbook.ts';
import { BUILT_IN_FORMATS } from '../office/workbook.ts';
import type { Reading } from '../format.ts';
import { reasonOf } from '../reason.ts';
import type { XlsbRecord } from './xlsb-records.ts';
import { xlsbRecords, xlsbText } from './xlsb-records.ts';

const BOOK = 153;
const SHEET = 156;
const STRING = 19;
const FORMAT = 44;
const CELL_STYLES = 617;
const CELL_STYLES_END = 618;
const STYLE = 47;

/** What the sheets of a binary workbook share. */
export async function xlsbBook(parts: readonly Part[], main: Part, reading: Reading): Promise<Workbook> {
  const targets = new Map((await relationsOf(parts, reading, main)).map(({ id, target }) => [id, target]));
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let date1904 = false;
  for await (const { id, data } of recordsOf(main, reading)) {
    if (id === BOOK && data.length > 0) date1904 = ((data[0] ?? 0) & 1) !== 0;
    if (id !== SHEET) continue;
    const relation = xlsbText(data, 8);
    const name = xlsbText(data, relation.end).text;
    sheets.push({ name, hidden: data.readUInt32LE(0) !== 0, part: targets.get(relation.text) ?? '' });
  }
  const strings: string[] = [];
  let size = 0;
  for await (const { id, data } of recordsIn('sharedstrings', parts, reading)) {
    if (id !== STRING) continue;
    const { text } = xlsbText(data, 1);
    size += text.length + 32;
    if (size > reading.limits.maxInMemory) reading.leftOut('too_large');
    strings.push(size > reading.limits.maxInMemory ? '' : text);
  }
  return { sheets, strings, formats: await formatsOf(parts, reading), date1904 };
}

/** The records of a part. Damage is noted as left out, and what came before it counts. */
export async function* recordsOf(part: Part, reading: Reading): AsyncGenerator<XlsbRecord> {
  try {
    yield* xlsbRecords(partBytes(part, reading));
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

async function* recordsIn(
  kind: string,
  parts: readonly Part[],
  reading: Reading,
): AsyncGenerator<XlsbRecord> {
  const part = parts.find((one) => one.kind === kind);
  if (part) yield* recordsOf(part, reading);
}

async function formatsOf(parts: readonly Part[], reading: Reading): Promise<string[]> {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  for await (const { id, data } of recordsIn('styles', parts, reading)) {
    if (id === FORMAT && data.length > 2) codes.set(data.readUInt16LE(0), xlsbText(data, 2).text);
    else if (id === CELL_STYLES) inCells = true;
    else if (id === CELL_STYLES_END) inCells = false;
    else if (id === STYLE && inCells && data.length >= 4) {
      const number = data.readUInt16LE(2);
      formats.push(codes.get(number) ?? BUILT_IN_FORMATS[number] ?? 'General');
    }
  }
  return formats;
}
