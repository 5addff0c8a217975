import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';
import { decoded } from './decoding.ts';

export interface XmlElement {
  /** Without its prefix: "w:t" is "t". */
  readonly name: string;
  /** With prefixes, as written. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandler {
  open?(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Documents nest some dozens deep; a thousand is an attack on whoever reads by recursion. */
const MAX_DEPTH = 2000;
/** The most characters of one run of text or one tag, for the parser holds them whole. */
const MAX_RUN = 32 * 1024 * 1024;
/** The parser gets this many characters at a time. */
const PIECE = 64 * 1024;

/**
 * Parses XML as it comes and tells the handler; gives what the handler has `made` of it in between. Entities that a document declares itself are not expanded and nothing is fetched. Throws `Unread`:
 * 'corrupt' where it stops being XML, 'too_deep', 'too_large'.
 */
export async function* parsedXml<T>(
  bytes: ByteStream,
  handler: XmlHandler,
  made: () => Iterable<T>,
): AsyncGenerator<T> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let run = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    run = 0;
    if (++depth > MAX_DEPTH) throw new Unread('too_deep');
    handler.open?.({ name: localName(tag.name), attributes: tag.attributes });
  });
  parser.on('closetag', (tag) => {
    run = 0;
    depth--;
    handler.close?.(localName(tag.name));
  });
  const text = (run: string): void => handler.text?.(run);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', (error) => {
    // An entity that is not XML's own stays as it is written, "&nbsp;", rather than costing the rest of the text.
    if (!/entity/.test(error.message)) throw new Unread('corrupt', { cause: error });
  });
  for await (const piece of decoded(bytes)) {
    for (let at = 0; at < piece.length; at += PIECE) {
      run += Math.min(PIECE, piece.length - at);
      if (run > MAX_RUN) throw new Unread('too_large');
      parser.write(piece.slice(at, at + PIECE));
      yield* made();
    }
  }
  parser.close();
  yield* made();
}

/** The same for a handler that only gathers. */
export async function gatheredXml(bytes: ByteStream, handler: XmlHandler): Promise<void> {
  const steps = parsedXml(bytes, handler, () => []);
  while (!(await steps.next()).done);
}

/** An attribute by its name without prefix. */
export function attribute(element: XmlElement, name: string): string | undefined {
  const plain = element.attributes[name];
  if (plain !== undefined) return plain;
  for (const key in element.attributes) if (localName(key) === name) return element.attributes[key];
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
