import UTIF from 'utif2';
import type { Picture } from '#kernel/picture.ts';
import { Unread } from '../format.ts';
import { mustInflateWithin } from './inflated-bound.ts';
import { drawnPieces, jpegHead } from './jpeg.ts';
import { mustBeDecodable, pictureOf } from './pixels.ts';
import { type TiffDirectory, tiffDirectories } from './tiff-directories.ts';
import { jpegPieces } from './tiff-jpeg.ts';

interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly draw: () => Picture | Promise<Picture>;
}

/**
 * The pages of a TIFF file: faxes and scanners put many into one. A page is decoded when it is drawn, and not kept.
 * The decoder believes what a page says of itself, so that is looked at first. @throws Unread `corrupt`, `too_large`
 */
export function tiffPages(file: Buffer): TiffPage[] {
  // The decoder copies whatever is no whole ArrayBuffer, for each page anew.
  const bytes = Uint8Array.from(file).buffer;
  return tiffDirectories(Buffer.from(bytes)).flatMap((found) => {
    const directory = first(found, 284) === SEPARATE ? firstPlane(found) : found;
    const [width, height] = [first(directory, 256), first(directory, 257)];
    if (width === null || height === null) return [];
    const draw = (): Picture | Promise<Picture> => {
      const jpegs = jpegPieces(Buffer.from(bytes), directory, { width, height });
      if (jpegs !== null) return drawnPieces(jpegs, { width, height });
      mustBeSound(bytes, directory, width, height);
      const page = { ...directory, data: new Uint8Array(), width, height };
      // The decoder takes a page with data for one that it has decoded already.
      Reflect.deleteProperty(page, 'data');
      UTIF.decodeImage(bytes, page);
      return pictureOf({ width, height, data: UTIF.toRGBA8(page) });
    };
    return [{ width, height, draw }];
  });
}

const SEPARATE = 2;

/** Where the planes of the colours follow each other, the first of them is as good as a picture in grey. */
function firstPlane(directory: TiffDirectory): TiffDirectory {
  const samples = Math.max(1, first(directory, 277) ?? 1);
  const plane: TiffDirectory = { ...directory, t277: [1], t262: [1], t284: [1] };
  plane.t258 = [first(directory, 258) ?? 1];
  for (const tag of ['t273', 't279', 't324', 't325'] as const) {
    const values = directory[tag];
    if (values !== undefined) plane[tag] = [...values].slice(0, Math.ceil(values.length / samples));
  }
  return plane;
}

function first(directory: TiffDirectory, tag: number): number | null {
  return directory[`t${tag}`]?.[0] ?? null;
}

/** Nothing, three fax codes, LZW, JPEG (old and new), deflate (two numbers), PackBits. Cameras' own are not read. */
const COMPRESSIONS = [1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946];
const MOST_BITS = 32;
const MOST_SAMPLES = 8;

/** @throws Unread when decoding would cost more than the page's size allows */
function mustBeSound(file: ArrayBuffer, directory: TiffDirectory, width: number, height: number): void {
  const compression = first(directory, 259) ?? 1;
  const bits = first(directory, 258) ?? 1;
  const samples = first(directory, 277) ?? 1;
  if (!COMPRESSIONS.includes(compression) || bits > MOST_BITS || samples > MOST_SAMPLES)
    throw new Unread('unsupported');
  const [tileWidth, tileHeight] = [first(directory, 322), first(directory, 323)];
  const isTiled = tileWidth !== null && tileHeight !== null;
  if (isTiled) mustBeDecodable(tileWidth, tileHeight);
  const most = Math.ceil(((isTiled ? tileWidth * tileHeight : width * height) * bits * samples) / 8) + height;
  const offsets = [...(directory[isTiled ? 't324' : 't273'] ?? [])];
  const counts = [...(directory[isTiled ? 't325' : 't279'] ?? [])];
  const packed = counts.reduce((sum, count) => sum + count, 0);
  // Nothing that is not packed is larger than its file; strips are no thinner than a row.
  if (packed > 2 * file.byteLength || (!isTiled && offsets.length > height * samples))
    throw new Unread('corrupt');
  for (const [index, offset] of offsets.entries()) {
    const strip = new Uint8Array(file, Math.min(offset, file.byteLength)).subarray(0, counts[index]);
    if (compression === 8 || compression === 32946) mustInflateWithin(strip, most);
    if (compression === 7) mustBeJpegOf(strip);
  }
}

function mustBeJpegOf(strip: Uint8Array): void {
  const { width, height } = jpegHead(strip);
  mustBeDecodable(width, height);
}
