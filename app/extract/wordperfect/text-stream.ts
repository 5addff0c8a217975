import { shortLetter, wordPerfectCharacter } from './characters.ts';

/** The lengths of WordPerfect 6's functions F0 to FE, and of 5's C0 to C7, in bytes, the function's own included. */
const FIXED_6 = [4, 5, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 8, 8];
const FIXED_5 = [4, 9, 11, 3, 3, 5, 6, 7];
const MAX_DEPTH = 4;

/**
 * The text in a stream of WordPerfect 6 and later: characters with functions between them, which are passed over, save
 * those that end lines and cells. Text that was deleted, and can be brought back, stands between two marks: it is kept.
 */
export function textOf6(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0xd0 && byte < 0xf0) {
      parts.push(break6(byte, bytes[at + 1] ?? 0));
      const length = at + 4 <= bytes.length ? bytes.readUInt16LE(at + 2) : 0;
      at += Math.max(4, length);
    } else if (byte >= 0xf0) {
      if (byte === 0xf0) parts.push(wordPerfectCharacter(bytes[at + 2] ?? 0, bytes[at + 1] ?? 0));
      at += FIXED_6[byte - 0xf0] ?? 1;
    } else {
      parts.push(single6(byte));
      at++;
    }
  }
  return parts.join('');
}

function single6(byte: number): string {
  if (byte === 0) return '';
  if (byte <= 0x20) return shortLetter(byte);
  if (byte < 0x7f) return String.fromCharCode(byte);
  if (byte === 0x80 || byte === 0x81 || byte === 0x8a || byte === 0xcf) return ' ';
  if (byte === 0x84) return '-';
  // Returns, hard and dormant, and ends of pages.
  return byte === 0x87 || byte === 0x89 || (byte >= 0xb7 && byte <= 0xcc) ? '\n' : '';
}

/** The ends of lines, pages and cells are a group of functions; tabs and indents another. */
function break6(group: number, kind: number): string {
  if (group === 0xe0) return '\t';
  if (group !== 0xd0) return '';
  if (kind >= 1 && kind <= 3) return ' ';
  return kind === 0x0a ? '\t' : kind === 0 ? '' : '\n';
}

/** The same of WordPerfect 5, whose notes, headers, comments and boxes stand within the functions that make them. */
export function textOf5(bytes: Buffer, depth = 0): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0xd0) {
      const length = at + 4 <= bytes.length ? bytes.readUInt16LE(at + 2) : 0;
      if (HOLDS_TEXT.has(byte) && depth < MAX_DEPTH)
        parts.push('\n', textOf5(bytes.subarray(at + 4, at + length), depth + 1), '\n');
      at += 4 + length;
    } else if (byte >= 0xc0) {
      if (byte === 0xc0) parts.push(wordPerfectCharacter(bytes[at + 2] ?? 0, bytes[at + 1] ?? 0));
      if (byte === 0xc1) parts.push('\t');
      at += FIXED_5[byte - 0xc0] ?? 1;
    } else {
      parts.push(single5(byte));
      at++;
    }
  }
  return parts.join('');
}

/** Headers and footers, notes, comments and overstrikes, tables, boxes. */
const HOLDS_TEXT = new Set([0xd5, 0xd6, 0xd8, 0xda]);

function single5(byte: number): string {
  if (byte === 0x0a || byte === 0x0c || byte === 0x99 || byte === 0x8c) return '\n';
  if (byte === 0x09) return '\t';
  if (byte === 0x0b || byte === 0x0d || byte === 0xa0) return ' ';
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return byte === 0xa9 || byte === 0xaa || byte === 0xab ? '-' : '';
}
