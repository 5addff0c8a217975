import assert from 'node:assert/strict';
import { yearsBefore } from '#scan/age.ts';

describe('Some years before', () => {
  it('is the same day and time', () => {
    assert.deepEqual(yearsBefore(new Date(2026, 10, 23, 9, 30), 5), new Date(2021, 10, 23, 9, 30));
  });

  it('is 1 March for a leap day in a year without one', () => {
    assert.deepEqual(yearsBefore(new Date(2024, 1, 29), 1), new Date(2023, 2, 1));
  });

  it('leaves the moment it starts from as it is', () => {
    const now = new Date(2026, 10, 23);
    yearsBefore(now, 1);
    assert.deepEqual(now, new Date(2026, 10, 23));
  });
});
