import { shownNumber } from '../office/number-format.ts';
import { withoutHeaderCodes } from '../office/sheet-rows.ts';
import type { Workbook } from '../office/workbook.ts';
import type { TableWriter } from '../text/table.ts';
import { smallNumber } from './small-number.ts';
import type { XlsbRecord } from './xlsb-records.ts';
import { xlsbText } from './xlsb-records.ts';

const ROW = 0;
const SMALL_NUMBER = 2;
const BOOLEAN = 4;
const NUMBER = 5;
const TEXT = 6;
const SHARED_TEXT = 7;
const FORMULA_TEXT = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;
const HEADERS = 479;
const LINK = 494;
/** A cell begins with its column and its style. */
const VALUE = 8;
const MAX_COLUMNS = 16_384;

/** One sheet of a binary workbook, as its records come. */
export class XlsbSheet {
  readonly asides = new Set<string>();
  readonly #table: TableWriter;
  readonly #book: Workbook;
  #row = -1;
  #cells: string[] = [];

  constructor(table: TableWriter, book: Workbook) {
    this.#table = table;
    this.#book = book;
  }

  read({ id, data }: XlsbRecord): void {
    if (id === ROW && data.length >= 4) {
      this.endRow();
      this.#row = data.readUInt32LE(0);
    } else if (id === HEADERS) this.#headers(data);
    else if (id === LINK) this.#link(data);
    else if (data.length > VALUE && this.#row >= 0) {
      const text = this.#shown(id, data);
      if (text !== null) this.#put(data.readUInt32LE(0), text);
    }
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#table.row(this.#row + 1, this.#cells);
    this.#cells = [];
  }

  #shown(id: number, data: Buffer): string | null {
    switch (id) {
      case SMALL_NUMBER:
        return data.length >= VALUE + 4 ? this.#number(smallNumber(data, VALUE), data) : null;
      case NUMBER:
      case FORMULA_NUMBER:
        return data.length >= VALUE + 8 ? this.#number(data.readDoubleLE(VALUE), data) : null;
      case BOOLEAN:
      case FORMULA_BOOLEAN:
        return data[VALUE] === 1 ? 'TRUE' : 'FALSE';
      case TEXT:
      case FORMULA_TEXT:
        return xlsbText(data, VALUE).text;
      case SHARED_TEXT:
        return data.length >= VALUE + 4 ? (this.#book.strings[data.readUInt32LE(VALUE)] ?? '') : null;
      default:
        return null;
    }
  }

  #number(value: number, data: Buffer): string {
    return shownNumber(value, this.#book.formats[data.readUIntLE(4, 3)] ?? 'General', this.#book.date1904);
  }

  #put(column: number, text: string): void {
    if (column >= MAX_COLUMNS) return;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = text;
  }

  /** Up to six strings: of odd, even and first pages. */
  #headers(data: Buffer): void {
    for (let at = 2; at + 4 <= data.length;) {
      const { text, end } = xlsbText(data, at);
      const words = withoutHeaderCodes(text);
      if (words !== '') this.asides.add(words);
      at = end;
    }
  }

  /** Behind its cells and its relation: place, tip and shown text. The address is the relation's. */
  #link(data: Buffer): void {
    for (let at = xlsbText(data, 16).end; at + 4 <= data.length;) {
      const { text, end } = xlsbText(data, at);
      if (text !== '') this.asides.add(text);
      at = end;
    }
  }
}
