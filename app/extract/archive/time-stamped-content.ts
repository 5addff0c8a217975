import { Unread } from '../format.ts';
import { DER, elementAt, elementsIn, octetsIn } from './der.ts';

/** A file with a proof of when it was there. */
export interface TimeStamped {
  /** Null when only the proof is there, and the file lies elsewhere. */
  readonly content: Buffer | null;
  /** The file's name, or where it lies, as far as it is said. */
  readonly name: string | null;
  readonly says: readonly string[];
}

const TEXTS = new Set<number>([DER.utf8, 0x16, 0x13]);

/**
 * Content with time stamps (TimeStampedData, RFC 5544): version, address and metadata if any, the file, and the stamps, which
 * are neither read nor verified. Throws `Unread('corrupt')`.
 */
export function timeStampedContent(bytes: Buffer): TimeStamped {
  const outer = elementsIn(bytes, elementAt(bytes, 0, 0), 0);
  const [data] = outer[1] ? elementsIn(bytes, outer[1], 1) : [];
  if (outer[0]?.tag !== DER.objectId || !data) throw new Unread('corrupt');
  const text = (start: number, end: number): string => bytes.toString('utf8', start, end).slice(0, MAX_TEXT);
  const says: string[] = [];
  let content: Buffer | null = null;
  let name: string | null = null;
  for (const part of elementsIn(bytes, data, 2)) {
    // The stamps come last and are tagged.
    if (part.tag >= DER.first) break;
    if ((part.tag & ~0x20) === DER.octets) content = Buffer.concat(octetsIn(bytes, part, 3));
    else if (TEXTS.has(part.tag)) says.push(text(part.start, part.end));
    else if (part.tag === DER.sequence)
      for (const { tag, start, end } of elementsIn(bytes, part, 3)) {
        if (TEXTS.has(tag)) says.push(text(start, end));
        if (tag === DER.utf8) name ??= text(start, end);
      }
  }
  return { content, name, says };
}

const MAX_TEXT = 4096;
