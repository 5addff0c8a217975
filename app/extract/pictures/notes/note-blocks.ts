import { inflateSync } from 'node:zlib';
import { photoshopIptc } from './iptc-notes.ts';

/** A piece of a picture that may say something: by how it is written; "text" is UTF-8. */
export interface NoteBlock {
  readonly kind: 'exif' | 'xmp' | 'iptc' | 'text';
  readonly data: Buffer;
}

const MAX_BLOCKS = 500;

/** Where a picture keeps what it says beside its pixels. A layout that makes no sense ends the list. */
export function blocksOf(mime: string, bytes: Buffer): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  try {
    for (const block of BY_MIME[mime]?.(bytes) ?? []) if (blocks.push(block) >= MAX_BLOCKS) break;
  } catch {
    // The decoder of the picture tells of damage.
  }
  return blocks;
}

const BY_MIME: Record<string, (bytes: Buffer) => Iterable<NoteBlock>> = {
  'image/jpeg': inJpeg,
  'image/png': inPng,
  'image/apng': inPng,
  'image/gif': inGif,
  'image/webp': inWebp,
  'image/tiff': (bytes) => [{ kind: 'exif', data: bytes }],
};

const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0';
const PHOTOSHOP_MARK = 'Photoshop 3.0\0';

/** Segments before the picture itself (ITU-T T.81, annex B). */
function* inJpeg(bytes: Buffer): Generator<NoteBlock> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1];
    if (marker === START_OF_SCAN) return;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, at + 2 + length);
    if (marker === COMMENT) yield { kind: 'text', data };
    else if (begins(data, 'Exif\0\0')) yield { kind: 'exif', data: data.subarray(6) };
    else if (begins(data, XMP_MARK)) yield { kind: 'xmp', data: data.subarray(XMP_MARK.length) };
    else if (begins(data, PHOTOSHOP_MARK))
      yield* photoshopIptc(data.subarray(PHOTOSHOP_MARK.length)).map((iptc): NoteBlock => ({
        kind: 'iptc',
        data: iptc,
      }));
    at += 2 + Math.max(2, length);
  }
}

/** Keywords that name programs, times and colours. */
const SILENT =
  /^(software|creation time|date:.*|raw profile.*|png:.*|exif:.*|tiff:.*|icc.*|dpi|scale|parameters)$/i;
const MAX_TEXT = 1024 * 1024;

/** Chunks (PNG 11.3.3): a length, a kind, data, a checksum. */
function* inPng(bytes: Buffer): Generator<NoteBlock> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'eXIf') yield { kind: 'exif', data };
    else if (/^(tEXt|zTXt|iTXt)$/.test(kind)) yield* pngText(kind, data);
    at += 12 + length;
  }
}

function* pngText(kind: string, data: Buffer): Generator<NoteBlock> {
  const end = data.indexOf(0);
  if (end < 0) return;
  const keyword = data.toString('latin1', 0, end);
  const rest = data.subarray(end + 1);
  const text =
    kind === 'tEXt'
      ? fromLatin(rest)
      : kind === 'zTXt'
        ? fromLatin(inflated(rest.subarray(1)))
        : international(rest);
  if (keyword === 'XML:com.adobe.xmp') yield { kind: 'xmp', data: text };
  else if (!SILENT.test(keyword) && text.length > 0)
    yield { kind: 'text', data: Buffer.concat([Buffer.from(`${keyword}: `), text]) };
}

/** Two bytes say whether it is packed; then a language and the keyword in it, each ended by a zero. */
function international(rest: Buffer): Buffer {
  const translated = rest.indexOf(0, 2) + 1;
  const text = rest.subarray(rest.indexOf(0, translated) + 1);
  return rest[0] === 1 ? inflated(text) : text;
}

function inflated(packed: Buffer): Buffer {
  return inflateSync(packed, { maxOutputLength: MAX_TEXT });
}

function fromLatin(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1'));
}

/** Comment extensions (GIF89a, 24): pieces of at most 255 bytes. Blocks of pixels are passed over in the same way. */
function* inGif(bytes: Buffer): Generator<NoteBlock> {
  let at = 13 + tableLength(bytes[10] ?? 0);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x21) {
      const { data, next } = pieces(bytes, at + 2);
      if (bytes[at + 1] === COMMENT) yield { kind: 'text', data };
      at = next;
    } else if (kind === 0x2c) at = pieces(bytes, at + 11 + tableLength(bytes[at + 9] ?? 0)).next;
    else return;
  }
}

function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function pieces(bytes: Buffer, from: number): { data: Buffer; next: number } {
  const found: Buffer[] = [];
  let at = from;
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
    found.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { data: Buffer.concat(found), next: at + 1 };
}

/** RIFF chunks: a kind, a length, data of an even number of bytes. */
function* inWebp(bytes: Buffer): Generator<NoteBlock> {
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'EXIF') yield { kind: 'exif', data: begins(data, 'Exif\0\0') ? data.subarray(6) : data };
    else if (kind === 'XMP ') yield { kind: 'xmp', data };
    at += 8 + length + (length % 2);
  }
}

function begins(data: Buffer, mark: string): boolean {
  return data.toString('latin1', 0, mark.length) === mark;
}
