import type { CompoundStorage } from './compound-file.ts';
import { streamIn } from './compound-file.ts';
import { inCodePage } from '../text/code-page.ts';

/**
 * What the properties of a compound file say of people and content (MS-OLEPS): title, author, who saved it last,
 * company, comments, the properties that somebody added; as "name: value". Damage ends the list where it stands.
 */
export function* compoundProperties(storage: CompoundStorage): Generator<string> {
  for (const name of ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation']) {
    const stream = streamIn(storage, name);
    if (!stream) continue;
    try {
      yield* properties(Buffer.from(stream.bytes(MAX_SET)), name.includes('Document') ? DOCUMENT : SUMMARY);
    } catch {
      // Properties come beside the content: a broken set is not worth a file's being called damaged.
    }
  }
}

const MAX_SET = 16 * 1024 * 1024;
const MAX_SECTIONS = 8;
const MAX_PROPERTIES = 5000;

const SUMMARY: Record<number, string> = {
  2: 'title',
  3: 'subject',
  4: 'creator',
  5: 'keywords',
  6: 'description',
  7: 'template',
  8: 'lastModifiedBy',
};
const DOCUMENT: Record<number, string> = { 2: 'category', 14: 'manager', 15: 'company', 29: 'version' };

function* properties(set: Buffer, names: Record<number, string>): Generator<string> {
  const sections = Math.min(set.readUInt32LE(24), MAX_SECTIONS);
  for (let i = 0; i < sections; i++) {
    const start = set.readUInt32LE(28 + i * 20 + 16);
    yield* section(set.subarray(start), i === 0 ? names : null);
  }
}

function* section(bytes: Buffer, names: Record<number, string> | null): Generator<string> {
  const places = new Map<number, number>();
  const count = Math.min(bytes.readUInt32LE(4), MAX_PROPERTIES);
  for (let i = 0; i < count && 16 + i * 8 <= bytes.length; i++)
    places.set(bytes.readUInt32LE(8 + i * 8), bytes.readUInt32LE(12 + i * 8));
  const pageAt = places.get(1);
  const codePage = pageAt === undefined ? 1252 : bytes.readUInt16LE(pageAt + 4);
  const called = names ?? dictionary(bytes, places.get(0), codePage);
  for (const [id, at] of places) {
    const name = called[id];
    if (id < 2 || name === undefined || /^_|^$/.test(name)) continue;
    const text = value(bytes, at, codePage);
    if (text !== '') yield `${name}: ${text}`;
  }
}

/** The names that somebody gave to the properties of a section of their own. */
function dictionary(bytes: Buffer, at: number | undefined, codePage: number): Record<number, string> {
  const names: Record<number, string> = {};
  if (at === undefined) return names;
  const count = Math.min(bytes.readUInt32LE(at), MAX_PROPERTIES);
  let next = at + 4;
  for (let i = 0; i < count; i++) {
    const id = bytes.readUInt32LE(next);
    const wide = codePage === 1200;
    const length = bytes.readUInt32LE(next + 4) * (wide ? 2 : 1);
    names[id] = text(bytes.subarray(next + 8, next + 8 + length), codePage);
    next += 8 + (wide ? Math.ceil(length / 4) * 4 : length);
  }
  return names;
}

const BYTE_STRING = 30;
const WIDE_STRING = 31;
const INTEGER = 3;

function value(bytes: Buffer, at: number, codePage: number): string {
  const kind = bytes.readUInt16LE(at);
  if (kind === INTEGER) return String(bytes.readInt32LE(at + 4));
  if (kind !== BYTE_STRING && kind !== WIDE_STRING) return '';
  const length = bytes.readUInt32LE(at + 4) * (kind === WIDE_STRING ? 2 : 1);
  return text(bytes.subarray(at + 8, at + 8 + length), kind === WIDE_STRING ? 1200 : codePage);
}

function text(bytes: Uint8Array, codePage: number): string {
  const whole = inCodePage(bytes, codePage);
  const end = whole.indexOf('\0');
  return (end < 0 ? whole : whole.slice(0, end)).replaceAll(/\s+/g, ' ').trim();
}
