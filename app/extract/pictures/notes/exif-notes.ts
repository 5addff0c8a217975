import { isUtf8 } from 'node:buffer';
import { inCodePage } from '../../text/code-page.ts';
import { photoshopIptc } from './iptc-notes.ts';

/** What a TIFF head (Exif 2.32, TIFF 6) says, and blocks of other kinds that stand in it. */
export interface ExifNotes {
  readonly notes: readonly string[];
  readonly packets: { readonly xmp: readonly Buffer[]; readonly iptc: readonly Buffer[] };
}

const EXIF = 0x8769;
const GPS = 0x8825;
const XMP = 0x02bc;
const IPTC = 0x83bb;
const PHOTOSHOP = 0x8649;
const USER_COMMENT = 0x9286;
const MAX_DIRECTORIES = 200;
const MAX_ENTRIES = 2000;

/** Bytes of one value of each kind of entry. */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

interface Entry {
  readonly tag: number;
  readonly kind: number;
  readonly data: Buffer;
}

/** Damage gives less. */
export function exifNotes(bytes: Buffer): ExifNotes {
  const notes: string[] = [];
  const packets: { xmp: Buffer[]; iptc: Buffer[] } = { xmp: [], iptc: [] };
  const isLittle = bytes.toString('latin1', 0, 2) === 'II';
  const seen = new Set<number>();
  const waiting = bytes.length < 8 ? [] : [u32(bytes, 4, isLittle)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === 0 || at + 2 > bytes.length || seen.has(at) || seen.size >= MAX_DIRECTORIES) continue;
    seen.add(at);
    const { entries, next } = directory(bytes, at, isLittle);
    waiting.push(next);
    for (const { tag, kind, data } of entries) {
      const name = NAMES[tag];
      if (tag === EXIF && data.length >= 4) waiting.push(u32(data, 0, isLittle));
      else if (tag === GPS && data.length >= 4) notes.push(...place(bytes, u32(data, 0, isLittle), isLittle));
      else if (tag === XMP) packets.xmp.push(data);
      else if (tag === IPTC) packets.iptc.push(data);
      else if (tag === PHOTOSHOP) packets.iptc.push(...photoshopIptc(data));
      else if (name !== undefined) {
        const text = textOf(tag, kind, data);
        if (text !== '') notes.push(`${name}: ${text}`);
      }
    }
  }
  return { notes, packets };
}

/** Texts that somebody wrote; XP ones are Windows' own, in UTF-16. */
const NAMES: Record<number, string> = {
  0x010d: 'document',
  0x010e: 'description',
  0x013b: 'artist',
  0x013c: 'computer',
  0x8298: 'copyright',
  0x9c9b: 'title',
  0x9c9c: 'comment',
  0x9c9d: 'author',
  0x9c9e: 'keywords',
  0x9c9f: 'subject',
  [USER_COMMENT]: 'comment',
  0xa430: 'owner',
};

function directory(bytes: Buffer, at: number, isLittle: boolean): { entries: Entry[]; next: number } {
  const entries: Entry[] = [];
  const count = Math.min(u16(bytes, at, isLittle), MAX_ENTRIES);
  for (let i = 0, entry = at + 2; i < count && entry + 12 <= bytes.length; i++, entry += 12) {
    const kind = u16(bytes, entry + 2, isLittle);
    const length = (WIDTHS[kind] ?? 0) * u32(bytes, entry + 4, isLittle);
    const from = length <= 4 ? entry + 8 : u32(bytes, entry + 8, isLittle);
    entries.push({ tag: u16(bytes, entry, isLittle), kind, data: bytes.subarray(from, from + length) });
  }
  const end = at + 2 + count * 12;
  return { entries, next: end + 4 <= bytes.length ? u32(bytes, end, isLittle) : 0 };
}

const MAX_TEXT = 64 * 1024;

function textOf(tag: number, kind: number, data: Buffer): string {
  const bytes = data.subarray(0, MAX_TEXT);
  if (tag >= 0x9c9b && tag <= 0x9c9f) return plain(inCodePage(bytes, 1200));
  if (tag === USER_COMMENT) return plain(comment(bytes));
  return kind === 2 ? plain(narrow(bytes)) : '';
}

/** Eight bytes name the charset; cameras that leave the comment empty fill it with zeros or blanks. */
function comment(data: Buffer): string {
  const charset = data.toString('latin1', 0, 8).replaceAll('\0', '').trim();
  const rest = data.subarray(8);
  return charset === 'UNICODE' ? inCodePage(rest, 1200) : narrow(rest);
}

function narrow(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : inCodePage(bytes, 1252);
}

function plain(text: string): string {
  return text.replaceAll(/[\s\0]+/g, ' ').trim();
}

const [LATITUDE, LONGITUDE] = [2, 4];

/** Where it was taken, in degrees with six decimals, which is a tenth of a metre. */
function place(bytes: Buffer, at: number, isLittle: boolean): string[] {
  if (at === 0 || at + 2 > bytes.length) return [];
  const { entries } = directory(bytes, at, isLittle);
  const degrees = (tag: number, negative: string): number => {
    const side = entries.find((entry) => entry.tag === tag - 1)?.data.toString('latin1', 0, 1);
    const data = entries.find((entry) => entry.tag === tag)?.data;
    if (!data || data.length < 24) return Number.NaN;
    const [whole, minutes, seconds] = [0, 8, 16].map(
      (from) => u32(data, from, isLittle) / u32(data, from + 4, isLittle),
    );
    const value = (whole ?? 0) + (minutes ?? 0) / 60 + (seconds || 0) / 3600;
    return side === negative ? -value : value;
  };
  const [latitude, longitude] = [degrees(LATITUDE, 'S'), degrees(LONGITUDE, 'W')];
  const isPlace =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isPlace ? [`GPS: ${latitude.toFixed(6)}, ${longitude.toFixed(6)}`] : [];
}

function u16(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}

function u32(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
