import assert from 'node:assert/strict';
import { realisticDocuments } from '../../scripts/evaluation/realistic/document.ts';

describe('made business documents', () => {
  const documents = realisticDocuments('dev', 2);

  it('leave no slot unfilled', () => {
    assert.deepEqual(
      documents.filter(({ text }) => /[{}]/.test(text)).map(({ id }) => id),
      [],
    );
  });
  it('are the same each time', () => {
    assert.deepEqual(realisticDocuments('dev', 2), documents);
  });
  it('tell where each CPR number stands', () => {
    for (const { id, text, truth } of documents)
      for (const { type, start, end } of truth)
        if (type === 'DK_CPR') assert.match(text.slice(start, end).replace(/\D/g, ''), /^\d{10}$/, id);
  });
  it('share no template between what may be looked at and what may not', () => {
    const texts = new Set(documents.map(({ text }) => text));
    assert.ok(realisticDocuments('held-out', 1).every(({ text }) => !texts.has(text)));
  });
  it('are full of numbers that begin with a date and are nobody’s', () => {
    const lures = documents.flatMap(({ text, truth }) =>
      [...text.matchAll(/(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)/g)].filter(
        ({ index }) => !truth.some(({ start, end }) => start <= index && index < end),
      ),
    );
    assert.ok(lures.length > 50, String(lures.length));
  });
});
