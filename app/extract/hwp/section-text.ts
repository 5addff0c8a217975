const PARAGRAPH_TEXT = 0x43;
const LONG = 0xfff;

/** One record of a stream: what it is, and its bytes; damage ends the walk. */
export interface HwpRecord {
  readonly tag: number;
  readonly bytes: Buffer;
  readonly end: number;
}

/** The record at a place: ten bits say what it is, ten how deep it stands, twelve how long it is, or that a word more says it. */
export function recordAt(stream: Buffer, at: number): HwpRecord | null {
  if (at + 4 > stream.length) return null;
  const header = stream.readUInt32LE(at);
  const isLong = header >>> 20 === LONG;
  if (isLong && at + 8 > stream.length) return null;
  const start = at + (isLong ? 8 : 4);
  const end = start + (isLong ? stream.readUInt32LE(at + 4) : header >>> 20);
  return { tag: header & 0x3ff, bytes: stream.subarray(start, end), end };
}

/** The text of a section's paragraphs in their order, those in tables, notes, headers and boxes included. */
export function* sectionText(stream: Buffer): Generator<string> {
  for (let record = recordAt(stream, 0); record; record = recordAt(stream, record.end))
    if (record.tag === PARAGRAPH_TEXT) yield paragraph(record.bytes);
}

/** Characters of two bytes; those below 32 are something else, most of them eight characters long. */
function paragraph(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at + 2 <= bytes.length;) {
    const code = bytes.readUInt16LE(at);
    if (code >= 32) text += String.fromCharCode(code);
    else text += SIGNS[code] ?? '';
    at += code >= 32 || SHORT.has(code) ? 2 : 16;
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}

const SHORT = new Set([0, 10, 13, 24, 25, 26, 27, 28, 29, 30, 31]);
const SIGNS: Record<number, string> = { 9: '\t', 10: '\n', 13: '\n', 24: '-', 30: ' ', 31: ' ' };
