import { createPhraseMatcher, type PhraseMatcher } from '../categories/phrase-matcher.ts';
import type { Cue, KindCues } from './cue.ts';
import type { DocumentKind } from './document-kind.ts';
import { CONDUCT } from './kinds/conduct.ts';
import { EMPLOYMENT } from './kinds/employment.ts';
import { HEALTH } from './kinds/health.ts';
import { IDENTITY } from './kinds/identity.ts';
import { MATTERS } from './kinds/matters.ts';
import { MONEY } from './kinds/money.ts';
import { ADVICE_WORDS, GUIDE_WORDS, TEMPLATE_WORDS } from './signs.ts';

/** Raised when the same file could be told as another kind: files read with an older one are read again. */
export const documents = { id: 'documents', version: 1 } as const;

/** The cues of all kinds. */
export const KINDS: readonly KindCues[] = [
  ...EMPLOYMENT,
  ...CONDUCT,
  ...HEALTH,
  ...IDENTITY,
  ...MONEY,
  ...MATTERS,
];

/**
 * Kinds without contrast pairs by which to know how often they are right (test/contrast/documents): shown as
 * experiments.
 */
export const EXPERIMENTAL_KINDS: readonly DocumentKind[] = [
  'passport',
  'id_card',
  'driving_licence',
  'criminal_record',
  'union_letter',
  'tax_return',
  'bank_statement',
  'pension',
  'school_report',
  'complaint',
  'tenancy',
  'power_of_attorney',
  'customer_list',
  'invoice',
];

/** A word list that phrases belong to: a cue of a kind, or one of the three lists of signs. */
export type CueList = { readonly cue: number } | { readonly sign: 'template' | 'guide' | 'advice' };

/** A cue with its kind's place in `KINDS`. */
export interface PlacedCue extends Cue {
  readonly kind: number;
}

export const CUES: readonly PlacedCue[] = KINDS.flatMap(({ cues }, kind) =>
  cues.map((cue) => ({ ...cue, kind })),
);

/** All phrases of all lists, found in one pass; made at the first question. */
export function cuePhrases(): { matcher: PhraseMatcher; lists: readonly (readonly CueList[])[] } {
  made ??= compile();
  return made;
}

let made: ReturnType<typeof cuePhrases> | null = null;

function compile(): ReturnType<typeof cuePhrases> {
  const byPhrase = new Map<string, CueList[]>();
  const add = (words: string, list: CueList): void => {
    for (const phrase of new Set(words.split(',').map((word) => word.trim().toLowerCase()))) {
      if (phrase !== '') byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), list]);
    }
  };
  for (const [cue, { words }] of CUES.entries()) add(words, { cue });
  add(TEMPLATE_WORDS, { sign: 'template' });
  add(GUIDE_WORDS, { sign: 'guide' });
  add(ADVICE_WORDS, { sign: 'advice' });
  return {
    matcher: createPhraseMatcher([...byPhrase.keys()], () => NO_ENDINGS),
    lists: [...byPhrase.values()],
  };
}

const NO_ENDINGS: ReadonlySet<string> = new Set();
