import assert from 'node:assert/strict';
import { leastFound, percentText, rightFrom, shareOf, sharesByOrigin } from '#quality/shares.ts';
import { createFormats } from '#web/index.ts';

const groups = [
  { origin: 'danish', gender: 'f' as const, wanted: 10, found: 10 },
  { origin: 'danish', gender: 'm' as const, wanted: 10, found: 8 },
  { origin: 'polish', gender: 'f' as const, wanted: 10, found: 7 },
];

describe('shares of figures', () => {
  it('are none of nothing', () => {
    assert.equal(shareOf(0, 0), 0);
  });
  it('are never shown as all when one is missing', () => {
    const formats = createFormats('en', 'UTC');
    assert.equal(percentText(formats, 9999 / 10_000), '99.9%');
    assert.equal(percentText(formats, 1), '100%');
  });
  it('of women and men of an origin are told apart and together', () => {
    assert.deepEqual(sharesByOrigin(groups)[0], { origin: 'danish', women: 1, men: 0.8, share: 0.9 });
  });
  it('name the origin that is found least', () => {
    assert.equal(leastFound(groups).origin, 'polish');
  });
  it('of sure findings weigh each band by how many it has', () => {
    const bands = [
      { from: 0.8, count: 100, mean: 0.85, right: 0.1 },
      { from: 0.9, count: 10, mean: 0.92, right: 0.9 },
      { from: 0.95, count: 30, mean: 0.98, right: 1 },
    ];
    assert.equal(rightFrom([bands], 0.9), 39 / 40);
  });
});
