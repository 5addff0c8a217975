import assert from 'node:assert/strict';
import type { Picture } from '#kernel/picture.ts';
import { pictureSeeds } from '../../../scripts/fuzzing/seeds/pictures.ts';
import { read } from '../../support/documents/reading.ts';
import { tiffOf } from '../../support/documents/tiff-maker.ts';

const [WIDTH, HEIGHT] = [64, 48];
const DATA = 8;

/** Columns of eight pixels, black and white in turn, in rows 4 to 7. */
const JPEG = pictureSeeds().find(({ name }) => name === 'a.jpg')?.bytes ?? Buffer.alloc(0);
const SCAN = JPEG.indexOf(Buffer.from('ffda', 'hex'));

type Tags = Parameters<typeof tiffOf>[1];
const PAGE: Tags = {
  256: ['short', WIDTH],
  257: ['short', HEIGHT],
  258: ['short', 8],
  262: ['short', 1],
  277: ['short', 1],
};
const strip = (at: number, length: number): Tags => ({ 273: ['long', at], 279: ['long', length] });

/** How dark the first columns are in row 5, or how the file ended where no picture came. */
async function squares(data: Uint8Array, tags: Tags): Promise<string> {
  const seen: Picture[] = [];
  const { ended } = await read('a.tif', tiffOf(data, { ...PAGE, ...tags }), {}, (picture) =>
    Promise.resolve(seen.push(picture) > 0 ? '' : null),
  );
  const [picture] = seen;
  if (picture === undefined) return ended;
  const at = (x: number, y: number): string =>
    (picture.grey[2 * y * picture.width + 2 * x] ?? 0) > 128 ? 'white' : 'black';
  return [at(3, 5), at(11, 5), at(19, 5), at(27, 5)].join(' ');
}

const RIGHT = 'black white black white';

describe('a TIFF', () => {
  it('of one grey JPEG is read', async () => {
    assert.equal(await squares(JPEG, { 259: ['short', 7], ...strip(DATA, JPEG.length) }), RIGHT);
  });

  it('of a JPEG whose tables stand apart is read', async () => {
    const tables = Buffer.concat([
      JPEG.subarray(0, JPEG.indexOf(Buffer.from('ffc0', 'hex'))),
      Buffer.from('ffd9', 'hex'),
    ]);
    const frame = Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      JPEG.subarray(JPEG.indexOf(Buffer.from('ffc0', 'hex'))),
    ]);
    const tags: Tags = { 259: ['short', 7], 347: ['bytes', ...tables], ...strip(DATA, frame.length) };
    assert.equal(await squares(frame, tags), RIGHT);
  });

  it('of before 1995 with one JPEG for all is read', async () => {
    const tags: Tags = { 259: ['short', 6], 513: ['long', DATA], 514: ['long', JPEG.length] };
    assert.equal(await squares(JPEG, tags), RIGHT);
  });

  it('of before 1995 whose strip points behind the head of its JPEG is read', async () => {
    const at = SCAN + 2 + JPEG.readUInt16BE(SCAN + 2);
    const tags: Tags = {
      259: ['short', 6],
      513: ['long', DATA],
      514: ['long', JPEG.length],
      ...strip(DATA + at, JPEG.length - at),
    };
    assert.equal(await squares(JPEG, tags), RIGHT);
  });

  it('of before 1995 with bare tables is told as one that is not read', async () => {
    const tags: Tags = { 259: ['short', 6], 519: ['long', DATA], ...strip(DATA + 200, 100) };
    assert.equal(await squares(JPEG, tags), 'skipped/unsupported');
  });

  it('whose colours stand apart is read by the first of them', async () => {
    const plane = (shade: (x: number) => number): number[] =>
      Array.from({ length: WIDTH * HEIGHT }, (_, i) => shade(i % WIDTH));
    const data = Uint8Array.from([
      ...plane((x) => (x & 8 ? 255 : 0)),
      ...plane(() => 255),
      ...plane(() => 255),
    ]);
    const size = WIDTH * HEIGHT;
    const tags: Tags = {
      258: ['short', 8, 8, 8],
      259: ['short', 1],
      262: ['short', 2],
      277: ['short', 3],
      284: ['short', 2],
      273: ['long', DATA, DATA + size, DATA + 2 * size],
      279: ['long', size, size, size],
    };
    assert.equal(await squares(data, tags), RIGHT);
  });
});
