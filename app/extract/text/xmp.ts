import { bytesInMemory } from '#kernel/bytes.ts';
import { chunksOf } from './chunks.ts';
import type { XmlElement, XmlHandler } from './xml.ts';
import { gatheredXml } from './xml.ts';

/**
 * What an XMP packet (ISO 16684), as it stands in pictures and PDF files, says of people and content: "creator: …". Damage
 * gives what came before it.
 */
export async function xmpNotes(packet: Uint8Array): Promise<string[]> {
  const notes = new XmpNotes();
  try {
    await gatheredXml(chunksOf(bytesInMemory(packet)), notes);
  } catch {
    // A packet stands beside the content: a broken one is not worth a file's being called damaged.
  }
  return [...new Set(notes.found)];
}

class XmpNotes implements XmlHandler {
  readonly found: string[] = [];
  /** The property that is open, and how deep within it. */
  #property = '';
  #depth = 0;
  #text = '';

  open(element: XmlElement): void {
    for (const [key, value] of Object.entries(element.attributes)) this.#add(localName(key), value);
    if (this.#property !== '') this.#depth++;
    else if (element.name !== NODE && SPOKEN.has(element.name.toLowerCase())) {
      this.#property = element.name;
      this.#depth = 1;
    }
    this.#text = '';
  }

  text(text: string): void {
    if (this.#property !== '' && this.#text.length < MAX_TEXT) this.#text += text;
  }

  close(): void {
    if (this.#property === '') return;
    this.#add(this.#property, this.#text);
    this.#text = '';
    if (--this.#depth === 0) this.#property = '';
  }

  #add(name: string, value: string): void {
    const text = value.replaceAll(/\s+/g, ' ').trim();
    if (
      text !== '' &&
      text !== 'x-default' &&
      SPOKEN.has(name.toLowerCase()) &&
      this.found.length < MAX_NOTES
    )
      this.found.push(`${name}: ${text.slice(0, MAX_TEXT)}`);
  }
}

/** RDF's own element, in which all others stand. */
const NODE = 'Description';
const MAX_TEXT = 64 * 1024;
const MAX_NOTES = 5000;

/** Dublin Core, Photoshop, IPTC, faces that a camera or a program named, and what office programs add. */
const SPOKEN = new Set(
  (
    'creator contributor publisher title description subject rights author keywords company manager category comments ' +
    'lastmodifiedby authorsposition captionwriter credit headline source transmissionreference instructions city location ' +
    'ownername artist usercomment personinimage persondisplayname name ciemailwork citelwork ciadrextadr ' +
    'ciadrcity owner copyright webstatement'
  ).split(' '),
);

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
