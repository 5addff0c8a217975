import { bytesInMemory } from '#kernel/bytes.ts';
import type { ByteStream, Reading } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import type { XmlElement, XmlHandler } from '../text/xml.ts';
import { attribute, gatheredXml } from '../text/xml.ts';
import type { Part } from './package.ts';
import { partKind } from './package.ts';

/**
 * The parts of an Office Open XML document that is one XML file instead of a zip file ("flat OPC", pkg:package): XML parts
 * stand in it as they are, others in base 64. Damage ends the list where it stands, and is noted as left out. Throws
 * `Unread('too_large')` past `limits.maxInMemory` characters of parts.
 */
export async function flatParts(bytes: ByteStream, reading: Reading): Promise<readonly Part[]> {
  const parts = new FlatParts(reading.limits.maxInMemory);
  try {
    await gatheredXml(bytes, parts);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'too_large' || parts.found.length === 0) throw error;
    reading.leftOut(reason);
  }
  return parts.found;
}

class FlatParts implements XmlHandler {
  readonly found: Part[] = [];
  readonly #limit: number;
  #size = 0;
  #name = '';
  #type = '';
  /** How deep within a part's XML; 0 outside. */
  #depth = 0;
  #isBinary = false;
  #pieces: string[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  open(element: XmlElement): void {
    if (this.#depth > 0) {
      this.#depth++;
      this.#put(opened(element));
    } else if (element.name === 'part') {
      this.#name = (attribute(element, 'name') ?? '').replace(/^\//, '');
      this.#type = attribute(element, 'contentType') ?? '';
      this.#pieces = [];
    } else if (element.name === 'xmlData') this.#depth = 1;
    else if (element.name === 'binaryData') this.#isBinary = true;
  }

  text(text: string): void {
    if (this.#isBinary) this.#put(text);
    else if (this.#depth > 1) this.#put(escaped(text));
  }

  close(name: string): void {
    if (this.#depth > 1) this.#put(`</${name}>`);
    if (this.#depth > 0 && --this.#depth === 0) this.#end(Buffer.from(this.#pieces.join('')));
    else if (name === 'binaryData') this.#end(Buffer.from(this.#pieces.join(''), 'base64'));
  }

  #put(text: string): void {
    this.#size += text.length + PIECE_COST;
    if (this.#size > this.#limit) throw new Unread('too_large');
    this.#pieces.push(text);
  }

  #end(content: Buffer): void {
    this.#isBinary = false;
    this.#pieces = [];
    const name = this.#name;
    this.found.push({
      name,
      kind: partKind(name, this.#type),
      entry: {
        name,
        size: content.length,
        encrypted: false,
        content: () => Promise.resolve(bytesInMemory(content)),
      },
    });
  }
}

/** What a piece of text costs beside its characters while it is kept. */
const PIECE_COST = 16;

function opened({ name, attributes }: XmlElement): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${all.join('')}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
