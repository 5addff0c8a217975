import { emfOf, wmfOf } from '../../../test/support/documents/metafile-maker.ts';
import { asBmp, asPng, asTiff } from '../../../test/support/documents/picture-maker.ts';
import type { Picture } from '#kernel/picture.ts';
import type { Seed } from './seed.ts';

/** Small pictures of each kind that is decoded, large enough not to pass for icons. */
export function pictureSeeds(): Seed[] {
  const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
  return [
    { name: 'a.png', bytes: madePng() },
    { name: 'a.tif', bytes: asTiff(SQUARES) },
    { name: 'a.bmp', bytes: asBmp(SQUARES) },
    { name: 'a.jpg', bytes: bytes(JPEG) },
    { name: 'b.jpg', bytes: bytes(PROGRESSIVE_JPEG) },
    { name: 'a.webp', bytes: bytes(WEBP) },
    { name: 'b.webp', bytes: bytes(LOSSLESS_WEBP) },
    { name: 'a.gif', bytes: gif() },
    { name: 'a.emf', bytes: emfOf([1, 'Åse'], [1, 'Holm'], [2, 'next']) },
    { name: 'a.wmf', bytes: wmfOf(0, [1, Buffer.from('some words')]) },
  ];
}

export function madePng(): Buffer {
  return asPng(SQUARES);
}

const [WIDTH, HEIGHT] = [64, 48];

const SQUARES: Picture = {
  width: WIDTH,
  height: HEIGHT,
  dpi: 72,
  grey: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => ((i >> 3) & 1 || (i >> 8) & 1 ? 255 : 0)),
};

/** The squares, by cjpeg. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCDEAAoABwAHgAjAB4AGQAoACMAIQAjAC0AKwAoADAAPABkAEEAPAA3ADcAPAB7AFgAXQBJAGQAkQCAAJkAlgCPAIAAjACKAKAAtADmAMMAoACqANoArQCKAIwAyAERAMsA2gDuAPUBAgEEAQIAmwDBARsBLwEYAPoBLADmAP0BAgD4/8EACwgAMABAAQERAP/EABUAAQEAAAAAAAAAAAAAAAAAAAUA/8QAGBAAAgMAAAAAAAAAAAAAAAAAABVko+H/2gAIAQEAAD8An8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZBn8azBkGfxrMGQZ/GswZP/9k=';

const PROGRESSIVE_JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCDEAAoABwAHgAjAB4AGQAoACMAIQAjAC0AKwAoADAAPABkAEEAPAA3ADcAPAB7AFgAXQBJAGQAkQCAAJkAlgCPAIAAjACKAKAAtADmAMMAoACqANoArQCKAIwAyAERAMsA2gDuAPUBAgEEAQIAmwDBARsBLwEYAPoBLADmAP0BAgD4/8IACwgAMABAAQERAP/EABUAAQEAAAAAAAAAAAAAAAAAAAQA/9oACAEBAAAAAZg2DYNg2DYNg2DYNg2DYNg2DYNg2DYNg2DYNg2DZ//EABUQAQEAAAAAAAAAAAAAAAAAABAT/9oACAEBAAEFArly5cuXLly5cuXLly5cuXLly5cuXP/EABYQAAMAAAAAAAAAAAAAAAAAABAyof/aAAgBAQAGPwJaFoWhaFoWhaFoWhaFoWhaFoWhaFoWhaFoWhaFoWj/xAAUEAEAAAAAAAAAAAAAAAAAAABQ/9oACAEBAAE/IUJJJJJJJJJJJJP/2gAIAQEAAAAQVVVVVVVV/8QAFhAAAwAAAAAAAAAAAAAAAAAAEPDx/9oACAEBAAE/EHgPAeA8B4DwHgPAeA8B4DwHgPAeA8B4DwHgPAeA8B4DwP/Z';

/** The squares, by cwebp. */
const WEBP =
  'UklGRpYAAABXRUJQVlA4IIoAAAAwBwCdASpAADAAPzl8zmcvJSoqEVHgJwlpBIAH8A/AC4AfgB+ADTAvwD8AOcA/gH4AAAqn7EkxGExcbT9ecUfazgAA/uasLHl8VPxPEiZLGo/5Vw/9aRr+fj5/Zrr+adqJxgMSbJBDRMCBfPfWglL/Ls8fvi+rSRssA3ExSXqFWkjZYBuJikgAAAA=';

const LOSSLESS_WEBP = 'UklGRjAAAABXRUJQVlA4TCMAAAAvP8ALAA8w//M///MfeBASEP6fljUxov9kAxSF2R1mybvvtwA=';

/** GIF89a of two colours. Each pixel is a code of its own behind a code that clears the table, so that nothing is packed. */
function gif(): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\0\0\0\0\0\x02', 'latin1');
  head.writeUInt16LE(WIDTH, 6);
  head.writeUInt16LE(HEIGHT, 8);
  head.writeUInt16LE(WIDTH, 24);
  head.writeUInt16LE(HEIGHT, 26);
  const codes: number[] = [];
  // Codes have three bits; two pixels after a clearing they would grow.
  for (const [i, grey] of SQUARES.grey.entries())
    codes.push(...(i % 2 === 0 ? [4] : []), grey === 255 ? 1 : 0);
  codes.push(5);
  const bits = codes.map((code) => [code & 1, (code >> 1) & 1, code >> 2]).flat();
  const packed = Buffer.alloc(Math.ceil(bits.length / 8));
  for (const [i, bit] of bits.entries()) packed[i >> 3] = (packed[i >> 3] ?? 0) | (bit << (i & 7));
  const blocks: Buffer[] = [];
  for (let at = 0; at < packed.length; at += 255) {
    const block = packed.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([head, ...blocks, Buffer.from('\0;', 'latin1')]);
}
