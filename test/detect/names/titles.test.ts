import assert from 'node:assert/strict';
import { read } from '#detect/names/reading.ts';
import { titledPeople } from '#detect/names/titles.ts';
import { names } from './model.ts';

/** Who has a title in a text of which nothing is found already, apart from its last `found` tokens. */
function titled(text: string, found = 0): string[] {
  const reading = read(text, names.weights.letters, names.weights.lists);
  const { count, starts, ends } = reading.tokens;
  const taken = new Uint8Array(count).fill(1, count - found);
  return titledPeople(reading, taken).map(({ from, to }) => text.slice(starts[from] ?? 0, ends[to - 1] ?? 0));
}

describe('a title', () => {
  for (const [writing, text, name] of [
    ['at a sentence’s start', 'Hr. Fog fra 2. sal klager.', 'Fog'],
    ['without a period', 'Vi har talt med fru Fog Bang i dag.', 'Fog Bang'],
    ['in capitals with a period', 'KÆRE HR. TOFT', 'TOFT'],
    ['in capitals', 'RING TIL FRU TOFT I DAG', 'TOFT'],
    ['in German', 'Sehr geehrter Herr Dorn, vielen Dank', 'Dorn'],
    ['in English', 'Mrs Bloom will call', 'Bloom'],
  ] as const) {
    it(`makes a name of the capitals behind it, ${writing}`, () => {
      assert.deepEqual(titled(text), [name]);
    });
  }
  it('is not HR or MS', () => {
    assert.deepEqual(titled('HR Chef søges. Filen åbnes i MS Word.'), []);
  });
  it('makes no name of a small word', () => {
    assert.deepEqual(titled('Det er hr. og fru.'), []);
  });
  it('makes no name of the next line', () => {
    assert.deepEqual(titled('Hr.\nIndkøb'), []);
  });
  it('leaves a name alone that is found already', () => {
    assert.deepEqual(titled('fru Fog', 1), []);
  });
});
