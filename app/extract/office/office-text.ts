import type { Flow } from '../text/flow.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';

/** What differs between the parts that are read. */
export interface OfficeTextOptions {
  /** Gathers who commented and who changed, for tracked changes name people. */
  readonly people?: Set<string>;
  /** Masters and layouts hold prompts ("Click to edit"): placeholders other than headers, footers, dates are left out. */
  readonly withoutPrompts?: boolean;
  /** The text that Word sets before a paragraph of a list, from what the paragraph says of its style and list. */
  readonly listLabel?: (style: string | null, list: string | null, level: string | null) => string;
}

/**
 * The text of a WordprocessingML, DrawingML or VML part: ECMA-376 and its elder. Inserted and deleted text both count,
 * field codes too (they hold addresses of links), and so do the alternative texts of pictures.
 */
export class OfficeText implements XmlHandler {
  readonly #flow: Flow;
  readonly #options: OfficeTextOptions;
  #capturing = 0;
  #inField = false;
  #skipping = 0;
  #written = 0;
  /** Where a chart's point began: points of a drawn shape have no text, and make no cell. */
  #pointFrom = 0;
  #alternatives: number[] = [];
  #properties: { style: string | null; list: string | null; level: string | null } | null = null;

  constructor(flow: Flow, options: OfficeTextOptions = {}) {
    this.#flow = flow;
    this.#options = options;
  }

  open(element: XmlElement): void {
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    if (this.#properties) {
      this.#paragraphProperty(element, this.#properties);
      return;
    }
    const { name } = element;
    if (name === 'instrText' || name === 'delInstrText') this.#inField = true;
    if (TEXTS.has(name)) this.#capturing++;
    else if (name === 'pPr') this.#properties = { style: null, list: null, level: null };
    else if (LINES.has(name)) this.#flow.line();
    else if (name === 'tr') this.#flow.startRow();
    else if (name === 'tab') this.#put('\t');
    else if (name === 'pt') this.#pointFrom = this.#written;
    else if (name === 'noBreakHyphen') this.#put('-');
    else if (name === 'AlternateContent') this.#alternatives.push(this.#written);
    else if (name === 'Fallback' && this.#alternatives.at(-1) !== this.#written) this.#skipping = 1;
    else if (
      name === 'ph' &&
      this.#options.withoutPrompts &&
      !/^(hdr|ftr|dt|sldNum)$/.test(attribute(element, 'type') ?? '')
    )
      this.#skipping = SHAPE;
    this.#attributes(element);
  }

  close(name: string): void {
    if (this.#skipping >= SHAPE) {
      // Everything up to the end of the shape that the placeholder stands in.
      this.#skipping = name === 'sp' ? 0 : Math.max(SHAPE, this.#skipping - 1);
      return;
    }
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    if (this.#properties) {
      if (name === 'pPr') this.#startParagraph(this.#properties);
      return;
    }
    this.#inField = false;
    if (TEXTS.has(name)) this.#capturing--;
    else if (name === 'tc') this.#flow.endCell();
    else if (name === 'pt' && this.#written > this.#pointFrom) this.#flow.endCell();
    else if (name === 'tr') this.#flow.endRow();
    else if (LINES.has(name)) this.#flow.line();
    else if (name === 'AlternateContent') this.#alternatives.pop();
  }

  text(text: string): void {
    if (this.#capturing === 0 || this.#skipping > 0) return;
    if (!this.#inField || !SILENT_FIELDS.test(text)) this.#put(text.replaceAll('\n', ' '));
  }

  #put(text: string): void {
    this.#written += text.length;
    this.#flow.text(text);
  }

  #aside(text: string | undefined): void {
    if (!text) return;
    this.#flow.line();
    this.#put(text.replaceAll(/\s+/g, ' '));
    this.#flow.line();
  }

  #attributes(element: XmlElement): void {
    for (const name of SPOKEN[element.name] ?? []) this.#aside(attribute(element, name));
    const author = this.#author(element);
    if (author !== undefined && element.name === 'comment') this.#aside(`${author}:`);
  }

  #author(element: XmlElement): string | undefined {
    const author = AUTHORED.has(element.name) ? attribute(element, 'author') : undefined;
    if (author !== undefined) this.#options.people?.add(author);
    return author;
  }

  #paragraphProperty(
    element: XmlElement,
    properties: { style: string | null; list: string | null; level: string | null },
  ): void {
    this.#author(element);
    const value = attribute(element, 'val') ?? null;
    if (element.name === 'pStyle') properties.style = value;
    else if (element.name === 'numId') properties.list = value;
    else if (element.name === 'ilvl') properties.level = value;
  }

  #startParagraph({
    style,
    list,
    level,
  }: {
    style: string | null;
    list: string | null;
    level: string | null;
  }): void {
    this.#properties = null;
    const label = this.#options.listLabel?.(style, list, level) ?? '';
    if (label) this.#put(`${label} `);
  }
}

/** A depth that no skipped element reaches: marks that a whole shape is skipped. */
const SHAPE = 1_000_000;

/** Fields whose code says nothing: page numbers, tables of contents, references within the document. */
const SILENT_FIELDS =
  /^\s*(TOC|PAGE|PAGEREF|NUMPAGES|SEQ|REF|NOTEREF|STYLEREF|SECTION|SECTIONPAGES|FORM\w+|DATE|TIME|EQ|SYMBOL)\b/;

const TEXTS = new Set(['t', 'delText', 'instrText', 'delInstrText', 'v']);
const LINES = new Set([
  'p',
  'br',
  'cr',
  'txbxContent',
  'ser',
  'cat',
  'val',
  'tx',
  'tbl',
  'sp',
  'comment',
  'footnote',
  'endnote',
]);

/** Elements that say who wrote, put in, took out or moved what is in them. */
const AUTHORED = new Set(
  (
    'comment ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange numberingChange ' +
    'cellIns cellDel cellMerge'
  ).split(' '),
);

/** Attributes that are text, by element. */
const SPOKEN: Record<string, readonly string[]> = {
  docPr: ['title', 'descr'],
  cNvPr: ['title', 'descr'],
  textpath: ['string'],
  imagedata: ['title'],
  shape: ['alt'],
  hyperlink: ['tooltip'],
  hlinkClick: ['tooltip'],
  fldSimple: ['instr'],
  docVar: ['val'],
  // What a form offers and asks: the entries of a list, a field's name and help.
  listEntry: ['val'],
  listItem: ['displayText', 'value'],
  alias: ['val'],
  helpText: ['val'],
  statusText: ['val'],
  person: ['author', 'displayName', 'userId'],
  presenceInfo: ['userId'],
  cmAuthor: ['name'],
  author: ['name', 'userId'],
};
