import { Parser } from 'htmlparser2';
import type { SegmentWriter } from './segments.ts';
import { Unread } from '../format.ts';
import { Flow } from './flow.ts';

/**
 * The text of HTML, written as it is parsed: what a reader sees, and what is there without being seen: the title,
 * alternative and title texts, form values, mail and telephone links, the author, description and keywords of the head,
 * and comments (a name that was commented out is still in the file; conditional comments are not text). Scripts and
 * styles are left out, and so are hidden form values, which are tokens.
 */
export class HtmlText {
  readonly #flow: Flow;
  readonly #address: (address: string) => void;
  readonly #parser: Parser;
  #run = 0;
  #depth = 0;
  #silent = 0;
  #verbatim = 0;

  /** @param address is told of each address that holds a file itself ("data:…") */
  constructor(writer: SegmentWriter, address: (address: string) => void = () => undefined) {
    this.#address = address;
    this.#flow = new Flow(writer);
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name) => this.#close(name),
        ontext: (text) => this.#text(text),
        oncomment: (text) => this.#comment(text),
        onprocessinginstruction: () => (this.#run = 0),
      },
      // In XHTML "<script src='…'/>" is whole: it does not make a script of the rest of the page.
      { recognizeSelfClosing: true },
    );
  }

  /**
   * Throws `Unread('too_large')` for a tag or a comment without end, since the parser holds it whole, and `too_deep`
   * for elements in one another without end, of which it looks at all for each.
   */
  write(html: string): void {
    this.#run += html.length;
    if (this.#run > MAX_RUN) throw new Unread('too_large');
    this.#parser.write(html);
  }

  end(): void {
    this.#parser.end();
    this.#flow.end();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#run = 0;
    if (++this.#depth > MAX_DEPTH) throw new Unread('too_deep');
    if (SILENT.has(name)) this.#silent++;
    if (VERBATIM.has(name)) this.#verbatim++;
    if (name === 'tr') this.#flow.startRow();
    else if (BLOCKS.has(name)) this.#flow.line();
    for (const text of spoken(name, attributes)) this.#aside(text);
    for (const key of ADDRESSES) if (attributes[key]?.startsWith('data:')) this.#address(attributes[key]);
  }

  #close(name: string): void {
    this.#depth--;
    if (SILENT.has(name)) this.#silent--;
    if (VERBATIM.has(name)) this.#verbatim--;
    if (name === 'tr') this.#flow.endRow();
    else if (name === 'td' || name === 'th') this.#flow.endCell();
    else if (BLOCKS.has(name)) this.#flow.line();
  }

  #text(text: string): void {
    this.#run = 0;
    if (this.#silent > 0) return;
    if (this.#verbatim > 0) {
      this.#lines(text);
      return;
    }
    const words = text.replaceAll(/[ \t\n\r\f\u00A0]+/g, ' ');
    if (words.startsWith(' ')) this.#flow.space();
    this.#flow.text(words.trim());
    if (words.endsWith(' ')) this.#flow.space();
  }

  #lines(text: string): void {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.#flow.line();
      this.#flow.text(line);
    }
  }

  /** Text that is not in the line of reading stands on a line of its own. */
  #aside(text: string): void {
    this.#flow.line();
    this.#flow.text(text.replaceAll(/\s+/g, ' ').trim());
    this.#flow.line();
  }

  #comment(text: string): void {
    this.#run = 0;
    for (const [, name, value] of text.matchAll(OFFICE_PROPERTY)) this.#aside(`${name}: ${value}`);
    // In HTML, "<?xml …?>" is a comment as well.
    if (this.#silent === 0 && !/^\s*(\?|\[if\b|<!\[endif)|\[endif\]\s*$/i.test(text)) this.#aside(text);
  }
}

/** Office's own properties stand in a conditional comment of the head. */
const OFFICE_PROPERTY =
  /<o:(Author|LastAuthor|Company|Manager|Title|Subject|Keywords|Description|Category)>([^<]{1,1000})</g;

/** The most characters of one tag or comment. */
const MAX_RUN = 32 * 1024 * 1024;

/** Pages whose writer forgot to close what it opened have some thousands. */
const MAX_DEPTH = 10_000;

const ADDRESSES = ['src', 'href', 'data', 'poster'];

const SILENT = new Set(['script', 'style']);
const VERBATIM = new Set(['pre', 'textarea', 'xmp', 'listing']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol optgroup option p pre section select ' +
    'summary table tbody tfoot thead textarea title ul xmp'
  ).split(' '),
);

const NAMED_META =
  /^(author|description|keywords|subject|owner|reply-to|creator|copyright|(og|dc|dcterms|twitter)[:.][\w.:]+)$/i;

/** What an element says other than by its content. */
function* spoken(name: string, attributes: Readonly<Record<string, string>>): Generator<string> {
  for (const key of ['alt', 'title', 'aria-label', 'placeholder', 'summary'])
    if (attributes[key]) yield attributes[key];
  if (
    name === 'meta' &&
    NAMED_META.test(attributes['name'] ?? attributes['property'] ?? '') &&
    attributes['content']
  )
    yield attributes['content'];
  const href = /^(mailto|tel|sms|callto):(.*)$/is.exec(attributes['href'] ?? '')?.[2];
  if (href) yield unescaped(href);
  if (
    name === 'input' &&
    attributes['value'] &&
    !/^(hidden|submit|button|reset|image)$/i.test(attributes['type'] ?? '')
  )
    yield attributes['value'];
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
