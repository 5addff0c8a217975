import assert from 'node:assert/strict';
import type { Picture } from '#kernel/picture.ts';
import { onEvenGround } from '../../../app/platform/ocr/even-ground.ts';
import { levelled } from '../../../app/platform/ocr/level.ts';

/** Strokes in rows, as lines of writing are, falling by so many degrees; on a ground as light as `ground` says. */
function written(degrees: number, ground: (x: number, y: number) => number = () => 255): Picture {
  const [width, height] = [1200, 900];
  const grey = new Uint8Array(width * height);
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const line = y - (x - width / 2) * slope;
      const ink = x > 150 && x < 1050 && line > 100 && line < 800 && line % 50 < 14 && x % 22 < 8;
      grey[y * width + x] = ink ? ground(x, y) * 0.2 : ground(x, y);
    }
  return { width, height, dpi: 300, grey };
}

/** How many rows have neither little nor much ink: few where lines are level. */
function blurredRows({ width, height, grey }: Picture): number {
  let blurred = 0;
  for (let y = 0; y < height; y++) {
    let ink = 0;
    for (let x = 0; x < width; x++) if ((grey[y * width + x] ?? 255) < 128) ink++;
    if (ink > 15 && ink < 240) blurred++;
  }
  return blurred;
}

describe('a picture with lines that lean', () => {
  for (const degrees of [-8, -3, 1.5, 3, 6])
    it(`is levelled: by ${degrees} degrees`, () => {
      const leaning = written(degrees);
      assert.ok(blurredRows(levelled(leaning)) < 60, `${blurredRows(levelled(leaning))} rows are blurred`);
      assert.ok(blurredRows(leaning) > 100);
    });
  it('is left as it is when they are level', () => {
    const level = written(0);
    assert.equal(levelled(level), level);
  });
  it('is left as it is without writing', () => {
    const blank = { ...written(0), grey: new Uint8Array(1200 * 900).fill(255) };
    assert.equal(levelled(blank), blank);
  });
});

describe('a picture on a dark or uneven ground', () => {
  const lightest = ({ grey }: Picture): number => grey.filter((light) => light > 235).length / grey.length;

  it('becomes white behind its writing', () => {
    const even = onEvenGround(written(0, (x) => 140 + x / 12));
    assert.ok(lightest(even) > 0.7);
    assert.ok(blurredRows(even) < 10);
  });
  it('is left as it is on white', () => {
    const white = written(0);
    assert.equal(onEvenGround(white), white);
  });
  it('keeps white writing on a dark bar', () => {
    const { width, height, grey } = written(0, () => 250);
    const dark = { width, height, dpi: 300, grey: grey.map((light) => 255 - light) };
    assert.deepEqual(onEvenGround(dark).grey, dark.grey);
  });
});
