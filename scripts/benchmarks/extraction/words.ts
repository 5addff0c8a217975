/**
 * How many of the words of one text another one has, from 0 to 1; a word that stands there twice is looked for twice.
 * Order does not count. Ligatures are their letters; soft hyphens are none; a word that is parted at a line's end is one.
 */
export function shareOfWords(theirs: string, ours: string): number {
  const { found, all } = wordsFound(theirs, ours);
  return all === 0 ? 1 : found / all;
}

/** Also what was not found, to look into. */
export function wordsFound(
  theirs: string,
  ours: string,
): { readonly found: number; readonly all: number; readonly missing: readonly string[] } {
  const have = new Map<string, number>();
  for (const word of wordsOf(ours)) have.set(word, (have.get(word) ?? 0) + 1);
  const missing: string[] = [];
  let all = 0;
  for (const word of wordsOf(theirs)) {
    all++;
    const left = have.get(word) ?? 0;
    if (left === 0) missing.push(word);
    else have.set(word, left - 1);
  }
  return { found: all - missing.length, all, missing };
}

function wordsOf(text: string): string[] {
  const whole = text.normalize('NFKC').replaceAll('\u00ad', '');
  return whole.replaceAll(/(\p{Ll})[-\u2010]\n(?=\p{Ll})/gu, '$1').match(/[\p{L}\p{N}]+/gu) ?? [];
}
