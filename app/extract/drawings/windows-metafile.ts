import { codePageOfCharset, inCodePage } from '../text/code-page.ts';
import type { DrawnText } from './drawn-text.ts';

const PLACEABLE = 0x9ac6cdd7;
const PLACEABLE_HEADER = 22;
const FILE_HEADER = 18;
const FONT = 0x02fb;
const TEXT = 0x0521;
const EXTENDED_TEXT = 0x0a32;
/** Where a font says its charset. */
const CHARSET = 13;

/**
 * The texts of a Windows metafile (MS-WMF): records of a length in words, a kind, and data. The charset is that of the font
 * that was made last, for what is chosen of several fonts is not followed. Damage ends it where it stands.
 */
export function* windowsTexts(bytes: Buffer): Generator<DrawnText> {
  const isPlaceable = bytes.length >= 4 && bytes.readUInt32LE(0) === PLACEABLE;
  let codePage = 1252;
  for (let at = (isPlaceable ? PLACEABLE_HEADER : 0) + FILE_HEADER; at + 6 <= bytes.length;) {
    const length = bytes.readUInt32LE(at) * 2;
    const kind = bytes.readUInt16LE(at + 4);
    if (kind === 0 || length < 6 || at + length > bytes.length) return;
    const data = bytes.subarray(at + 6, at + length);
    if (kind === FONT && data.length > CHARSET) codePage = codePageOfCharset(data[CHARSET] ?? 0) ?? 1252;
    const drawn = kind === TEXT ? textOut(data) : kind === EXTENDED_TEXT ? extended(data) : null;
    if (drawn) yield { y: drawn.y, text: inCodePage(drawn.bytes, codePage) };
    at += length;
  }
}

interface Drawn {
  readonly y: number;
  readonly bytes: Buffer;
}

/** A count, the characters up to an even number, then where they are drawn. */
function textOut(data: Buffer): Drawn | null {
  if (data.length < 6) return null;
  const count = data.readUInt16LE(0);
  const place = 2 + count + (count % 2);
  if (place + 4 > data.length) return null;
  return { y: data.readInt16LE(place), bytes: data.subarray(2, 2 + count) };
}

const HAS_RECTANGLE = 0x6;

/** Where they are drawn, a count, options, perhaps a rectangle, and the characters. */
function extended(data: Buffer): Drawn | null {
  if (data.length < 8) return null;
  const from = data.readUInt16LE(6) & HAS_RECTANGLE ? 16 : 8;
  return { y: data.readInt16LE(0), bytes: data.subarray(from, from + data.readUInt16LE(4)) };
}
