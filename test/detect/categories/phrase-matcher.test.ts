import assert from 'node:assert/strict';
import { endingsOf } from '#detect/categories/inflection.ts';
import { createPhraseMatcher } from '#detect/categories/phrase-matcher.ts';

function found(phrase: string, text: string): string[] {
  const words: string[] = [];
  createPhraseMatcher([phrase], () => endingsOf(['da'])).visit(text, (_, start, end) => {
    words.push(text.slice(start, end));
  });
  return words;
}

const CASES: readonly [string, string, string, string[]][] = [
  ['a word', 'diagnose', 'En diagnose her.', ['diagnose']],
  ['its inflections', 'diagnose', 'Diagnosen og diagnoserne.', ['Diagnosen', 'diagnoserne']],
  ['nothing in a longer word', 'syge', 'sygeplejerske', []],
  ['nothing at the end of a longer word', 'kræft', 'bekræft', []],
  ['a compound with an open end', 'kræft*', 'kræftsygdommen', ['kræftsygdommen']],
  ['a compound with an open beginning', '*allergi', 'nøddeallergien', ['nøddeallergien']],
  ['no inflection where none is wanted', 'gæld!', 'det gælder', []],
  ['the word itself where no inflection is wanted', 'gæld!', 'en gæld.', ['gæld']],
  ['a capital only where one is written', 'Venstre', 'til venstre', []],
  ['a name with its genitive', 'Venstre', 'Venstres mand', ['Venstres']],
  ['a phrase over a line break', 'meldt sig syg', 'har meldt\nsig syg', ['meldt\nsig syg']],
  ['a phrase in capitals', 'er sygemeldt', 'ER SYGEMELDT', ['ER SYGEMELDT']],
  ['a sign behind a digit', '%', 'steg 80% i år', ['%']],
  ['nothing behind a digit', '3f', '13F', []],
];

describe('a phrase of a list', () => {
  for (const [what, phrase, text, expected] of CASES) {
    it(`finds ${what}`, () => {
      assert.deepEqual(found(phrase, text), expected);
    });
  }
  it('does not hide another that differs in its signs only', () => {
    const seen: number[] = [];
    const matcher = createPhraseMatcher(['smerter', '*smerter'], () => endingsOf(['da']));
    matcher.visit('nakkesmerter', (phrase) => seen.push(phrase));
    assert.deepEqual(seen, [1]);
  });
});
