import assert from 'node:assert/strict';
import { found } from '../../found.ts';

const CARD = 'KØREKORT DANMARK\n1. LUND\n2. METTE SOFIE\n4a. 14.02.2023 4b. 14.02.2038\n5. 31415926\n9. AM/B';

describe('the number of a driving licence on the card', () => {
  it('is found under the title', () => {
    assert.deepEqual(found('DK_DRIVING_LICENCE', CARD), ['31415926']);
  });
  it('is found among the other fields where the title was not read', () => {
    assert.deepEqual(found('DK_DRIVING_LICENCE', CARD.replace('KØREKORT', 'K#')), ['31415926']);
  });
  for (const [what, text] of Object.entries({
    'the fifth of a list': '1. 12345678\n2. 23456781\n5. 31415926',
    'nine digits': CARD.replace('31415926', '314159265'),
    'another field': CARD.replace('5. ', '6. '),
  }))
    it(`is not taken from ${what}`, () => {
      assert.deepEqual(found('DK_DRIVING_LICENCE', text), []);
    });
});
