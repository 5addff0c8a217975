import type { XmlElement } from '../text/xml.ts';

/** What Word and Excel of 2003 say in XML of who made a document (o:DocumentProperties), and what somebody added to it. */
export class DocumentProperties {
  readonly found: string[] = [];
  #depth = 0;
  #name = '';
  #text = '';

  /** Whether an element belongs to them: then it is nobody else's. */
  open({ name }: XmlElement): boolean {
    if (this.#depth === 0 && !CONTAINERS.has(name)) return false;
    this.#depth++;
    this.#name = this.#depth === 2 && !SILENT.has(name) ? name : '';
    this.#text = '';
    return true;
  }

  text(text: string): boolean {
    if (this.#name !== '' && this.#text.length < MAX_TEXT) this.#text += text;
    return this.#depth > 0;
  }

  close(): boolean {
    if (this.#depth === 0) return false;
    this.#depth--;
    const text = this.#text.replaceAll(/\s+/g, ' ').trim();
    if (this.#name !== '' && text !== '') this.found.push(`${this.#name}: ${text}`);
    this.#name = '';
    return true;
  }
}

const CONTAINERS = new Set(['DocumentProperties', 'CustomDocumentProperties']);
const MAX_TEXT = 64 * 1024;

/** Numbers, dates and the program's version. */
const SILENT = new Set(
  (
    'Revision TotalTime Created LastSaved LastPrinted Pages Words Characters CharactersWithSpaces Bytes Lines Paragraphs ' +
    'Slides HiddenSlides Notes MultimediaClips Version AppName ReadOnlyRecommended PresentationFormat'
  ).split(' '),
);
