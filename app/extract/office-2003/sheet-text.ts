import type { Segment } from '../format.ts';
import { shownNumber } from '../office/number-format.ts';
import { withoutHeaderCodes } from '../office/sheet-rows.ts';
import { TableWriter } from '../text/table.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';
import { DocumentProperties } from './document-properties.ts';
import { formatCode, serialDate } from './number-formats.ts';

/** A cell this far to the right of the one before it comes next to it, and a row this far down is not numbered so. */
const MAX_GAP = 256;
const MAX_ROW = 1_048_576;
const MAX_ASIDES = 10_000;
const MAX_CELL = 1024 * 1024;

/**
 * The sheets of SpreadsheetML of 2003 as tables, hidden sheets, rows and columns too, with numbers and dates as they are
 * shown; comments with their authors, links, headers and footers of the print beside them; who made and saved it.
 */
export class Sheet2003Text implements XmlHandler {
  readonly properties = new DocumentProperties();
  readonly #path: readonly string[];
  readonly #formats = new Map<string, string>();
  readonly #ready: Segment[] = [];
  #table: TableWriter | null = null;
  #sheet = '';
  #asides = new Set<string>();
  #style = '';
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #cellStyle = '';
  #rowStyle = '';
  #type = '';
  #value = '';
  #in: 'data' | 'comment' | null = null;
  /** Who commented, while a comment is open; a comment may be of nobody. */
  #comment: string | null = null;

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  open(element: XmlElement): void {
    if (this.properties.open(element)) return;
    const { name } = element;
    if (name === 'Style') this.#style = attribute(element, 'ID') ?? '';
    else if (name === 'NumberFormat')
      this.#formats.set(this.#style, formatCode(attribute(element, 'Format') ?? ''));
    else if (name === 'Worksheet') this.#beginSheet(attribute(element, 'Name') ?? '');
    else if (name === 'Row') this.#beginRow(element);
    else if (name === 'Cell') this.#beginCell(element);
    else if (name === 'Comment') this.#comment = attribute(element, 'Author') ?? '';
    else if (name === 'Data') this.#beginData(element);
    else if (name === 'Header' || name === 'Footer')
      this.#aside(withoutHeaderCodes(attribute(element, 'Data') ?? ''));
  }

  text(text: string): void {
    if (this.properties.text(text) || this.#in === null) return;
    if (this.#value.length < MAX_CELL) this.#value += text;
  }

  close(name: string): void {
    if (this.properties.close()) return;
    if (name === 'Data') this.#endData();
    else if (name === 'Comment') this.#comment = null;
    else if (name === 'Row') this.#table?.row(this.#row, this.#cells);
    else if (name === 'Worksheet') this.#endSheet();
  }

  take(): Segment[] {
    const done = this.#ready.splice(0);
    return this.#table ? [...done, ...this.#table.take()] : done;
  }

  /** What is left when the file ends, or breaks off, within a sheet. */
  end(): Segment[] {
    this.#endSheet();
    return this.take();
  }

  #beginSheet(name: string): void {
    this.#endSheet();
    this.#sheet = name;
    this.#row = 0;
    this.#table = new TableWriter({ path: this.#path, sheet: name, row: 1 });
  }

  #endSheet(): void {
    if (!this.#table) return;
    this.#ready.push(...this.#table.end());
    const place = { path: this.#path, sheet: this.#sheet, part: 'sheet' };
    if (this.#asides.size > 0) this.#ready.push({ text: `${[...this.#asides].join('\n')}\n`, place });
    this.#table = null;
    this.#asides = new Set();
  }

  #beginRow(element: XmlElement): void {
    const index = Number(attribute(element, 'Index') ?? this.#row + 1);
    this.#row = index > this.#row && index <= MAX_ROW ? index : this.#row + 1;
    this.#rowStyle = attribute(element, 'StyleID') ?? '';
    this.#cells = [];
    this.#column = -1;
  }

  #beginCell(element: XmlElement): void {
    const index = Number(attribute(element, 'Index') ?? 0) - 1;
    this.#column = index > this.#column ? index : this.#column + 1;
    this.#cellStyle = attribute(element, 'StyleID') ?? this.#rowStyle;
    for (const name of ['HRef', 'HRefScreenTip']) this.#aside(attribute(element, name) ?? '');
  }

  #beginData(element: XmlElement): void {
    this.#in = this.#comment === null ? 'data' : 'comment';
    this.#type = attribute(element, 'Type') ?? 'String';
    this.#value = '';
  }

  #endData(): void {
    const inside = this.#in;
    this.#in = null;
    if (inside === 'comment')
      this.#aside(`${this.#comment ?? ''}: ${this.#value.replaceAll(/\s+/g, ' ').trim()}`);
    else if (inside === 'data') this.#put(this.#shown());
  }

  #put(text: string): void {
    if (text === '') return;
    if (this.#column - this.#cells.length <= MAX_GAP)
      while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(text);
  }

  #shown(): string {
    const code = this.#formats.get(this.#cellStyle) ?? '';
    if (this.#type === 'Error') return '';
    if (this.#type === 'Boolean') return this.#value === '1' ? 'TRUE' : 'FALSE';
    const number = this.#type === 'DateTime' ? serialDate(this.#value) : Number(this.#value);
    if (this.#type === 'String' || number === null || Number.isNaN(number)) return this.#value;
    return shownNumber(number, code === '' && this.#type === 'DateTime' ? 'dd-mm-yyyy hh:mm' : code, false);
  }

  #aside(text: string): void {
    if (/[^\s:]/.test(text) && this.#asides.size < MAX_ASIDES) this.#asides.add(text.trim());
  }
}
