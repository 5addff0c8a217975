import assert from 'node:assert/strict';
import { letterTables } from '#detect/names/letters.ts';
import { tokensOf } from '#detect/names/tokens.ts';
import { labelsOf } from '../../scripts/training/examples.ts';
import { seeded } from '../../scripts/training/random.ts';
import { asParagraph, inCapitals } from '../../scripts/training/variants.ts';

const SENTENCE = {
  text: 'Vi mødte Ida Holm i Ry.',
  spans: [
    { start: 9, end: 17, kind: 'PER' },
    { start: 20, end: 22, kind: 'LOC' },
  ],
  language: 'da',
} as const;

describe('training texts', () => {
  it('give each token the label of the span that it is in', () => {
    const labels = labelsOf(tokensOf(SENTENCE.text, letterTables()), SENTENCE.spans);
    assert.deepEqual([...labels], [0, 0, 1, 2, 0, 3, 0]);
  });
  it('keep their spans in capitals', () => {
    const { text, spans } = inCapitals(SENTENCE);
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['IDA HOLM', 'RY'],
    );
  });
  it('keep their spans in a paragraph with line breaks', () => {
    const { text, spans } = asParagraph([SENTENCE, SENTENCE], 12);
    const named = spans.map(({ start, end }) => text.slice(start, end).replace(/\s/g, ' '));
    assert.deepEqual(named, ['Ida Holm', 'Ry', 'Ida Holm', 'Ry']);
  });
  it('are the same each time for the same seed', () => {
    const [first, second] = [seeded(5), seeded(5)];
    assert.deepEqual([first(), first()], [second(), second()]);
  });
});
