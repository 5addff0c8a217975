import assert from 'node:assert/strict';
import { read } from '#detect/names/reading.ts';
import type { NamePlace } from '#detect/names/name-places.ts';
import { secondMentions } from '#detect/names/second-mentions.ts';
import { names } from './model.ts';

/** The second mentions in a text whose first tokens are a sure name. */
function mentions(text: string, nameTokens: number, probability = 0.99): string[] {
  const reading = read(text, names.weights.letters, names.weights.lists);
  const sure: NamePlace = {
    type: 'PERSON',
    from: 0,
    to: nameTokens,
    probability,
    rule: 'model',
    namesake: null,
  };
  const taken = new Uint8Array(reading.tokens.count).fill(1, 0, nameTokens);
  return secondMentions(reading, [sure], taken).map(({ from, to }) =>
    text.slice(reading.tokens.starts[from] ?? 0, reading.tokens.ends[to - 1] ?? 0),
  );
}

describe('somebody who was named before', () => {
  it('is named again by the surname alone', () => {
    assert.deepEqual(mentions('Peder Abildtrup ringede. Vi skrev til Abildtrup i går.', 2), ['Abildtrup']);
  });
  it('is named again in the genitive', () => {
    assert.deepEqual(mentions('Peder Abildtrup ringede. Det er Abildtrups sag.', 2), ['Abildtrups']);
  });
  it('is not named by a plain word that begins a sentence', () => {
    assert.deepEqual(mentions('Ida Bank ringede. Bank på døren.', 2), []);
  });
  it('is not named by a part of another name', () => {
    assert.deepEqual(mentions('Peder Abildtrup ringede. Vi ses på Abildtrup Kro.', 2), []);
  });
  it('is not taken up when the first mention was unsure', () => {
    assert.deepEqual(mentions('Peder Abildtrup ringede. Vi skrev til Abildtrup.', 2, 0.6), []);
  });
  it('is not taken up far away, since a window of a long text does not see so far', () => {
    assert.deepEqual(
      mentions(`Peder Abildtrup ringede. ${'Det regner i dag. '.repeat(80)}Abildtrup kom.`, 2),
      [],
    );
  });
});
