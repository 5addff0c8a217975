import type { Place, Segment } from '../format.ts';
import { SegmentWriter } from '../text/segments.ts';
import { TableWriter } from '../text/table.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';

const MAX_CELLS = 100_000;
const MAX_ASIDES = 10_000;
const MAX_NESTED = 200;

/**
 * The text of an iWork document of 2005 to 2009 (index.xml, index.apxl): running text, boxes, headers, footers, notes and
 * comments; tables row by row; slides by their number; who made it and what it is called; links.
 */
export class IworkXmlText implements XmlHandler {
  readonly links = new Set<string>();
  readonly properties: string[] = [];
  readonly #path: readonly string[];
  readonly #ready: Segment[] = [];
  readonly #texts: { writer: SegmentWriter | null; cell: boolean }[] = [];
  readonly #open: string[] = [];
  #slide = 0;
  #slides = false;
  #sheet = '';
  #table: Table | null = null;

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (this.#open.length < MAX_NESTED * 10) this.#open.push(name);
    if (name === 'slide-list') this.#slides = true;
    else if (name === 'slide' && this.#slides) this.#slide++;
    else if (name === 'workspace') this.#sheet = attribute(element, 'workspace-name') ?? '';
    else if (name === 'text-storage') this.#beginText(attribute(element, 'kind') ?? '');
    else if (name === 'tabular-model') this.#beginTable(attribute(element, 'name') ?? '');
    else if (name === 'string') this.#property(attribute(element, 'string') ?? '');
    else if (name === 'link' && this.links.size < MAX_ASIDES)
      this.links.add(attribute(element, 'href') ?? '');
    else if (name === 'tab') this.#write('\t');
    else if (BREAKS.has(name)) this.#write('\n');
    if (this.#table) this.#inTable(element);
  }

  text(text: string): void {
    if (this.#texts.length > 0) this.#write(text);
  }

  close(name: string): void {
    if (this.#open.length > 0) this.#open.pop();
    if (name === 'slide-list') this.#slides = false;
    else if (name === 'p') this.#write('\n');
    else if (name === 'text-storage') this.#endText();
    else if (name === 'datasource') this.#table?.close();
    else if (name === 'tabular-model') this.#endTable();
  }

  take(): Segment[] {
    return this.#ready.splice(0);
  }

  #place(): Place {
    return { path: this.#path, ...(this.#slide > 0 && this.#slides ? { slide: this.#slide } : {}) };
  }

  #beginText(kind: string): void {
    const cell = this.#table?.isOpen === true;
    const around = this.#open.find((name) => AROUND[name] !== undefined);
    const part = AROUND[around ?? ''] ?? PARTS[kind];
    const tooMany = this.#texts.length >= MAX_NESTED;
    const writer =
      cell || tooMany ? null : new SegmentWriter({ ...this.#place(), ...(part ? { part } : {}) });
    this.#texts.push({ writer, cell });
  }

  #write(text: string): void {
    const current = this.#texts.at(-1);
    if (!current) return;
    if (current.cell) this.#table?.add(text);
    current.writer?.write(text);
    if (current.writer) this.#ready.push(...current.writer.take());
  }

  #endText(): void {
    const ended = this.#texts.pop();
    if (ended?.writer) this.#ready.push(...ended.writer.end());
  }

  #beginTable(name: string): void {
    const sheet = this.#sheet === '' || name === '' ? this.#sheet + name : `${this.#sheet}: ${name}`;
    this.#table = new Table({ ...this.#place(), sheet, row: 1 });
  }

  #inTable(element: XmlElement): void {
    const { name } = element;
    if (name === 'datasource') this.#table?.open();
    else if (this.#open.at(-2) === 'datasource')
      this.#table?.cell(
        attribute(element, 'ct'),
        attribute(element, 'v') ?? attribute(element, 'cell-date') ?? '',
      );
    else if (VALUES.has(name)) this.#table?.value(attribute(element, 's') ?? attribute(element, 'v') ?? '');
  }

  #endTable(): void {
    if (this.#table) this.#ready.push(...this.#table.end());
    this.#table = null;
  }

  #property(value: string): void {
    const [group, property = ''] = this.#open.slice(-3);
    if (!/^(publication-info|metadata)$/.test(group ?? '') || value.trim() === '') return;
    if (PROPERTIES.test(property) && this.properties.length < MAX_ASIDES)
      this.properties.push(`${property}: ${value}`);
  }
}

const PARTS: Record<string, string> = {
  header: 'headers and footers',
  footer: 'headers and footers',
  footnote: 'notes',
  endnote: 'notes',
  note: 'speaker notes',
};
/** What a text stands in decides before its own kind: pages and slides to start from are no pages of the document. */
const AROUND: Record<string, string> = {
  annotation: 'comments',
  'sticky-note': 'comments',
  prototype: 'template',
  'theme-list': 'template',
};
const BREAKS = new Set(['br', 'lnbr', 'crbr', 'pgbr', 'sectbr', 'layoutbr', 'colbr', 'rowbr']);
/** Where a cell's value stands: its text, or the number or the date that its formula came to. */
const VALUES = new Set(['ct', 'rn', 'rt', 'rs', 'rd', 'proxied-cell-ref']);
const PROPERTIES =
  /^(authors?|title|keywords|comments?|subject|projects?|SLAuthorProperty|SLTitleProperty|SLKeywordsProperty|SLCommentsProperty)$/i;

/** A table: its cells come in order, each with how far it is from the one before, and a row is 256 of such steps. */
class Table {
  readonly #writer: TableWriter;
  readonly #cells = new Map<number, string>();
  #at = -1;
  isOpen = false;

  constructor(place: Place) {
    this.#writer = new TableWriter(place);
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  cell(step: string | undefined, value: string): void {
    const steps = step === undefined ? NaN : Number(step);
    const known = Number.isInteger(steps) && steps >= 0;
    this.#at = this.#at < 0 ? (known ? steps : 0) : this.#at + (known ? steps : 1);
    if (value !== '') this.add(value);
  }

  /** The value of the cell, which its own attributes may have said already. */
  value(text: string): void {
    if (this.isOpen && !this.#cells.has(this.#at)) this.add(text);
  }

  add(text: string): void {
    if (this.#cells.size < MAX_CELLS) this.#cells.set(this.#at, (this.#cells.get(this.#at) ?? '') + text);
  }

  end(): Segment[] {
    const rows = new Map<number, string[]>();
    for (const [at, text] of this.#cells) {
      const row = Math.floor(at / ROW);
      const cells = rows.get(row) ?? [];
      while (cells.length < at % ROW) cells.push('');
      cells[at % ROW] = text;
      rows.set(row, cells);
    }
    for (const [row, cells] of rows) this.#writer.row(row + 1, cells);
    return this.#writer.end();
  }
}

const ROW = 256;
