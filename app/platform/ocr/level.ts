import type { Picture } from '#kernel/picture.ts';

/**
 * The same picture with its lines of writing level: a page that lay askew on the scanner, a card that was held by hand.
 * Readers follow lines that lean a little and lose long ones. Up to `MOST_DEGREES`; less than `LEAST_DEGREES` is left.
 * Expects dark writing on white (even-ground.ts).
 */
export function levelled(picture: Picture): Picture {
  const degrees = leanOf(picture);
  return Math.abs(degrees) < LEAST_DEGREES ? picture : turned(picture, degrees);
}

const LEAST_DEGREES = 0.5;
const MOST_DEGREES = 10;
const STEP_DEGREES = 0.25;

/** Seen at a quarter of the size: enough to tell lines, and fast. */
const QUARTER = 4;
const INK = 110;
/** How much sharper lines must stand out when they are levelled, or there are none. */
const SHARPER = 1.6;
/** In dots at a quarter of the size: with fewer there is no line to go by, with more only what is needed is looked at. */
const LEAST_DOTS = 200;
const MOST_DOTS = 40_000;

/**
 * By how many degrees lines fall to the right. Lines that are level make rows of much ink and rows of none: the angle
 * at which the counts by row differ most from one to the next.
 */
function leanOf(picture: Picture): number {
  const dots = edgesOf(picture);
  if (dots.length < 2 * LEAST_DOTS) return 0;
  const rows = new Uint32Array(Math.ceil(Math.hypot(picture.width, picture.height) / QUARTER) * 2 + 4);
  const sharpnessAt = (degrees: number): number => {
    const radians = (degrees * Math.PI) / 180;
    const [sine, cosine, zero] = [Math.sin(radians), Math.cos(radians), rows.length >> 1];
    rows.fill(0);
    for (let at = 0; at < dots.length; at += 2) {
      const row = Math.round((dots[at + 1] ?? 0) * cosine - (dots[at] ?? 0) * sine) + zero;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    let sharpness = 0;
    for (let row = 1; row < rows.length; row++) sharpness += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
    return sharpness;
  };
  const level = sharpnessAt(0);
  let best = { degrees: 0, sharpness: level * SHARPER };
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP_DEGREES) {
    const sharpness = sharpnessAt(degrees);
    if (sharpness > best.sharpness) best = { degrees, sharpness };
  }
  return best.degrees;
}

/** Where ink has paper below it, as x, y, x, y: the feet of letters, and not the insides of photographs. */
function edgesOf({ width, height, grey }: Picture): number[] {
  const dots: number[] = [];
  for (let y = 0; y + QUARTER < height; y += QUARTER)
    for (let x = 0; x < width; x += QUARTER)
      if ((grey[y * width + x] ?? 255) < INK && (grey[(y + QUARTER) * width + x] ?? 255) >= INK)
        dots.push(x / QUARTER, y / QUARTER);
  const every = Math.ceil(dots.length / 2 / MOST_DOTS);
  return every === 1 ? dots : dots.filter((_, index) => (index >> 1) % every === 0);
}

/** Turned about its middle, on white; each pixel between its four neighbours. */
function turned(picture: Picture, degrees: number): Picture {
  const { width, height, grey } = picture;
  const radians = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const [middleX, middleY] = [width / 2, height / 2];
  const level = new Uint8Array(grey.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = (x - middleX) * cosine - (y - middleY) * sine + middleX;
      const fromY = (x - middleX) * sine + (y - middleY) * cosine + middleY;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, down, at] = [fromX - left, fromY - top, top * width + left];
      const above = (grey[at] ?? 255) * (1 - right) + (grey[at + 1] ?? 255) * right;
      const below = (grey[at + width] ?? 255) * (1 - right) + (grey[at + width + 1] ?? 255) * right;
      level[y * width + x] = above * (1 - down) + below * down;
    }
  }
  return { ...picture, grey: level };
}
