import assert from 'node:assert/strict';
import { normalFormOf } from '#detect/index.ts';
import { confidence, found, inventedCpr, withHyphen } from '../../found.ts';

const plain = inventedCpr('070761', 4285);
const [head, tail] = [plain.slice(0, 6), plain.slice(6)];
const long = `07071961-${tail}`;
const boxed = `${Array.from(head).join(' ')} - ${Array.from(tail).join(' ')}`;

describe('other writings of CPR numbers', () => {
  it('are found with the year in full', () => {
    assert.deepEqual(found('DK_CPR', `Vedr. ${long}`), [long]);
  });
  it('are found with a digit in each box', () => {
    assert.deepEqual(found('DK_CPR', `CPR-nr.: ${boxed}`), [boxed]);
  });
  it('are found when the line ends at the hyphen', () => {
    assert.deepEqual(found('DK_CPR', `som har CPR-nr. ${head}-\n${tail} og bor`), [`${head}-\n${tail}`]);
  });
  for (const odd of [`${head}/${tail}`, `${head}.${tail}`, `${head.slice(0, 4)} ${head.slice(4)} ${tail}`]) {
    it(`are found in an unusual writing beside their name only: ${odd.replaceAll(/\d/g, '#')}`, () => {
      assert.deepEqual(found('DK_CPR', `CPR: ${odd}, indlagt`), [odd]);
      assert.deepEqual(found('DK_CPR', `bilag ${odd} af 2024`), []);
    });
  }
  it('have the normal form of the usual one', () => {
    for (const writing of [long, boxed, `${head}-\n${tail}`, `${head}/${tail}`])
      assert.equal(normalFormOf('DK_CPR', writing), plain);
  });
});

describe('substitutes of CPR numbers', () => {
  it('are found when 60 is added to the day and a word names them', () => {
    assert.ok(confidence('DK_CPR', 'Administrativt CPR-nr. 670761-4285') > 0.8);
  });
  it('are found with the letters that hospitals put in', () => {
    assert.deepEqual(found('DK_CPR', 'Patient: 070761-4AB2, indlagt'), ['070761-4AB2']);
  });
  it('keep their letters in the normal form', () => {
    assert.equal(normalFormOf('DK_CPR', '070761-4ab2'), '0707614AB2');
  });
});

describe('near-misses of other writings of CPR numbers', () => {
  for (const [what, text] of Object.entries({
    'day plus 60 and nothing that names it': 'nummer 670761-4285',
    'day plus 60 in an order number': 'Ordrenr. 6707614285',
    'a day that is none, plus 60': 'CPR 930761-4285',
    'a year that the seventh digit contradicts': `sag 07071861-${tail}`,
    'a date and a time': `07072024 ${tail}`,
    'a row of single digits': '1 2 3 4 5 6 7 8 9 0 1 2',
    'a Finnish code': '260884-607F',
    'an item code': 'Varenr. 070761-4AB2',
    'two numbers on two lines': `${head}\n${tail}`,
  })) {
    it(`are not believed: ${what}`, () => {
      assert.ok(confidence('DK_CPR', text) < 0.5, String(confidence('DK_CPR', text)));
    });
  }
  it('leave the usual number as it is', () => {
    assert.deepEqual(found('DK_CPR', `CPR ${withHyphen(plain)}`), [withHyphen(plain)]);
  });
});
