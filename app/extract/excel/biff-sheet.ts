import type { Segment } from '../format.ts';
import { shownNumber } from '../office/number-format.ts';
import { TableWriter } from '../text/table.ts';
import { withoutHeaderCodes } from '../office/sheet-rows.ts';
import type { BiffBook } from './biff-book.ts';
import type { BiffRecord } from './biff-records.ts';
import { biffText, RecordReader } from './biff-strings.ts';
import { smallNumber } from './small-number.ts';
import { utf16Text } from '../text/utf16.ts';

const MAX_ASIDES = 10_000;

/** One sheet as its records come: rows of cells, and aside what is drawn, noted, linked, or stands in its headers. */
export class BiffSheet {
  readonly asides = new Set<string>();
  readonly #book: BiffBook;
  readonly #table: TableWriter;
  #row = -1;
  #cells: string[] = [];
  /** Where the text of the last formula goes, which comes in a record of its own. */
  #awaited: readonly [number, number] | null = null;

  constructor(book: BiffBook, path: readonly string[], sheet: string) {
    this.#book = book;
    this.#table = new TableWriter({ path, sheet, row: 1 });
  }

  take(): Segment[] {
    return this.#table.take();
  }

  end(): Segment[] {
    this.#endRow();
    return this.#table.end();
  }

  read(record: BiffRecord): void {
    const { id, data } = record;
    const reader = READERS[id];
    if (reader && data.length >= reader[0]) this.#as(reader[1], record);
  }

  #as(kind: Kind, record: BiffRecord): void {
    const { data } = record;
    switch (kind) {
      case 'shared string': {
        this.#cell(record, this.#book.strings[data.readUInt32LE(6)] ?? '');
        return;
      }
      case 'number': {
        this.#cell(record, this.#number(data.readDoubleLE(6), data.readUInt16LE(4)));
        return;
      }
      case 'small number': {
        this.#cell(record, this.#number(smallNumber(data, 6), data.readUInt16LE(4)));
        return;
      }
      case 'small numbers':
        for (let at = 4; at + 8 <= data.length; at += 6)
          this.#put(
            data.readUInt16LE(0),
            data.readUInt16LE(2) + (at - 4) / 6,
            this.#number(smallNumber(data, at + 2), data.readUInt16LE(at)),
          );
        return;
      case 'label': {
        this.#cell(record, biffText(record, 6, 2, this.#book));
        return;
      }
      case 'old label': {
        this.#cell(record, biffText(record, 7, 1, this.#book));
        return;
      }
      case 'old number': {
        this.#cell(record, this.#number(data.readDoubleLE(7), -1));
        return;
      }
      case 'old integer': {
        this.#cell(record, String(data.readUInt16LE(7)));
        return;
      }
      case 'boolean':
        if (data[7] === 0) this.#cell(record, data[6] === 1 ? 'TRUE' : 'FALSE');
        return;
      case 'formula': {
        this.#formula(record);
        return;
      }
      case 'formula text':
        if (this.#awaited) this.#put(...this.#awaited, biffText(record, 0, 2, this.#book));
        this.#awaited = null;
        return;
      case 'header':
      case 'box':
      case 'note':
      case 'link':
      case 'chart text':
        this.#aside(this.#spoken(kind, record));
    }
  }

  #spoken(kind: Exclude<Kind, CellKind>, record: BiffRecord): string {
    switch (kind) {
      case 'header':
        return withoutHeaderCodes(biffText(record, 0, this.#book.unicode ? 2 : 1, this.#book));
      case 'box':
        return boxText(record);
      case 'note':
        return this.#book.unicode
          ? biffText(record, 8, 2, this.#book)
          : biffText(record, 4, 2, { unicode: false, codePage: this.#book.codePage });
      case 'link':
        return linkText(record.data);
      case 'chart text':
        return biffText(record, 2, 1, this.#book);
    }
  }

  #formula(record: BiffRecord): void {
    const { data } = record;
    const at = record.id === 0x06 && data.length < 20 ? 7 : 6;
    if (data.readUInt16LE(at + 6) !== 0xffff) {
      this.#cell(record, this.#number(data.readDoubleLE(at), at === 6 ? data.readUInt16LE(4) : -1));
      return;
    }
    if (data[at] === 1) this.#cell(record, data[at + 2] === 1 ? 'TRUE' : 'FALSE');
    this.#awaited = data[at] === 0 ? [data.readUInt16LE(0), data.readUInt16LE(2)] : null;
  }

  #number(value: number, style: number): string {
    return shownNumber(value, this.#book.formats[style] ?? 'General', this.#book.date1904);
  }

  #cell({ data }: BiffRecord, text: string): void {
    this.#put(data.readUInt16LE(0), data.readUInt16LE(2), text);
  }

  #put(row: number, column: number, text: string): void {
    if (row !== this.#row) this.#endRow();
    this.#row = row;
    if (column > 16_384) return;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = text;
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#table.row(this.#row + 1, this.#cells);
    this.#cells = [];
  }

  #aside(text: string): void {
    if (text.trim() !== '' && this.asides.size < MAX_ASIDES) this.asides.add(text.trim());
  }
}

type CellKind =
  | 'shared string'
  | 'number'
  | 'small number'
  | 'small numbers'
  | 'label'
  | 'old label'
  | 'old number'
  | 'old integer'
  | 'boolean'
  | 'formula'
  | 'formula text';
type Kind = CellKind | 'header' | 'box' | 'note' | 'link' | 'chart text';

/** The records that are read, by number: the least length, and what they are (MS-XLS 2.3; before Excel 5, OpenOffice's notes). */
const READERS: Record<number, readonly [number, Kind]> = {
  0xfd: [10, 'shared string'],
  0x203: [14, 'number'],
  0x003: [15, 'old number'],
  0x002: [9, 'old integer'],
  0x27e: [10, 'small number'],
  0xbd: [12, 'small numbers'],
  0x204: [8, 'label'],
  0xd6: [8, 'label'],
  0x004: [8, 'old label'],
  0x205: [8, 'boolean'],
  0x006: [15, 'formula'],
  0x206: [15, 'formula'],
  0x406: [15, 'formula'],
  0x207: [2, 'formula text'],
  0x14: [1, 'header'],
  0x15: [1, 'header'],
  0x1b6: [12, 'box'],
  0x1c: [6, 'note'],
  0x1b8: [32, 'link'],
  0x100d: [3, 'chart text'],
};

/** What is written in a text box, a button or a comment: its characters stand in the records behind. */
function boxText(record: BiffRecord): string {
  const length = record.data.readUInt16LE(10);
  const [first] = record.more;
  if (length === 0 || !first) return '';
  const reader = new RecordReader(record, record.data.length);
  return reader.characters(length, (reader.u8() & 1) !== 0);
}

/** The strings of a link, in UTF-16 between its numbers: shown text, address, place (MS-OSHARED 2.3.7). */
function linkText(data: Buffer): string {
  const text = utf16Text(data.subarray(32));
  const odd = utf16Text(data.subarray(33));
  const found = [...text.matchAll(WORDS), ...odd.matchAll(WORDS)].map(([words]) => words);
  const narrow = /[\w.+-]+@[\w.-]+|[a-z]+:\/\/[!-~]+|[\\/.][ -~]{4,}/i.exec(
    data.subarray(32).toString('latin1'),
  );
  return [...found, ...(narrow ? [narrow[0]] : [])].join(' ');
}

const WORDS = /[\u0020-\u007e\u00a1-\u024f]{4,}/g;
