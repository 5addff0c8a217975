import { inCodePage } from '../text/code-page.ts';
import { visioChunks } from './visio-chunks.ts';

const TEXT = 0x0e;
/** Entries whose formulas hold what people type: shape data (fields of a person in a chart of a firm) and links. */
const FIELDS = new Set([0xb6, 0xa2, 0xc3]);
/** A text's own bytes come behind eight others. */
const TEXT_HEADER = 8;

/** What a stream of shapes says: the shapes' texts, and the values of their fields. */
export function shapeTexts(stream: Buffer, version: number): { texts: string[]; fields: string[] } {
  const texts: string[] = [];
  const fields: string[] = [];
  for (const { type, data } of visioChunks(stream, version)) {
    if (type === TEXT && data.length > TEXT_HEADER) texts.push(plain(data.subarray(TEXT_HEADER), version));
    else if (FIELDS.has(type)) fields.push(...literals(data, version));
  }
  return { texts: texts.map((text) => text.trimEnd()).filter((text) => text !== ''), fields };
}

/** A name in a list of names (of pages, layers, masters), behind a number. */
export function visioName(data: Buffer, version: number): string {
  return plain(data.subarray(4), version).trim();
}

/** Since Visio 2003 text is UTF-16; before, it is in Windows' charset. */
function plain(bytes: Buffer, version: number): string {
  const text = inCodePage(bytes, version >= 11 ? 1200 : 1252);
  const end = text.indexOf('\0');
  // Where a field's value goes stands a mark; a line may be broken by a mark of its own.
  return (end < 0 ? text : text.slice(0, end))
    .replaceAll(/[\u2028\v\r]/g, '\n')
    .replaceAll(/[\u001e\ufffc]/g, ' ');
}

const LITERAL = 0x60;

/** Strings in the formulas of an entry: their mark, their length, their characters, and a zero. */
function literals(data: Buffer, version: number): string[] {
  const found: string[] = [];
  const width = version >= 11 ? 2 : 1;
  for (let at = data.indexOf(LITERAL); at >= 0; at = data.indexOf(LITERAL, at + 1)) {
    const from = at + 2;
    const end = from + (data[at + 1] ?? 0) * width;
    if (end === from || end + width > data.length || data.readUIntLE(end, width) !== 0) continue;
    const text = inCodePage(data.subarray(from, end), width === 2 ? 1200 : 1252);
    if (!/[\u0000-\u0008\u000e-\u001f\ufffd\ud800-\udfff]/.test(text) && /\p{L}|\d/u.test(text))
      found.push(text);
  }
  return found;
}
