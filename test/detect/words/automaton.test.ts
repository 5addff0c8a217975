import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAutomaton } from '#detect/words/automaton.ts';

function found(words: readonly string[], text: string): string[] {
  return createAutomaton(words)
    .placesIn(text)
    .map(({ start, end }) => text.slice(start, end));
}

describe('the automaton of words', () => {
  it('finds each word of the list', () => {
    assert.deepEqual(found(['falk', 'ugle'], 'en falk og en ugle'), ['falk', 'ugle']);
  });
  it('finds capitals as small letters', () => {
    assert.deepEqual(found(['falkøje'], 'PROJEKT FALKØJE'), ['FALKØJE']);
  });
  it('finds a phrase across a line break and more', () => {
    assert.deepEqual(found(['Projekt Falkøje'], 'se Projekt \r\n  Falkøje nu'), ['Projekt \r\n  Falkøje']);
  });
  it('finds words that end within each other', () => {
    assert.deepEqual(found(['she', 'he', 'hers'], 'ushers'), ['she', 'he', 'hers']);
  });
  it('finds a word that begins within a word that does not come to its end', () => {
    assert.deepEqual(found(['abcd', 'bce'], 'abce'), ['bce']);
  });
  it('finds nothing of a word that is empty', () => {
    assert.deepEqual(found(['', '  '], 'a  b'), []);
  });
  it('does not take the blanks before a word for its own', () => {
    assert.deepEqual(createAutomaton(['og']).placesIn('a   og'), [{ word: 0, start: 4, end: 6 }]);
  });
  it('finds what a plain search of each word finds', () => {
    const letters = fc.constantFrom('a', 'b', 'c', ' ');
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 8 }),
        fc.string({ unit: letters, maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (words, text, rowed) => {
          const plain = words.flatMap((one, index) => {
            const places: string[] = [];
            for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1))
              places.push(`${index} ${at}`);
            return places;
          });
          const places = createAutomaton(words, rowed).placesIn(text);
          assert.deepEqual(places.map(({ word: index, start }) => `${index} ${start}`).sort(), plain.sort());
        },
      ),
    );
  });
});
