import { readFileSync } from 'node:fs';
import { hashPhrase } from '#detect/names/hashing.ts';
import type { Letters } from '#detect/names/letters.ts';
import { LOWER_WORD } from '#detect/names/token-columns.ts';
import { tokensOf } from '#detect/names/tokens.ts';
import { GIVEN_NAME, PHRASE_BEGINS, PLACE, PLAIN_WORD, STREET, SURNAME } from '#detect/names/word-list.ts';
import { countries, PLACES } from './places.ts';

/** The entries of the word list, bits by key, from the name lists, the places and the words of running text. */
export function wordEntries(
  dataFolder: string,
  runningText: Iterable<string>,
  letters: Letters,
): Map<number, number> {
  const entries = new Map<number, number>();
  const raise = (key: number, list: number, tier: number): void => {
    const bits = entries.get(key) ?? 0;
    const known = (bits >>> list) & 3;
    if (tier > known) entries.set(key, (bits & ~(3 << list)) | (tier << list));
  };
  for (const file of ['first-names-female', 'first-names-male']) {
    namesOf(`${dataFolder}/names/${file}.jsonl`).forEach((name, rank) => {
      for (const key of keysOf(name, letters))
        raise(key, GIVEN_NAME, rank < 1500 ? 3 : rank < 10_000 ? 2 : 1);
    });
  }
  namesOf(`${dataFolder}/names/surnames.jsonl`).forEach((name, rank) => {
    for (const key of keysOf(name, letters)) raise(key, SURNAME, rank < 800 ? 2 : 1);
  });
  for (const [key, count] of plainWords(runningText, letters))
    if (count >= 3) raise(key, PLAIN_WORD, count >= 150 ? 3 : count >= 10 ? 2 : 1);
  const phrase = (name: string, list: number, tier: number): void => {
    const words = keysOf(name, letters);
    let key = 0;
    words.forEach((word, index) => {
      key = hashPhrase(key, word);
      if (index === words.length - 1) raise(key, list, tier);
      else raise(key, PHRASE_BEGINS, 1);
    });
  };
  for (const name of PLACES) phrase(name, PLACE, 1);
  for (const name of countries()) phrase(name, PLACE, 2);
  for (const name of namesOf(`${dataFolder}/names/streets.jsonl`)) phrase(name, STREET, 1);
  return entries;
}

export function namesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line)));
}

function keysOf(name: string, letters: Letters): number[] {
  const { count, folded } = tokensOf(name, letters);
  return Array.from(folded.subarray(0, count));
}

/** How often each word is written without a capital. */
function plainWords(texts: Iterable<string>, letters: Letters): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const { count, folded, kinds } = tokensOf(text, letters);
    for (let at = 0; at < count; at += 1) {
      const key = folded[at] ?? 0;
      if (kinds[at] === LOWER_WORD) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
