import assert from 'node:assert/strict';
import { maskOf, normalFormOf } from '#detect/index.ts';
import { confidence, found, inventedCpr } from '../../found.ts';

const whole = inventedCpr('070761', 4200);
const short = whole.slice(1);

describe('CPR numbers that lost the zero in front', () => {
  it('are found in a column of CPR numbers', () => {
    const context = { columns: ['Navn', 'CPR-nummer', 'By'] };
    const text = `Anna Krogh\t${short}\tFjordby\n`;
    assert.deepEqual(found('DK_CPR', text, context), [short]);
    assert.ok(confidence('DK_CPR', text, context) > 0.8);
  });
  it('are found with the word beside them', () => {
    assert.deepEqual(found('DK_CPR', `CPR: ${short}`), [short]);
  });
  it('are found by the other cells of their column', () => {
    const cells = Array.from({ length: 20 }, (_, at) =>
      inventedCpr(`0${1 + (at % 9)}0761`, 40 * at + 1).slice(1),
    );
    assert.deepEqual(found('DK_CPR', cells.map((cell) => `x;${cell};y`).join('\n')), cells);
  });
  it('are the same number as with the zero', () => {
    assert.equal(normalFormOf('DK_CPR', short), normalFormOf('DK_CPR', whole));
  });
  it('are masked as with the zero', () => {
    assert.equal(maskOf('DK_CPR', short), maskOf('DK_CPR', whole));
  });
});

describe('near-misses of CPR numbers that lost the zero in front', () => {
  for (const [what, text] of Object.entries({
    'nine digits that nothing names': `Vi har fået ${short} fra lageret`,
    'nine digits that are no date': 'CPR: 991361420',
    'nine digits that do not hold modulus 11': `CPR: ${inventedCpr('070761', 4200, false).slice(1)}`,
    'an order number': `Ordrenr. ${short}`,
    'a passport number': `pasnummer ${short}`,
  })) {
    it(`are not believed: ${what}`, () => {
      assert.ok(confidence('DK_CPR', text) < 0.5);
    });
  }
});
