import assert from 'node:assert/strict';
import { VOCABULARY } from '#detect/naming-vocabulary.ts';
import { kindOfHeader, namingWords, nearestOf } from '#detect/naming-words.ts';

const kinds = (text: string) => namingWords(text).map(({ kind }) => kind);

describe('words that name a number', () => {
  it('all begin with a letter, by which they are looked up', () => {
    const lost = Object.values(VOCABULARY)
      .flat()
      .filter((word) => !/^[a-zæøåäöéü]/.test(word));
    assert.deepEqual(lost, []);
  });
  it('are found at the beginning of a word', () => {
    assert.deepEqual(kinds('ordrenr. '), ['order-number']);
    assert.deepEqual(kinds('television '), []);
  });
  it('are found at the end of a signature, right at the number', () => {
    assert.deepEqual(kinds('arbejde '), ['phone']);
    assert.deepEqual(kinds('t: '), ['phone']);
    assert.deepEqual(kinds('arbejde og fritid '), []);
  });
  it('name the last one, and a person where there is a choice', () => {
    const nearest = (text: string) => nearestOf(namingWords(text), text)?.kind;
    assert.equal(nearest('cpr 010101-0101, ordrenr. '), 'order-number');
    assert.equal(nearest('cpr/cvr-nr. '), 'cpr');
    assert.equal(nearest('cvr/cpr '), 'cpr');
    assert.equal(kindOfHeader('CPR eller CVR'), 'cpr');
  });
});
