import assert from 'node:assert/strict';
import type { Picture } from '#kernel/picture.ts';
import { rememberingPictures } from '#platform/ocr/remembered-pictures.ts';
import type { PictureReader } from '#platform/ocr/tesseract.ts';

const LOGO: Picture = { width: 2, height: 2, dpi: 150, grey: Uint8Array.of(0, 255, 255, 0) };
const OTHER: Picture = { ...LOGO, grey: Uint8Array.of(0, 0, 255, 0) };

describe('a reader that remembers pictures', () => {
  let reads: number;
  let answer: Promise<string | null>;
  let read: PictureReader;
  beforeEach(() => {
    reads = 0;
    answer = Promise.resolve('Hjorring Maskinfabrik');
    read = rememberingPictures(() => {
      reads++;
      return answer;
    });
  });

  it('reads the same pixels once', async () => {
    const texts = [await read(LOGO), await read({ ...LOGO, grey: Uint8Array.from(LOGO.grey) })];
    assert.deepEqual([texts, reads], [['Hjorring Maskinfabrik', 'Hjorring Maskinfabrik'], 1]);
  });
  it('reads other pixels by themselves', async () => {
    await read(LOGO);
    await read(OTHER);
    await read({ ...LOGO, width: 4, height: 1 });
    assert.equal(reads, 3);
  });
  it('waits for one that is being read', async () => {
    await Promise.all([read(LOGO), read(LOGO), read(LOGO)]);
    assert.equal(reads, 1);
  });
  it('reads again what came to nothing', async () => {
    answer = Promise.resolve(null);
    await read(LOGO);
    answer = Promise.resolve('now');
    assert.deepEqual([await read(LOGO), reads], ['now', 2]);
  });
  it('does not take over that another reading was called off', async () => {
    const first = Promise.withResolvers<string | null>();
    answer = first.promise;
    const calledOff = read(LOGO);
    const waiting = read(LOGO);
    answer = Promise.resolve('read');
    first.resolve(null);
    assert.deepEqual([await calledOff, await waiting], [null, 'read']);
  });
  it('remembers a blank page', async () => {
    answer = Promise.resolve('');
    await read(LOGO);
    await read(LOGO);
    assert.equal(reads, 1);
  });
  it('forgets the oldest when there are very many', async () => {
    for (let shade = 0; shade < 2002; shade++)
      await read({ ...LOGO, grey: Uint8Array.of(shade % 256, Math.floor(shade / 256), 0, 0) });
    await read({ ...LOGO, grey: Uint8Array.of(0, 0, 0, 0) });
    assert.equal(reads, 2003);
  });
});
