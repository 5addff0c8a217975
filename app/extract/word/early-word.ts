import { Unread } from '../format.ts';
import { inCodePage } from '../text/code-page.ts';

/** What a document of before Word 6 says, with Word's own control characters in it. */
export interface EarlyDocument {
  readonly text: string;
  /** False when the document was saved in a hurry, and later changes lie where they are not read. */
  readonly isWhole: boolean;
}

const TEXT_START = 0x18;
const TEXT_END = 0x1c;
const FLAGS = 0x0a;
const ENCRYPTED = 0x100;
const FAST_SAVED = 0x4;

/** Word for Windows 1 and 2: a file without a container. Throws `Unread`: 'encrypted', 'corrupt'. */
export function earlyWord(document: Buffer): EarlyDocument {
  if (document.length < TEXT_END + 4) throw new Unread('corrupt');
  const flags = document.readUInt16LE(FLAGS);
  if (flags & ENCRYPTED) throw new Unread('encrypted');
  const text = between(document, document.readUInt32LE(TEXT_START), document.readUInt32LE(TEXT_END), 1252);
  return { text, isWhole: (flags & FAST_SAVED) === 0 };
}

const WRITE_START = 0x80;
const WRITE_END = 0x0e;
/** How many pages of 128 bytes there are; Word for DOS leaves it empty. */
const PAGES = 0x60;

/** Windows Write, and Word for DOS, which wrote the same header. Throws `Unread('corrupt')`. */
export function earlyWrite(document: Buffer): EarlyDocument {
  if (document.length < WRITE_START) throw new Unread('corrupt');
  const codePage = document.readUInt16LE(PAGES) === 0 ? 850 : 1252;
  return { text: between(document, WRITE_START, document.readUInt32LE(WRITE_END), codePage), isWhole: true };
}

function between(document: Buffer, start: number, end: number, codePage: number): string {
  if (start > end || end > document.length) throw new Unread('corrupt');
  return inCodePage(document.subarray(start, end), codePage);
}
