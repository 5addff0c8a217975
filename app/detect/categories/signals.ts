import { endingsOf } from './inflection.ts';
import { type ListLanguage, phrasesIn } from './phrase-list.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import type { Signal, SignalList } from './signal-list.ts';
import { signalsDa } from './signals.da.ts';
import { signalsEn } from './signals.en.ts';
import { signalsDe, signalsNb, signalsSv } from './signals.neighbours.ts';

/** A word that tells whether somebody in particular is spoken of; offsets into the sentence that was read. */
export interface SignalPlace {
  readonly signal: Signal;
  readonly language: ListLanguage;
  readonly start: number;
  readonly end: number;
}

/** Every signal of a sentence, of all languages. */
export function signalsIn(sentence: string): SignalPlace[] {
  words ??= compile();
  const places: SignalPlace[] = [];
  const { matcher, meanings } = words;
  matcher.visit(sentence, (word, start, end) => {
    for (const meaning of meanings[word] ?? []) places.push({ ...meaning, start, end });
  });
  return places;
}

const LISTS: readonly SignalList[] = [signalsDa, signalsEn, signalsSv, signalsNb, signalsDe];
const SIGNALS: readonly Signal[] = [
  'first',
  'third',
  'addressed',
  'role',
  'general',
  'conditional',
  'guidance',
  'law',
  'statistics',
  'product',
  'public',
  'function',
];

/** Pronouns and small words stand as they are: "han" is no "hanen". */
const UNINFLECTED: readonly Signal[] = [
  'first',
  'third',
  'addressed',
  'role',
  'general',
  'conditional',
  'function',
];

interface Words {
  readonly matcher: PhraseMatcher;
  readonly meanings: readonly { readonly signal: Signal; readonly language: ListLanguage }[][];
}

/** Made at the first question: importing does nothing. */
let words: Words | null = null;

function compile(): Words {
  const byWord = new Map<string, { signal: Signal; language: ListLanguage }[]>();
  for (const list of LISTS) {
    for (const signal of SIGNALS) {
      for (const word of phrasesIn(list[signal])) {
        byWord.set(word, [...(byWord.get(word) ?? []), { signal, language: list.language }]);
      }
    }
  }
  const meanings = [...byWord.values()];
  const endings = meanings.map((senses) =>
    senses.every(({ signal }) => UNINFLECTED.includes(signal))
      ? NO_ENDINGS
      : endingsOf([...new Set(senses.map(({ language }) => language))]),
  );
  return {
    meanings,
    matcher: createPhraseMatcher([...byWord.keys()], (word) => endings[word] ?? NO_ENDINGS),
  };
}

const NO_ENDINGS: ReadonlySet<string> = new Set();
