/**
 * A global pattern of words that name a number, looked for where a word begins, in lower case. `$` at the end of a
 * word stands for "no letter after": `nin$` is not in "nine". A word for "number" behind it belongs to it.
 */
export function words(...sources: readonly string[]): RegExp {
  const ended = sources.map((source) => source.replace(/\$$/, '(?!\\p{L})'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ended.join('|')})${NUMBER}`, 'gu');
}

const NUMBER = '(?:[\\s.\\-_]{0,2}(?:nr|nummer|number|no)(?!\\p{L})\\.?)?';
