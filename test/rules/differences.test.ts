import assert from 'node:assert/strict';
import { NO_RULES } from '#detect/index.ts';
import { countedDifferences, differences } from '#rules/differences.ts';
import { withPhrases, withoutPhrase, withRule, withTypesOff } from '#rules/set-changes.ts';
import { falcon } from './rules-room.ts';

const told = (...sets: Parameters<typeof differences>) =>
  differences(...sets).map(({ part, change }) => `${part} ${change}`);
const withFalcon = withRule(NO_RULES, falcon());

describe('the differences between two sets of rules', () => {
  it('are none between equal ones', () => {
    assert.deepEqual(told(withFalcon, structuredClone(withFalcon)), []);
  });
  it('are rules that came, went and changed', () => {
    assert.deepEqual(told(NO_RULES, withFalcon), ['rule added']);
    assert.deepEqual(told(withFalcon, NO_RULES), ['rule removed']);
    assert.deepEqual(told(withFalcon, withRule(withFalcon, falcon({ atLeast: 3 }))), ['rule changed']);
  });
  it('are types that were switched off and on', () => {
    const off = withTypesOff(NO_RULES, ['BIC']);
    assert.deepEqual([...told(NO_RULES, off), ...told(off, NO_RULES)], ['type off', 'type on']);
  });
  it('are phrases that came and went, whatever their capitals', () => {
    const more = withPhrases(withPhrases(NO_RULES, 'HEALTH', ['kolonihaveknæ']), 'HEALTH', ['Kolonihaveknæ']);
    assert.deepEqual(told(NO_RULES, more), ['phrase added']);
    assert.deepEqual(told(more, withoutPhrase(more, 'HEALTH', 'KOLONIHAVEKNÆ')), ['phrase removed']);
  });
  it('are counted for the record, without any words', () => {
    const counted = countedDifferences(differences(NO_RULES, withTypesOff(withFalcon, ['BIC'])));
    assert.deepEqual(counted, { 'rule-added': 1, 'type-off': 1, ids: 'FALK' });
  });
});
