import type { Segment } from '../format.ts';
import { TableWriter } from '../text/table.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';

/** Sheets end here at the latest; what a file claims of repeated cells beyond it is empty. */
const MAX_COLUMNS = 16_384;
const MAX_ASIDES = 10_000;

/**
 * The sheets of an OpenDocument spreadsheet: cells as they are shown, row by row. Notes, drawn text, headers and whatever
 * else stands in paragraphs outside of cells are gathered aside.
 */
export class OpenDocumentSheets implements XmlHandler {
  readonly asides = new Set<string>();
  readonly #path: readonly string[];
  #table: TableWriter | null = null;
  #depth = 0;
  #ready: Segment[] = [];
  #row = 0;
  #rows = 1;
  #cells: string[] = [];
  #repeat = 1;
  #inCell = false;
  #inNote = 0;
  #paragraphs = 0;
  #cell: string[] = [];
  #words = '';
  /** Within a picture's bytes, of a document that is one XML file. */
  #bytes = 0;

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  take(): Segment[] {
    const ready = [...this.#ready, ...(this.#table?.take() ?? [])];
    this.#ready = [];
    return ready;
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (name === 'table') this.#beginTable(attribute(element, 'name') ?? '');
    else if (name === 'table-row') this.#rows = countOf(element, 'number-rows-repeated');
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#inCell = true;
      this.#cell = [];
      this.#repeat = countOf(element, 'number-columns-repeated');
    } else if (name === 'binary-data') this.#bytes++;
    else if (name === 'annotation') this.#inNote++;
    else if (name === 'p' || name === 'h') {
      if (this.#paragraphs++ === 0) this.#words = '';
    } else if (name === 's') this.#words += ' ';
    else if (name === 'line-break' || name === 'tab') this.#words += ' ';
    else if (name === 'a') this.#address(attribute(element, 'href'));
  }

  close(name: string): void {
    if (name === 'table') this.#endTable();
    else if (name === 'table-row') this.#endRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'binary-data') this.#bytes--;
    else if (name === 'annotation') this.#inNote--;
    else if ((name === 'p' || name === 'h') && --this.#paragraphs === 0) this.#endParagraph();
    else if (name === 'creator' || name === 'title' || name === 'desc') this.#endParagraph();
  }

  text(text: string): void {
    if (this.#bytes === 0) this.#words += text.replaceAll(/\s+/g, ' ');
  }

  #beginTable(sheet: string): void {
    if (this.#depth++ > 0) return;
    this.#table = new TableWriter({ path: this.#path, sheet, row: 1 });
    this.#row = 0;
  }

  #endTable(): void {
    if (--this.#depth > 0 || !this.#table) return;
    this.#ready.push(...this.#table.end());
    this.#table = null;
  }

  /** A row that repeats is given once: its number is that of the first. */
  #endRow(): void {
    this.#table?.row(this.#row + 1, this.#cells);
    this.#row += this.#rows;
    this.#cells = [];
  }

  #endCell(): void {
    this.#inCell = false;
    const text = this.#cell.join(' ');
    const count = text === '' ? this.#repeat : Math.min(this.#repeat, 100);
    for (let i = 0; i < count && this.#cells.length < MAX_COLUMNS; i++) this.#cells.push(text);
  }

  #endParagraph(): void {
    const words = this.#words.trim();
    this.#words = '';
    if (words === '') return;
    if (this.#inCell && this.#inNote === 0) this.#cell.push(words);
    else if (this.asides.size < MAX_ASIDES) this.asides.add(words);
  }

  #address(target: string | undefined): void {
    if (target && /^[a-z][a-z0-9+.-]*:/i.test(target)) this.#words += `${target} `;
  }
}

function countOf(element: XmlElement, name: string): number {
  return Math.max(1, Math.min(2_000_000, Number(attribute(element, name) ?? 1) || 1));
}
