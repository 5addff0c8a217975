import assert from 'node:assert/strict';
import { delayAfter } from '#identity/core/sign-in-delay.ts';

describe('The wait after wrong passwords', () => {
  it('is none for the first five', () => {
    assert.deepEqual([0, 1, 4].map(delayAfter), [0, 0, 0]);
  });

  it('then grows, and never past a quarter of an hour', () => {
    assert.deepEqual(
      [5, 6, 7, 8, 9, 100, 1e9].map((failures) => delayAfter(failures) / 60_000),
      [1, 2, 4, 8, 15, 15, 15],
    );
  });
});
