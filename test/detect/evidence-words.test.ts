import assert from 'node:assert/strict';
import { categories } from '#detect/categories/categories.ts';
import { customReasons } from '#detect/custom/custom-rules.ts';
import { knownNameReasons } from '#detect/custom/known-names.ts';
import { detectors } from '#detect/detectors.ts';
import { documentReasons } from '#detect/documents/judgement.ts';
import { detect, evidenceWords, explain } from '#detect/index.ts';
import { inventedCpr, withHyphen } from './found.ts';

const CODES = [
  ...detectors.flatMap((detector) => detector.reasons()),
  ...categories.reasons(),
  ...customReasons(),
  ...knownNameReasons(),
  ...documentReasons(),
].map(({ code }) => code);

describe('evidence', () => {
  for (const code of CODES) {
    it(`${code} has words in both languages`, () => {
      assert.ok(evidenceWords[code]?.da && evidenceWords[code].en);
    });
  }
  it('has no words for codes that no detector gives', () => {
    assert.deepEqual(
      Object.keys(evidenceWords).filter((code) => !CODES.includes(code)),
      [],
    );
  });
  it('is explained in one sentence', () => {
    const [finding] = detect(`CPR ${withHyphen(inventedCpr('070761', 4000))}`);
    assert.equal(
      explain(finding?.evidence ?? []),
      "begins with a valid date, written with a hyphen as CPR numbers are, modulus 11 holds, 'cpr' or a like word stands beside it",
    );
  });
  it('says what speaks against last', () => {
    const sentence = explain([
      { effect: 'lowers', code: 'cpr.modulus-11-fails' },
      { effect: 'rules', code: 'cpr.date-valid' },
    ]);
    assert.equal(sentence, 'begins with a valid date; against it: modulus 11 fails');
  });
  it('is explained in Danish too', () => {
    assert.equal(explain([{ effect: 'rules', code: 'cpr.date-valid' }], 'da'), 'begynder med en gyldig dato');
  });
});
