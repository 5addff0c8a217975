import { inCodePage } from '../text/code-page.ts';
import type { DrawnText } from './drawn-text.ts';

const NARROW_TEXT = 83;
const WIDE_TEXT = 84;
const SMALL_TEXT = 108;
const END = 14;
const HEADER = 8;

/** The texts of an enhanced metafile (MS-EMF): records of a kind, a length and data. Damage ends it where it stands. */
export function* enhancedTexts(bytes: Buffer): Generator<DrawnText> {
  for (let at = 0; at + HEADER <= bytes.length;) {
    const kind = bytes.readUInt32LE(at);
    const length = bytes.readUInt32LE(at + 4);
    if (kind === END || length < HEADER || at + length > bytes.length) return;
    const record = bytes.subarray(at, at + length);
    if ((kind === WIDE_TEXT || kind === NARROW_TEXT) && length >= 52)
      yield textOut(record, kind === WIDE_TEXT);
    else if (kind === SMALL_TEXT && length >= 36) yield smallText(record);
    at += length;
  }
}

/** Where it is drawn at 36, how many characters at 44, and where in the record they stand at 48. */
function textOut(record: Buffer, isWide: boolean): DrawnText {
  const from = record.readUInt32LE(48);
  const text = record.subarray(from, from + record.readUInt32LE(44) * (isWide ? 2 : 1));
  return { y: record.readInt32LE(40), text: inCodePage(text, isWide ? 1200 : 1252) };
}

const NO_BOUNDS = 0x100;
const IS_NARROW = 0x200;

function smallText(record: Buffer): DrawnText {
  const options = record.readUInt32LE(20);
  const from = options & NO_BOUNDS ? 36 : 52;
  const isNarrow = (options & IS_NARROW) !== 0;
  const text = record.subarray(from, from + record.readUInt32LE(16) * (isNarrow ? 1 : 2));
  return { y: record.readInt32LE(12), text: inCodePage(text, isNarrow ? 1252 : 1200) };
}
