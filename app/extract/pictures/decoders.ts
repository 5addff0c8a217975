import type { Picture, PictureReaders } from '#kernel/picture.ts';
import { Unread } from '../format.ts';
import { gifPixels } from './gif.ts';
import { mustInflateWithin } from './inflated-bound.ts';
import { mayHoldWriting, mustBeDecodable, pictureOf } from './pixels.ts';
import { webpSize } from './webp.ts';

/** Makes one page's picture, when and if it is wanted. Throws `Unread`, and whatever the decoder throws. */
type Draw = (readers: PictureReaders) => Picture | Promise<Picture>;

/**
 * One decoder for each page of a picture file that may hold writing; none for an icon. Sizes are looked at before
 * anything is decoded. Decoders are plain JavaScript or WebAssembly, each loaded when it is first needed.
 * @throws Unread `corrupt`, `too_large`, `unsupported`
 */
export async function decodersOf(mime: string, bytes: Uint8Array): Promise<Draw[]> {
  const decode = BY_MIME[mime];
  if (decode === undefined) throw new Unread('unsupported');
  const pages = await decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  return pages
    .filter(({ width, height }) => {
      mustBeDecodable(width, height);
      return mayHoldWriting(width, height);
    })
    .map(({ draw }) => draw);
}

interface Page {
  readonly width: number;
  readonly height: number;
  readonly draw: Draw;
}

async function jpeg(bytes: Buffer): Promise<Page[]> {
  const { drawnJpeg, jpegHead } = await import('./jpeg.ts');
  const head = jpegHead(bytes);
  return [{ ...head, draw: () => drawnJpeg(bytes, head) }];
}

/** The first chunk is the header (PNG, 11.2.2): width and height at 16 and 20. */
async function png(bytes: Buffer): Promise<Page[]> {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Unread('corrupt');
  const { PNG } = await import('pngjs');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const draw = (): Picture => {
    // Interlaced. 16 bits of four channels a pixel, and some more for the edges of seven passes.
    if (bytes[28] !== 0) mustInflateWithin(pngData(bytes), 8 * (width + 8) * (height + 8));
    return pictureOf(PNG.sync.read(bytes));
  };
  return [{ width, height, draw }];
}

function pngData(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
  }
  return Buffer.concat(parts);
}

async function tiff(bytes: Buffer): Promise<Page[]> {
  const { tiffPages } = await import('./tiff.ts');
  return tiffPages(bytes);
}

/** The first picture of it: the others are frames of a film. */
async function gif(bytes: Buffer): Promise<Page[]> {
  const { GifReader } = await import('omggif');
  const reader = new GifReader(bytes);
  const { width, height } = reader;
  const draw = (): Picture => {
    // A frame may say that it is larger than the picture that it belongs to.
    const frame = reader.frameInfo(0);
    mustBeDecodable(frame.width, frame.height);
    return pictureOf({ width, height, data: gifPixels(bytes, frame, width, height) });
  };
  return [{ width, height, draw }];
}

/** BITMAPINFOHEADER: width and height at 18 and 22; a height below zero means rows from the top. */
async function bmp(bytes: Buffer): Promise<Page[]> {
  if (bytes.length < 54) throw new Unread('corrupt');
  const { decode } = await import('bmp-ts');
  const [width, height] = [Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22))];
  const draw = (): Picture => {
    const { data } = decode(bytes, { toRGBA: true });
    // Old bitmaps leave the fourth byte at 0, which is not meant as transparent.
    for (let at = 3; at < data.length; at += 4) data[at] = 255;
    return pictureOf({ width, height, data });
  };
  return [{ width, height, draw }];
}

function webp(bytes: Buffer): Page[] {
  const draw: Draw = async ({ decodeWebp }) => {
    const pixels = await decodeWebp(bytes);
    if (pixels === null) throw new Unread('corrupt');
    return pictureOf(pixels);
  };
  return [{ ...webpSize(bytes), draw }];
}

const BY_MIME: Readonly<Record<string, (bytes: Buffer) => Page[] | Promise<Page[]>>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/apng': png,
  'image/tiff': tiff,
  'image/gif': gif,
  'image/bmp': bmp,
  'image/webp': webp,
};
