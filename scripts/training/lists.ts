import { readFileSync } from 'node:fs';
import { hashPhrase } from '#detect/names/hashing.ts';
import type { Letters } from '#detect/names/letters.ts';
import { LOWER_WORD } from '#detect/names/token-columns.ts';
import { tokensOf } from '#detect/names/tokens.ts';
import {
  GIVEN_NAME,
  PHRASE_BEGINS,
  PLACE,
  PLAIN_WORD,
  STREET,
  SURNAME,
  tier,
} from '#detect/names/word-list.ts';
import { cities } from './cities.ts';
import { EAST_ASIAN_SURNAMES } from './east-asian-names.ts';
import { countries, PLACES } from './places.ts';

/** The entries of the word list, bits by key, from the name lists, the places and the words of running text. */
export function wordEntries(
  dataFolder: string,
  runningText: Iterable<string>,
  letters: Letters,
): Map<number, number> {
  const entries = new Map<number, number>();
  const raise = (key: number, list: number, rank: number): void => {
    const bits = entries.get(key) ?? 0;
    const known = (bits >>> list) & 3;
    // The first list that has a place decides: countries, what was written down by hand, towns of the world.
    if (rank > known && !(list === PLACE && known > 0))
      entries.set(key, (bits & ~(3 << list)) | (rank << list));
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
  for (const name of EAST_ASIAN_SURNAMES) for (const key of keysOf(name, letters)) raise(key, SURNAME, 1);
  for (const [key, count] of plainWords(runningText, letters))
    if (count >= 3) raise(key, PLAIN_WORD, count >= 150 ? 3 : count >= 10 ? 2 : 1);
  const phrase = (name: string, list: number, rank: number): void => {
    const words = keysOf(name, letters);
    let key = 0;
    words.forEach((word, index) => {
      key = hashPhrase(key, word);
      if (index === words.length - 1) raise(key, list, rank);
      else raise(key, PHRASE_BEGINS, 1);
    });
  };
  for (const name of countries()) phrase(name, PLACE, 2);
  for (const name of PLACES) phrase(name, PLACE, 1);
  for (const name of namesOf(`${dataFolder}/names/streets.jsonl`)) phrase(name, STREET, 1);
  for (const name of germanStreets(dataFolder)) phrase(name, STREET, 1);
  for (const { name, country } of cities()) {
    const words = keysOf(name, letters);
    const bits = words.length === 1 ? (entries.get(words[0] ?? 0) ?? 0) : 0;
    if (name.length > 3 && isNothingElse(bits)) phrase(name, PLACE, NEAR_BY.has(country) ? 1 : 3);
  }
  return entries;
}

/** Countries whose towns count as those of the list that was written down; the others are a tier of their own. */
const NEAR_BY: ReadonlySet<string> = new Set(['DK', 'FO', 'GL', 'IS']);

/** "Of" and "Ali" are towns too, but a list that says so would do harm. */
function isNothingElse(bits: number): boolean {
  return tier(bits, PLAIN_WORD) === 0 && tier(bits, GIVEN_NAME) < 2 && tier(bits, SURNAME) < 2;
}

/** Those that do not end as streets do ("Am Markt", "Unter den Linden"); the others need no list. */
function germanStreets(dataFolder: string): string[] {
  return readFileSync(`${dataFolder}/names/de-streets.txt`, 'utf8')
    .split('\n')
    .filter(
      (name) =>
        name !== '' &&
        !/\d|(?:straße|strasse|str\.|weg|platz|allee|ufer|gasse|boulevard|avenue|promenade|ring|damm|hof)$/i.test(
          name,
        ),
    );
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
