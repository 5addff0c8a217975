import assert from 'node:assert/strict';
import { placeText } from '#scan/names.presenter.ts';

describe('the place of a finding', () => {
  it('spells out in the name of a sheet what would turn the writing around', () => {
    const text = placeText((key, values) => `${key} ${values?.['name'] ?? ''}`, {
      path: [],
      sheet: 'L\u202en\n',
    });
    assert.equal(text, 'scan:place.sheet L<U+202E>n␊');
  });
});
