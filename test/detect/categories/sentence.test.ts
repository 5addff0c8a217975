import assert from 'node:assert/strict';
import { isFilledIn, labelBefore } from '#detect/categories/label.ts';
import { sentenceAround } from '#detect/categories/sentence.ts';

/** The sentence around the first `word`. */
function around(text: string, word: string): string {
  const start = text.indexOf(word);
  const sentence = sentenceAround(text, { start, end: start + word.length });
  return text.slice(sentence.start, sentence.end).trim();
}

const LONG = 'Vi har i dag talt med din leder om den kommende tid og';

describe('the sentence around a word', () => {
  it('ends at a full stop before a capital', () => {
    assert.equal(around('Han er her. Hun er syg. De er væk.', 'syg'), 'Hun er syg.');
  });
  it('goes on behind an abbreviation', () => {
    assert.equal(around('Hun er syg jf. Bilag 2 i dag.', 'syg'), 'Hun er syg jf. Bilag 2 i dag.');
  });
  it('ends at the end of a line in a form', () => {
    assert.equal(around('Navn: Bo\nÅrsag: stress\nDato: i dag', 'stress'), 'Årsag: stress');
  });
  it('goes on where a full line is broken', () => {
    assert.equal(around(`${LONG}\ndin stress i maj.`, 'stress'), `${LONG}\ndin stress i maj.`);
  });
  it('ends at a full stop that ends its line', () => {
    assert.equal(around(`${LONG}.\nDin stress er væk.`, 'stress'), 'Din stress er væk.');
  });
  it('does not go further than 160 characters', () => {
    assert.equal(around(`${'og '.repeat(200)}syg ${'og '.repeat(200)}`, 'syg').length <= 323, true);
  });
});

describe('a label', () => {
  it('is what stands before the colon on the line', () => {
    assert.equal(labelBefore('Navn: Bo\nDiagnose: svær depression', 26), 'diagnose');
  });
  it('is none on the line above', () => {
    assert.equal(labelBefore('Diagnose:\nsvær depression', 15), '');
  });
  it('is filled in when something stands behind it', () => {
    assert.equal(isFilledIn('Diagnose: F32', { start: 0, end: 8 }), true);
  });
  it('is not filled in with a gap', () => {
    assert.equal(isFilledIn('Diagnose: ______', { start: 0, end: 8 }), false);
  });
});
