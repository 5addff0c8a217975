import assert from 'node:assert/strict';
import { letterTables } from '#detect/names/letters.ts';
import { BEGINS_BLOCK, BEGINS_LINE, BEGINS_SENTENCE } from '#detect/names/token-columns.ts';
import { tokensOf } from '#detect/names/tokens.ts';

const letters = letterTables();

function words(text: string): string[] {
  const { count, starts, ends } = tokensOf(text, letters);
  return Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
}

describe('the tokens of a text', () => {
  const CUTS: readonly [string, string, readonly string[]][] = [
    ['keep hyphens inside words', 'Anne-Lise kom-', ['Anne-Lise', 'kom', '-']],
    ['keep apostrophes inside words', "O'Brien og 'x'", ["O'Brien", 'og', "'", 'x', "'"]],
    ['keep initials with their periods', 'H.C. Andersen', ['H.C.', 'Andersen']],
    ['keep A/S in one', 'Holm A/S, Ry', ['Holm', 'A/S', ',', 'Ry']],
    ['keep the parts of a number', '1.000,50 kr.', ['1.000,50', 'kr', '.']],
    ['join a word that a line break parts', 'Christen-\nsen kom', ['Christen-\nsen', 'kom']],
    ['part what is no word', 'a@b 😀', ['a', '@', 'b', '\ud83d', '\ude00']],
  ];
  for (const [what, text, expected] of CUTS) {
    it(what, () => {
      assert.deepEqual(words(text), expected);
    });
  }
  it('share a hash for capitals and small letters', () => {
    const { lower } = tokensOf('METTE mette', letters);
    assert.equal(lower[0], lower[1]);
  });
  it('share a folded hash with and without accents', () => {
    const { folded } = tokensOf('Jákup Jakup Gülsüm Gulsum', letters);
    assert.deepEqual([folded[0], folded[2]], [folded[1], folded[3]]);
  });
  it('keep æ, ø and å apart from a and o', () => {
    const { folded } = tokensOf('Bøg Bog', letters);
    assert.notEqual(folded[0], folded[1]);
  });
  it('know what a genitive is the genitive of', () => {
    const { folded, stems } = tokensOf("Mette Mettes Mette's", letters);
    assert.deepEqual([stems[1], stems[2]], [folded[0], folded[0]]);
  });
  it('say where sentences, lines and blocks begin', () => {
    const { begins } = tokensOf('Et. To\nTre\n\nFire', letters);
    const all = BEGINS_SENTENCE | BEGINS_LINE | BEGINS_BLOCK;
    assert.deepEqual([...begins.subarray(0, 5)], [all, 0, BEGINS_SENTENCE, BEGINS_LINE, all]);
  });
});
