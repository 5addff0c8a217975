import { Unread } from '../format.ts';
import type { JpegPiece } from './jpeg.ts';
import { jpegHead } from './jpeg.ts';
import { mustBeDecodable } from './pixels.ts';
import type { TiffDirectory } from './tiff-directories.ts';

const OLD_JPEG = 6;
const JPEG = 7;
const RGB = 2;
const START = 0xffd8;
const MOST_PIECES = 20_000;

/**
 * The JPEGs that a page of a TIFF is made of: strips or tiles with their tables put in front (TIFF 6.0 section 22 and
 * its Technical Note 2), or one JPEG for all. Null where it is made of something else.
 * @throws Unread `corrupt`, `too_large`; `unsupported` for a JPEG of before 1995 that has its tables without their marks
 */
export function jpegPieces(
  file: Buffer,
  directory: TiffDirectory,
  { width, height }: { readonly width: number; readonly height: number },
): JpegPiece[] | null {
  const compression = first(directory, 259);
  if (compression !== JPEG && compression !== OLD_JPEG) return null;
  const plain = compression === JPEG && first(directory, 262) === RGB;
  const piece = (bytes: Buffer, x: number, y: number): JpegPiece => {
    const head = jpegHead(bytes);
    mustBeDecodable(head.width, head.height);
    return { bytes, head, x, y, plain };
  };
  const parts = compression === OLD_JPEG ? oldJpeg(file, directory) : null;
  if (parts !== null) return [piece(parts, 0, 0)];
  const [tileWidth, tileHeight] = [first(directory, 322), first(directory, 323)];
  const isTiled = tileWidth !== null && tileHeight !== null;
  const offsets = directory[isTiled ? 't324' : 't273'] ?? [];
  const counts = directory[isTiled ? 't325' : 't279'] ?? [];
  if (offsets.length > MOST_PIECES) throw new Unread('too_large');
  const wide = isTiled ? tileWidth : width;
  const high = isTiled ? tileHeight : (first(directory, 278) ?? height);
  const across = Math.max(1, Math.ceil(width / Math.max(1, wide)));
  const tables = Buffer.from(directory.t347 ?? []);
  return Array.from(offsets, (offset, i) => {
    const bytes = file.subarray(offset, offset + (counts[i] ?? file.length));
    return piece(withTables(bytes, tables), (i % across) * wide, Math.floor(i / across) * high);
  });
}

/** The tables' start and end marks are left out, and the start mark of what follows. */
function withTables(bytes: Buffer, tables: Buffer): Buffer {
  if (tables.length < 4) return bytes;
  const behind = isStart(bytes) ? bytes.subarray(2) : bytes;
  return Buffer.concat([
    tables.subarray(0, tables.readUInt16BE(tables.length - 2) === 0xffd9 ? -2 : undefined),
    behind,
  ]);
}

/** One JPEG for all, which the strips lie in or follow. Null when each strip is one by itself. */
function oldJpeg(file: Buffer, directory: TiffDirectory): Buffer | null {
  const strip = first(directory, 273) ?? first(directory, 324);
  if (strip !== null && isStart(file.subarray(strip))) return null;
  const start = first(directory, 513);
  if (start === null || !isStart(file.subarray(start))) throw new Unread('unsupported');
  const whole = file.subarray(start, start + (first(directory, 514) ?? file.length));
  if (strip === null || (strip >= start && strip < start + whole.length)) return whole;
  return Buffer.concat([whole, file.subarray(strip, strip + (first(directory, 279) ?? file.length))]);
}

function isStart(bytes: Buffer): boolean {
  return bytes.length >= 2 && bytes.readUInt16BE(0) === START;
}

function first(directory: TiffDirectory, tag: number): number | null {
  return directory[`t${tag}`]?.[0] ?? null;
}
