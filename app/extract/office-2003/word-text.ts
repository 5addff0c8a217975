import type { Segment } from '../format.ts';
import { OfficeText } from '../office/office-text.ts';
import { Flow } from '../text/flow.ts';
import { SegmentWriter } from '../text/segments.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';
import { DocumentProperties } from './document-properties.ts';

/** A file that stands in the document in base 64. */
export interface EmbeddedFile {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The text of WordprocessingML of 2003, a document in one XML file: body, headers, notes and comments apart though they
 * stand within one another; deleted and inserted text both count; who wrote, reviewed and saved it; files embedded in it.
 */
export class Word2003Text implements XmlHandler {
  readonly properties = new DocumentProperties();
  readonly people = new Set<string>();
  readonly links = new Set<string>();
  readonly #path: readonly string[];
  readonly #limit: number;
  readonly #parts = new Map<string, { writer: SegmentWriter; flow: Flow; text: OfficeText }>();
  /** Which part each element that is open, and begins another part, belongs to. */
  readonly #within: string[] = [];
  readonly #isBeginning: boolean[] = [];
  #files: EmbeddedFile[] = [];
  #binary: { name: string; base64: string } | null = null;

  /** @param limit the most bytes of one file that is embedded */
  constructor(path: readonly string[], limit: number) {
    this.#path = path;
    this.#limit = limit;
  }

  open(element: XmlElement): void {
    if (this.properties.open(element)) return;
    const part = partOf(element);
    this.#isBeginning.push(part !== null);
    if (part !== null) this.#within.push(part);
    if (element.name === 'annotation') this.#annotation(element);
    if (element.name === 'hlink') this.#link(element);
    if (element.name === 'binData') this.#binary = { name: attribute(element, 'name') ?? '', base64: '' };
    else this.#part().text.open(element);
  }

  text(text: string): void {
    if (this.properties.text(text)) return;
    if (!this.#binary) this.#part().text.text(text);
    else if (this.#binary.base64.length + text.length <= this.#limit * 2) this.#binary.base64 += text;
  }

  close(name: string): void {
    if (this.properties.close()) return;
    if (name === 'binData' && this.#binary) this.#file(this.#binary);
    else this.#part().text.close(name);
    if (this.#isBeginning.pop() === true) {
      this.#part().flow.line();
      this.#within.pop();
    }
  }

  /** The body's segments that are complete. */
  take(): Segment[] {
    return this.#parts.get('body')?.writer.take() ?? [];
  }

  /** The files that are complete; each is given once. */
  files(): EmbeddedFile[] {
    const files = this.#files;
    this.#files = [];
    return files;
  }

  /** What is left of the body, then the other parts. */
  *end(): Generator<Segment> {
    for (const { writer, flow } of this.#parts.values()) {
      flow.end();
      yield* writer.end();
    }
  }

  #part(): { flow: Flow; text: OfficeText } {
    const name = this.#within.at(-1) ?? 'body';
    const known = this.#parts.get(name);
    if (known) return known;
    const writer = new SegmentWriter({ path: this.#path, part: name });
    const flow = new Flow(writer);
    const made = { writer, flow, text: new OfficeText(flow, { people: this.people }) };
    this.#parts.set(name, made);
    return made;
  }

  /** Comments, insertions and deletions name who made them. */
  #annotation(element: XmlElement): void {
    const author = attribute(element, 'author');
    if (!author) return;
    this.people.add(author);
    if (!isComment(element)) return;
    const { flow } = this.#part();
    flow.line();
    flow.text(`${author}:`);
    flow.line();
  }

  #link(element: XmlElement): void {
    for (const name of ['dest', 'screenTip']) {
      const text = attribute(element, name);
      if (text) this.links.add(text);
    }
  }

  #file({ name, base64 }: { name: string; base64: string }): void {
    this.#binary = null;
    const content = Buffer.from(base64, 'base64');
    if (content.length > 0) this.#files.push({ name: name.slice(name.lastIndexOf('/') + 1), content });
  }
}

const PARTS: Record<string, string> = {
  hdr: 'header',
  ftr: 'footer',
  footnote: 'footnotes',
  endnote: 'endnotes',
};

function partOf(element: XmlElement): string | null {
  if (element.name === 'annotation') return isComment(element) ? 'comments' : null;
  return PARTS[element.name] ?? null;
}

function isComment(element: XmlElement): boolean {
  return attribute(element, 'type') === 'Word.Comment';
}
