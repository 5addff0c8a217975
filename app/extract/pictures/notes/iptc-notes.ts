import { isUtf8 } from 'node:buffer';
import { inCodePage } from '../../text/code-page.ts';

/** The IPTC block in Photoshop's list of resources (8BIM), which JPEG and TIFF carry. */
export function photoshopIptc(resources: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 12 <= resources.length && resources.toString('latin1', at, at + 4) === '8BIM';) {
    const id = resources.readUInt16BE(at + 4);
    // A name of any length comes first, padded with its length to an even number.
    const nameLength = (resources[at + 6] ?? 0) + 1;
    const sizeAt = at + 6 + nameLength + (nameLength % 2);
    if (sizeAt + 4 > resources.length) break;
    const size = resources.readUInt32BE(sizeAt);
    if (id === IPTC) found.push(resources.subarray(sizeAt + 4, sizeAt + 4 + size));
    at = sizeAt + 4 + size + (size % 2);
  }
  return found;
}

const IPTC = 0x0404;
const MARK = 0x1c;
const APPLICATION_RECORD = 2;
const MAX_NOTES = 1000;

/** What IPTC's application record (IIM 4) says of people, places and content. Damage ends it where it stands. */
export function iptcNotes(block: Buffer): string[] {
  const notes: string[] = [];
  for (let at = 0; at + 5 <= block.length && block[at] === MARK && notes.length < MAX_NOTES;) {
    const length = block.readUInt16BE(at + 3);
    // Longer than 32,767 bytes is only said of previews.
    if (length > 0x7fff) break;
    const data = block.subarray(at + 5, at + 5 + length);
    const name = block[at + 1] === APPLICATION_RECORD ? NAMES[block[at + 2] ?? 0] : undefined;
    const text = (isUtf8(data) ? data.toString('utf8') : inCodePage(data, 1252))
      .replaceAll(/[\s\0]+/g, ' ')
      .trim();
    if (name !== undefined && text !== '') notes.push(`${name}: ${text}`);
    at += 5 + length;
  }
  return notes;
}

const NAMES: Record<number, string> = {
  5: 'title',
  25: 'keywords',
  40: 'instructions',
  80: 'creator',
  85: 'creator title',
  90: 'city',
  92: 'location',
  105: 'headline',
  110: 'credit',
  115: 'source',
  116: 'copyright',
  118: 'contact',
  120: 'description',
  122: 'description writer',
};
