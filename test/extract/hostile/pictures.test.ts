import assert from 'node:assert/strict';
import { pictureSeeds } from '../../../scripts/fuzzing/seeds/pictures.ts';
import { read } from '../../support/documents/reading.ts';

const seen = (bytes: Buffer): Promise<string> =>
  read('a', bytes, {}, () => Promise.resolve('seen')).then(({ ended }) => ended);

function seed(name: string): Buffer {
  const found = pictureSeeds().find((one) => one.name === name);
  assert.ok(found);
  return Buffer.from(found.bytes);
}

describe('pictures that are made to do harm', () => {
  it('of GIF end, when their codes lead back to themselves', async () => {
    const gif = seed('a.gif');
    // A code that the table does not know yet, from the first byte on.
    gif.fill(0xff, 31, 60);
    assert.match(await seen(gif), /^(scanned|failed\/corrupt)$/);
  });

  it('of GIF are corrupt when their codes have no size that there is', async () => {
    const gif = seed('a.gif');
    gif[29] = 40;
    assert.equal(await seen(gif), 'failed/corrupt');
  });

  it('of PNG are corrupt when nothing but their first bytes is a PNG', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) % 256));
    seed('a.png').copy(noise, 0, 0, 8);
    assert.equal((await read('a.png', noise)).ended, 'failed/corrupt');
  });

  it('of PNG are corrupt when they end within their header', async () => {
    assert.equal((await read('a.png', seed('a.png').subarray(0, 20))).ended, 'failed/corrupt');
  });
});
