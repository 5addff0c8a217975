import { Unread } from '../format.ts';

/** One page's tags by number, named as the decoder wants them: `t256` is the width. */
export type TiffDirectory = Record<`t${number}`, number[] | Uint8Array>;

/** The most pages of one file. */
const MOST_PAGES = 10_000;
/** What the decoder asks for to decode a page (TIFF 6.0): size, strips, tiles, colours, JPEG and fax settings. */
const WANTED = new Set([
  256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 317, 320, 322, 323, 324, 325, 339, 347, 512,
  513, 514, 515, 519, 520, 521, 529, 530,
]);
const BYTE = 1;
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const SIZES: Readonly<Record<number, number>> = { [BYTE]: 1, [SHORT]: 2, [LONG]: 4, [UNDEFINED]: 1 };

/**
 * The directories of a TIFF file in their order (TIFF 6.0, section 2), read with bounds that the decoder's own reader
 * has not: a chain that runs in a circle, counts beyond the file, and values that many directories share to grow in
 * memory are refused. Directories inside directories (thumbnails, a camera's notes) are left alone.
 * @throws Unread `corrupt`, `too_large`
 */
export function tiffDirectories(bytes: Buffer): TiffDirectory[] {
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const short = (at: number): number => view.getUint16(at, little);
  const long = (at: number): number => view.getUint32(at, little);
  const pages: TiffDirectory[] = [];
  const seen = new Set<number>();
  let held = 0;

  const values = (type: number, count: number, at: number): number[] | Uint8Array => {
    if (type === BYTE || type === UNDEFINED) return Uint8Array.from(bytes.subarray(at, at + count));
    const read = type === SHORT ? short : long;
    return Array.from({ length: count }, (_, index) => read(at + index * (SIZES[type] ?? 1)));
  };
  const page = (at: number): TiffDirectory => {
    const found: TiffDirectory = {};
    for (let entry = at + 2, left = short(at); left > 0; left--, entry += 12) {
      const [tag, type, count] = [short(entry), short(entry + 2), long(entry + 4)];
      const size = (SIZES[type] ?? 0) * count;
      if (size === 0 || !WANTED.has(tag)) continue;
      held += size;
      if (held > bytes.length) throw new Unread('corrupt');
      found[`t${tag}`] = values(type, count, size <= 4 ? entry + 8 : long(entry + 8));
    }
    return found;
  };

  try {
    for (let at = long(4); at !== 0; at = long(at + 2 + short(at) * 12)) {
      if (seen.has(at)) throw new Unread('corrupt');
      if (seen.size === MOST_PAGES) throw new Unread('too_large');
      seen.add(at);
      pages.push(page(at));
    }
  } catch (error) {
    // What lies beyond the file's end cannot be read; the pages before a cut can.
    if (!(error instanceof RangeError)) throw error;
    if (pages.length === 0) throw new Unread('corrupt');
  }
  return pages;
}
