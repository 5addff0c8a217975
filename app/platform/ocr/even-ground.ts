import type { Picture } from '#kernel/picture.ts';

/**
 * The same writing on a white ground: what is printed on a yellow card, or photographed in a shadow, is otherwise taken
 * for one dark spot, since readers look for one border between dark and light in the whole picture. Brightness is
 * measured in blocks and every pixel is made as much lighter as its surroundings. A clean scan comes back as it is, and
 * what is darker than half, such as white writing on a bar, is left alone.
 */
export function onEvenGround(picture: Picture): Picture {
  const { width, height, grey } = picture;
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const ground = smoothed(groundOfBlocks(picture, columns, rows), columns, rows);
  if (ground.every((light) => light >= WHITE)) return picture;
  const even = new Uint8Array(grey.length);
  const across = new Float64Array(columns + 1);
  for (let y = 0; y < height; y++) {
    const down = between(y, rows);
    for (let column = 0; column < columns; column++) {
      const above = ground[down.first * columns + column] ?? WHITE;
      across[column] = above + ((ground[down.next * columns + column] ?? WHITE) - above) * down.share;
    }
    for (let x = 0; x < width; x++) {
      const { first, next, share } = between(x, columns);
      const left = across[first] ?? WHITE;
      const light = left + ((across[next] ?? WHITE) - left) * share;
      even[y * width + x] = Math.min(255, ((grey[y * width + x] ?? 0) * 255) / light);
    }
  }
  return { ...picture, grey: even };
}

/** In pixels: 4 mm at 300 dpi, so that a block of print is more paper than ink. */
const BLOCK = 48;
const WHITE = 235;
/** A ground is made lighter to twice its brightness at most. */
const DARKEST = 128;

/** How light the lighter part of each block is; where that is dark, white, which changes nothing. */
function groundOfBlocks({ width, height, grey }: Picture, columns: number, rows: number): Uint8Array {
  const ground = new Uint8Array(columns * rows);
  const shades = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      shades.fill(0);
      const [right, bottom] = [Math.min(width, (column + 1) * BLOCK), Math.min(height, (row + 1) * BLOCK)];
      for (let y = row * BLOCK; y < bottom; y++)
        for (let at = y * width + column * BLOCK; at < y * width + right; at++) {
          const shade = grey[at] ?? 0;
          shades[shade] = (shades[shade] ?? 0) + 1;
        }
      const pixels = (right - column * BLOCK) * (bottom - row * BLOCK);
      const light = shadeAbove(shades, pixels * PAPER);
      ground[row * columns + column] = light < DARKEST ? 255 : light;
    }
  return ground;
}

/** So much of a block at least is lighter than its ink. */
const PAPER = 0.3;

/** The shade that so many pixels are at least as light as. */
function shadeAbove(shades: Uint32Array, pixels: number): number {
  let seen = 0;
  for (let shade = 255; shade > 0; shade--) {
    seen += shades[shade] ?? 0;
    if (seen >= pixels) return shade;
  }
  return 0;
}

/** The middle one of each block and its neighbours: a block full of ink does not count, and edges stay where they are. */
function smoothed(ground: Uint8Array, columns: number, rows: number): Uint8Array {
  return ground.map((_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const about: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
        about.push(ground[y * columns + x] ?? 255);
    return about.sort((one, other) => one - other)[about.length >> 1] ?? 255;
  });
}

/** The two blocks between whose middles a pixel lies, and how far it is from the first. */
function between(pixel: number, blocks: number): { first: number; next: number; share: number } {
  const at = Math.max(0, Math.min(blocks - 1, (pixel + 0.5) / BLOCK - 0.5));
  const first = Math.floor(at);
  return { first, next: Math.min(blocks - 1, first + 1), share: at - first };
}
