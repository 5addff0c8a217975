import type { Flow } from '../text/flow.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';

/** No real text has more spaces in a row; the count is the file's own claim. */
const MAX_SPACES = 1000;

/**
 * The text of an OpenDocument part (ODF 1.3): paragraphs wherever they stand (body, notes, comments, deleted text, text
 * boxes, headers), tables, descriptions of pictures, addresses of links, who commented or changed.
 */
export class OpenDocumentText implements XmlHandler {
  readonly #flow: Flow;
  #paragraphs = 0;
  #names = 0;
  #bytes = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (name === 'binary-data') this.#bytes++;
    if (PARAGRAPHS.has(name)) {
      this.#paragraphs++;
      this.#flow.line();
    } else if (NAMES.has(name)) {
      this.#names++;
      this.#flow.line();
    } else if (name === 'table-row') this.#flow.startRow();
    else if (name === 'tab') this.#flow.text('\t');
    else if (name === 'line-break') this.#flow.line();
    else if (name === 's')
      this.#flow.text(' '.repeat(Math.max(1, Math.min(MAX_SPACES, Number(attribute(element, 'c')) || 1))));
    else if (name === 'a') this.#address(attribute(element, 'href'));
    else if (name in SPOKEN) this.#aside(element);
    else if (name === 'annotation' || name === 'note') this.#flow.line();
  }

  close(name: string): void {
    if (name === 'binary-data') this.#bytes--;
    if (PARAGRAPHS.has(name)) {
      this.#paragraphs--;
      this.#flow.line();
    } else if (NAMES.has(name)) {
      this.#names--;
      this.#flow.line();
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#flow.endCell();
    else if (name === 'table-row') this.#flow.endRow();
    else if (name === 'annotation' || name === 'note') this.#flow.line();
  }

  text(text: string): void {
    if (this.#bytes === 0 && (this.#paragraphs > 0 || this.#names > 0))
      this.#flow.text(text.replaceAll(/[\n\r\t ]+/g, ' '));
  }

  #aside(element: XmlElement): void {
    this.#flow.line();
    for (const name of SPOKEN[element.name] ?? []) {
      this.#flow.text((attribute(element, name) ?? '').replaceAll(/\s+/g, ' ').trim());
      this.#flow.line();
    }
  }

  /** An address stands before the words that are linked: an own line would part the sentence. */
  #address(target: string | undefined): void {
    if (target && /^[a-z][a-z0-9+.-]*:/i.test(target)) this.#flow.text(` ${unescaped(target)} `);
  }
}

/** Attributes that are text, by element: what a form asks and what was filled in, and text that is not shown. */
const FIELD = ['label', 'title', 'current-value', 'value'];
const SPOKEN: Record<string, readonly string[]> = {
  textarea: FIELD,
  'formatted-text': FIELD,
  combobox: FIELD,
  listbox: FIELD,
  option: FIELD,
  item: FIELD,
  checkbox: ['label', 'title'],
  radio: ['label', 'title'],
  'fixed-text': ['label'],
  text: FIELD,
  'hidden-text': ['string-value'],
  'hidden-paragraph': ['string-value'],
  'user-field-decl': ['string-value'],
};

const PARAGRAPHS = new Set(['p', 'h']);
const NAMES = new Set([
  'creator',
  'initial-creator',
  'title',
  'desc',
  'description',
  'subject',
  'keyword',
  'user-defined',
  'sender-firstname',
  'sender-lastname',
  'source-code',
  'printed-by',
  'header-decl',
  'footer-decl',
]);

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
