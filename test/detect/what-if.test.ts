import assert from 'node:assert/strict';
import { whatIf } from '#detect/what-if.ts';
import { findingsOf, inventedCpr, withHyphen } from './found.ts';

const number = withHyphen(inventedCpr('070761', 4200));

function ofNumber(text: string, language: 'da' | 'en' = 'en'): string {
  const [finding] = findingsOf('DK_CPR', text);
  assert.ok(finding);
  return whatIf(finding.evidence, 0.6, language);
}

describe('what would change a finding', () => {
  it('names what is not there', () => {
    assert.match(ofNumber(number), /surer with a word for it .*, or more such numbers in the same column/);
  });
  it('leaves out what is there', () => {
    assert.doesNotMatch(ofNumber(`CPR ${number}`), /a word for it/);
  });
  it('says what would make it less sure', () => {
    assert.match(ofNumber(number), /less sure with a word for another kind of number beside it/);
  });
  it('is said in Danish', () => {
    assert.match(ofNumber(number, 'da'), /^det ville være sikrere med et ord for det/);
  });
  it('does not make surer what is next to certain', () => {
    const [finding] = findingsOf('DK_CPR', number);
    assert.doesNotMatch(whatIf(finding?.evidence ?? [], 0.99), /surer with/);
  });
  it('holds for numbers of other countries too', () => {
    const [finding] = findingsOf('PL_PESEL', 'PESEL 84102042890');
    assert.match(whatIf(finding?.evidence ?? [], 0.9), /more such numbers/);
  });
  it('holds for special categories too', () => {
    const [finding] = findingsOf('HEALTH', 'er sygemeldt');
    assert.match(whatIf(finding?.evidence ?? [], 0.5), /surer with somebody's name right before it/);
  });
  it('is not said where words change nothing', () => {
    const [finding] = findingsOf('EMAIL_ADDRESS', 'anna@firma.dk');
    assert.equal(whatIf(finding?.evidence ?? [], 0.9), '');
  });
});
