import type { TableWriter } from '../text/table.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';
import { shownNumber } from './number-format.ts';
import type { Workbook } from './workbook.ts';
import { StringItem } from './workbook.ts';

/** A cell this far to the right of the one before it comes next to it: a stray value does not cost a line of tabs. */
const MAX_GAP = 256;
/** A formula has at most 8,192 characters, a print header 255. */
const MAX_ASIDE = 10_000;

/**
 * A sheet's rows as its cells show them, straight into a table. What stands outside the cells (headers and footers of
 * the print, links' tips, what a formula fetches from outside) is gathered in `asides`.
 */
export class SheetRows implements XmlHandler {
  readonly #table: TableWriter;
  readonly #book: Workbook;
  readonly asides = new Set<string>();
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = 'n';
  #format = 'General';
  #value = '';
  #in: 'value' | 'formula' | 'aside' | null = null;
  #formula = '';
  #aside = '';
  readonly #inline = new StringItem();

  constructor(table: TableWriter, book: Workbook) {
    this.#table = table;
    this.#book = book;
  }

  open(element: XmlElement): void {
    switch (element.name) {
      case 'row':
        this.#row = Number(element.attributes['r'] ?? this.#row + 1);
        this.#cells = [];
        this.#column = -1;
        break;
      case 'c':
        this.#column = columnOf(element.attributes['r']) ?? this.#column + 1;
        this.#type = element.attributes['t'] ?? 'n';
        this.#format = this.#book.formats[Number(element.attributes['s'] ?? 0)] ?? 'General';
        this.#value = '';
        this.#formula = '';
        break;
      case 'v':
        this.#in = 'value';
        break;
      case 'f':
        this.#in = 'formula';
        break;
      default:
        for (const name of SPOKEN[element.name] ?? []) this.#addAside(attribute(element, name));
        if (ASIDES.has(element.name)) this.#in = 'aside';
        else this.#inline.open(element);
    }
  }

  text(text: string): void {
    if (this.#in === 'value') this.#value += text;
    else if (this.#in === 'formula') this.#formula = (this.#formula + text).slice(0, MAX_ASIDE);
    else if (this.#in === 'aside') this.#aside = (this.#aside + text).slice(0, MAX_ASIDE);
    else this.#inline.text(text);
  }

  close(name: string): void {
    switch (name) {
      case 'row':
        this.#table.row(this.#row, this.#cells);
        break;
      case 'c':
        this.#endCell();
        break;
      case 'v':
      case 'f':
        this.#in = null;
        break;
      default:
        if (ASIDES.has(name)) {
          this.#in = null;
          const isReference = name === 'formula1' && !this.#aside.startsWith('"');
          if (!isReference) this.#addAside(withoutHeaderCodes(this.#aside));
          this.#aside = '';
        } else this.#inline.close(name);
    }
  }

  #endCell(): void {
    // Formulas are the company's, their results are what people read; but a literal address or command in one counts.
    if (/["|]/.test(this.#formula)) this.#addAside(this.#formula);
    const shown = this.#shown();
    if (shown === '') return;
    if (this.#column - this.#cells.length <= MAX_GAP)
      while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(shown);
  }

  #shown(): string {
    const inline = this.#inline.taken();
    switch (this.#type) {
      case 's':
        return this.#book.strings[Number(this.#value)] ?? '';
      case 'inlineStr':
        return inline;
      case 'str':
      case 'd':
        return this.#value;
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      default:
        return this.#value === '' ? inline : this.#number();
    }
  }

  #number(): string {
    const value = Number(this.#value);
    if (Number.isNaN(value)) return this.#value;
    return shownNumber(value, this.#format, this.#book.date1904);
  }

  #addAside(text: string | undefined): void {
    if (text && text.trim() !== '' && this.asides.size < 10_000) this.asides.add(text.slice(0, MAX_ASIDE));
  }
}

/** Attributes that are text, by element: tips, what a form asks, what rows were filtered by, who thought up a scenario. */
const SPOKEN: Record<string, readonly string[]> = {
  hyperlink: ['tooltip'],
  dataValidation: ['promptTitle', 'prompt', 'errorTitle', 'error'],
  filter: ['val'],
  customFilter: ['val'],
  scenario: ['name', 'user', 'comment'],
};

const ASIDES = new Set([
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'evenFooter',
  'firstHeader',
  'firstFooter',
  'ddeLink',
  // The values that a cell may have, when they are listed and not looked up.
  'formula1',
]);

/** "AB12" is column 27, from 0. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) | 0x20;
    if (code < 0x61 || code > 0x7a) break;
    column = column * 26 + code - 0x60;
  }
  return column > 0 && column <= 16_384 ? column - 1 : null;
}

/** A print header without its codes: &L, &C and &R part it, &"font" and &12 shape it. */
export function withoutHeaderCodes(header: string): string {
  return header
    .replaceAll(/&[LCR]/g, ' ')
    .replaceAll(/&("[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])/g, '')
    .replaceAll('&&', '&')
    .trim();
}
