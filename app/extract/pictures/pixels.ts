import { MOST_PIXELS, type Picture, type Rgba } from '#kernel/picture.ts';
import { Unread } from '../format.ts';

/** The largest picture that is decoded: 4 bytes a pixel are held, and some decoders hold them three times. */
const MOST_DECODED = 60_000_000;
/** What is smaller is an icon or a line. */
const LEAST_SIDE = 40;
/** A screen's writing is about 12 pixels high, where the reader does best with 30. */
const SCREEN_PIXELS = 2_200_000;
const SCREEN_DPI = 150;
const PHOTOGRAPH_DPI = 300;

/** @throws Unread `too_large` before anything is decoded */
export function mustBeDecodable(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new Unread('corrupt');
  if (width * height > MOST_DECODED) throw new Unread('too_large');
}

/** Whether a picture of so many pixels is worth reading. */
export function mayHoldWriting(width: number, height: number): boolean {
  return width >= LEAST_SIDE && height >= LEAST_SIDE;
}

/** Grey on white, no larger than is read; what is small, such as a screenshot, twice its size. */
export function pictureOf({ width, height, data }: Rgba): Picture {
  if (data.length < width * height * 4) throw new Unread('corrupt');
  if (width * height <= SCREEN_PIXELS) return doubled(width, height, data);
  const scale = Math.max(1, Math.sqrt((width * height) / MOST_PIXELS));
  const [toWidth, toHeight] = [Math.floor(width / scale), Math.floor(height / scale)];
  const grey = new Uint8Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y++) {
    const row = Math.floor(y * scale) * width;
    for (let x = 0; x < toWidth; x++) grey[y * toWidth + x] = greyAt(data, row + Math.floor(x * scale));
  }
  return { width: toWidth, height: toHeight, grey, dpi: PHOTOGRAPH_DPI };
}

/** Halfway between neighbours, so that letters keep their round edges. */
function doubled(width: number, height: number, data: Uint8Array): Picture {
  const grey = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const below = Math.min(y + 1, height - 1);
    for (let x = 0; x < width; x++) {
      const right = Math.min(x + 1, width - 1);
      const here = greyAt(data, y * width + x);
      const beside = greyAt(data, y * width + right);
      const under = greyAt(data, below * width + x);
      const across = greyAt(data, below * width + right);
      const at = 2 * y * 2 * width + 2 * x;
      grey[at] = here;
      grey[at + 1] = (here + beside) >> 1;
      grey[at + 2 * width] = (here + under) >> 1;
      grey[at + 2 * width + 1] = (here + beside + under + across) >> 2;
    }
  }
  return { width: 2 * width, height: 2 * height, grey, dpi: SCREEN_DPI };
}

/** Brightness as the eye has it (ITU-R BT.601), what is transparent being white. */
function greyAt(data: Uint8Array, pixel: number): number {
  const at = pixel * 4;
  const alpha = data[at + 3] ?? 255;
  const light = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  return alpha === 255 ? light : 255 - (((255 - light) * alpha) >> 8);
}
