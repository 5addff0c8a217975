import assert from 'node:assert/strict';
import { codes, confidence, found } from '../found.ts';

// Invented Polish numbers that hold; others of eleven digits that do not.
const PESEL = ['84102042890', '84102042906', '84102042913'];

describe('identifiers in their surroundings', () => {
  it('are raised by others of their kind beside them', () => {
    assert.ok(
      codes('PL_PESEL', `Numery PESEL\n${PESEL.join('\n')}\n`).includes('identifier.neighbours-hold-too'),
    );
  });
  it('are not raised by themselves again', () => {
    const again = `PESEL 84102042890\n84102042890\n84102042890\n`;
    assert.ok(!codes('PL_PESEL', again).includes('identifier.neighbours-hold-too'));
  });
  it('are lowered in a list of numbers of which most do not hold', () => {
    const others = Array.from({ length: 8 }, (_, at) => String(47112233000 + at * 7919));
    others.splice(4, 0, '84102042890');
    assert.deepEqual(found('PL_PESEL', others.join('\n')), []);
  });
  it('are believed a little when the text is nothing else', () => {
    const alone = confidence('PL_PESEL', ' 84102042890\n');
    assert.ok(alone >= 0.4 && alone < 0.5, String(alone));
  });
  it('are not reported in running text without a word', () => {
    assert.deepEqual(found('PL_PESEL', 'Vi har fået 84102042890 fra lageret'), []);
  });
  it('leave the label to the number that follows it', () => {
    assert.deepEqual(found('PL_PESEL', 'lager 84102042890 PESEL 1'), []);
  });
  it('are named by the label on the line above, as in a form', () => {
    assert.ok(confidence('PL_PESEL', 'Navn\nPESEL\n84102042890\n') > 0.9);
  });
  it('are not looked for in a column of another kind', () => {
    assert.deepEqual(found('PL_PESEL', 'Anna\t84102042890\n', { columns: ['Navn', 'Ordrenr.'] }), []);
  });
  it('are found when a space was lost before them', () => {
    assert.deepEqual(found('FI_PERSONAL_IDENTITY_CODE', 'hetu er260884A607F.'), ['260884A607F']);
  });
  for (const [what, text] of Object.entries({
    'an address of the web': 'https://firma.dk/84102042890/side',
    'a mail address': '84102042890@firma.dk',
    'a name with an underscore': 'fil_84102042890',
    'a decimal': 'PESEL 84102042890,5',
    'a chain of hyphens': 'PESEL 12-84102042890-34',
  })) {
    it(`are not cut out of ${what}`, () => {
      assert.deepEqual(found('PL_PESEL', text), []);
    });
  }
});
