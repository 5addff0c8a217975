import { Unread } from '../format.ts';
import { codePageOfLanguage, inCodePage } from '../text/code-page.ts';
import { utf16Text } from '../text/utf16.ts';

/** What a Word document before 2007 holds (MS-DOC): its texts with Word's own control characters in them. */
export interface WordDocument {
  /** The texts by what they are, in the order in which they lie in the file. */
  readonly texts: readonly { readonly part: string; readonly text: string }[];
  /** Who commented, who changed, who saved it and where. */
  readonly people: readonly string[];
}

/** The texts one behind the other, with the place of their lengths in the header since Word 97; before, 24 bytes less. */
const TEXTS: readonly (readonly [string, number])[] = [
  ['body', 0x4c],
  ['footnotes', 0x50],
  ['header and footer', 0x54],
  ['macros', 0x58],
  ['comments', 0x5c],
  ['endnotes', 0x60],
  ['text boxes', 0x64],
  ['text boxes', 0x68],
];

const WORD_97 = 0xc1;
const MAX_PIECES = 1_000_000;

/**
 * Reads Word 6, 95 and 97 to 2003. Fast-saved documents are put together from their pieces; deleted text that Word kept
 * for its tracking of changes counts. Throws `Unread`: 'encrypted', 'corrupt', 'unsupported' (Word 2 and before).
 *
 * @param stream the stream WordDocument; `table` gives the stream 0Table or 1Table.
 */
export function wordDocument(stream: Buffer, table: (number: 0 | 1) => Buffer | null): WordDocument {
  if (stream.length < 0x180) throw new Unread('corrupt');
  const version = stream.readUInt16LE(2);
  const flags = stream.readUInt16LE(0x0a);
  if (flags & 0x100) throw new Unread('encrypted');
  if (version < 33) throw new Unread('unsupported');
  if (version < WORD_97) return { texts: cut(oldText(stream, flags), stream, 0x18), people: [] };
  const tables = table(flags & 0x200 ? 1 : 0) ?? table(flags & 0x200 ? 0 : 1);
  if (!tables) throw new Unread('corrupt');
  const pieces = part(stream, tables, 0x1a2);
  return { texts: cut(piecesText(stream, pieces, true), stream, 0), people: people(stream, tables) };
}

/** The part of the table stream that two numbers in the header point to: where, and how long. */
function part(header: Buffer, table: Buffer, at: number): Buffer {
  if (at + 8 > header.length) return Buffer.alloc(0);
  const start = header.readUInt32LE(at);
  return table.subarray(start, start + header.readUInt32LE(at + 4));
}

/** Word 6 and 95: one run of bytes, or pieces of it, in the code page of the document's language. */
function oldText(stream: Buffer, flags: number): string {
  const start = stream.readUInt32LE(0x18);
  const codePage = codePageOfLanguage(stream.readUInt16LE(0x06));
  if ((flags & 0x4) === 0) return bytesText(stream.subarray(start, stream.readUInt32LE(0x1c)), codePage);
  return piecesText(stream, part(stream, stream, 0x160), false, codePage);
}

/** A document of many pieces: each says from which character on it counts and where its bytes lie. */
function piecesText(stream: Buffer, table: Buffer, unicode: boolean, codePage = 1252): string {
  const list = pieceTable(table);
  const count = Math.floor((list.length - 4) / 12);
  if (count < 1 || count > MAX_PIECES) throw new Unread('corrupt');
  const texts: string[] = [];
  let length = 0;
  for (let i = 0; i < count; i++) {
    const characters = list.readUInt32LE((i + 1) * 4) - list.readUInt32LE(i * 4);
    const place = list.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const narrow = !unicode || (place & 0x40000000) !== 0;
    const at = unicode && narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    length += characters;
    if (characters < 0 || length > stream.length) throw new Unread('corrupt');
    const bytes = stream.subarray(at, at + characters * (narrow ? 1 : 2));
    texts.push(narrow ? bytesText(bytes, codePage) : utf16Text(bytes));
  }
  return texts.join('');
}

/** Formatting comes before the list of pieces: passed over. */
function pieceTable(table: Buffer): Buffer {
  let at = 0;
  while (table[at] === 1 && at + 3 <= table.length) at += 3 + table.readUInt16LE(at + 1);
  if (table[at] !== 2 || at + 5 > table.length) throw new Unread('corrupt');
  return table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
}

/** One character a byte, as the counts of characters take it; East Asian letters of two bytes are kept together. */
function bytesText(bytes: Buffer, codePage: number): string {
  return inCodePage(bytes, codePage);
}

function cut(text: string, header: Buffer, back: number): { part: string; text: string }[] {
  let at = 0;
  const texts = TEXTS.map(([name, place]) => {
    const start = at;
    at += Math.max(0, header.readInt32LE(place - back));
    return { part: name, text: text.slice(start, at) };
  });
  // Lengths that claim less than there is do not hide the rest.
  if (at < text.length) texts.push({ part: 'body', text: text.slice(at) });
  return texts.filter((one) => one.text !== '');
}

function people(header: Buffer, table: Buffer): string[] {
  const commented = strings(part(header, table, 0x1ba), 0);
  const changed = listed(part(header, table, 0x232));
  const saved = listed(part(header, table, 0x2d2));
  return [...new Set([...commented, ...changed, ...saved])].filter((name) => name !== 'Unknown');
}

/** A list of strings behind its header: a mark for UTF-16, how many, and how many bytes come after each. */
function listed(list: Buffer): string[] {
  if (list.length < 6 || list.readUInt16LE(0) !== 0xffff) return [];
  return strings(list.subarray(6), list.readUInt16LE(4));
}

function strings(bytes: Buffer, extra: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + 2 <= bytes.length && found.length < 10_000;) {
    const end = at + 2 + bytes.readUInt16LE(at) * 2;
    const text = utf16Text(bytes.subarray(at + 2, end)).trim();
    if (text !== '') found.push(text);
    at = end + extra;
  }
  return found;
}
