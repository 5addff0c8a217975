import type { CategoryChoices, FindingType } from '../finding.ts';
import { endingsOf } from './inflection.ts';
import { type ListLanguage, phrasesIn, type Strength } from './phrase-list.ts';
import { CATEGORY_LISTS } from './phrase-lists.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';

/** What a phrase may mean: a category, how surely, and in which languages. `own` is the company's. */
export interface Sense {
  readonly type: FindingType;
  readonly strength: Strength | 'own';
  readonly languages: readonly ListLanguage[];
}

/** All phrases of all categories that are not switched off, made ready to be found. */
export interface CategoryPhrases {
  readonly phrases: PhraseMatcher;
  readonly senses: readonly (readonly Sense[])[];
  readonly related: PhraseMatcher;
  readonly relatedTo: readonly (readonly FindingType[])[];
}

/** Made at the first question and kept for as long as the choices are. */
export function categoryPhrases(choices: CategoryChoices = NO_CHOICES): CategoryPhrases {
  const made = MADE.get(choices) ?? compile(choices);
  MADE.set(choices, made);
  return made;
}

const NO_CHOICES: CategoryChoices = { off: [], extra: [] };
const MADE = new WeakMap<CategoryChoices, CategoryPhrases>();
const STRENGTHS: readonly Strength[] = ['sure', 'plain', 'weak'];

function compile({ off, extra }: CategoryChoices): CategoryPhrases {
  const lists = CATEGORY_LISTS.filter(({ type }) => !off.includes(type));
  const byPhrase = new Map<string, Sense[]>();
  const byRelated = new Map<string, FindingType[]>();
  for (const list of lists) {
    for (const strength of STRENGTHS) {
      for (const phrase of phrasesIn(list[strength]))
        addSense(byPhrase, phrase, list.type, strength, list.language);
    }
    for (const word of phrasesIn(list.beside)) {
      byRelated.set(word, [...(byRelated.get(word) ?? []), list.type]);
    }
  }
  for (const { type, phrase } of extra) {
    if (off.includes(type)) continue;
    for (const language of LANGUAGES) addSense(byPhrase, phrase.trim(), type, 'own', language);
  }
  const senses = [...byPhrase.values()];
  const relatedTo = [...byRelated.values()];
  const endings = senses.map((of) => endingsOf([...new Set(of.flatMap(({ languages }) => languages))]));
  return {
    senses,
    phrases: createPhraseMatcher([...byPhrase.keys()], (phrase) => endings[phrase] ?? NONE),
    relatedTo,
    related: createPhraseMatcher([...byRelated.keys()], () => endingsOf(LANGUAGES)),
  };
}

const LANGUAGES: readonly ListLanguage[] = ['da', 'en', 'sv', 'nb', 'de'];
const NONE: ReadonlySet<string> = new Set();

/** A phrase that two languages share is one sense of both; the surer list decides. */
function addSense(
  byPhrase: Map<string, Sense[]>,
  phrase: string,
  type: FindingType,
  strength: Sense['strength'],
  language: ListLanguage,
): void {
  const senses = byPhrase.get(phrase) ?? [];
  byPhrase.set(phrase, senses);
  const at = senses.findIndex((sense) => sense.type === type);
  const known = senses[at];
  if (known) senses[at] = { ...known, languages: [...known.languages, language] };
  else senses.push({ type, strength, languages: [language] });
}
