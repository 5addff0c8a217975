import type { Reason } from '../evidence.ts';
import type { Sense } from './category-phrases.ts';
import { REASONS } from './category-reasons.ts';
import { hasAmountBehind, isFilledIn, isLabelOf, labelBefore } from './label.ts';
import type { ListLanguage } from './phrase-list.ts';
import type { Stretch } from './sentence.ts';
import type { Generality } from './signal-list.ts';
import { has, isInAnother, languageAround, type Surroundings } from './surroundings.ts';

/** A phrase at a place, with one of its meanings. */
export interface PhrasePlace extends Stretch {
  readonly sense: Sense;
}

/**
 * Why a phrase is or is not said of somebody: its kind, the best sign of whom it is said of, the label or column that
 * names it, a related word, and the two strongest signs that it is said of nobody.
 *
 * @param title the header of the column that the place is in, in lower case; '' for none.
 * @param others how many other phrases of the same category stand near.
 */
export function reasonsFor(
  text: string,
  place: PhrasePlace,
  around: Surroundings,
  { title, others }: { readonly title: string; readonly others: () => number },
): Reason[] {
  const { type, strength, languages } = place.sense;
  const language = languageAround(around, languages);
  const reasons: Reason[] = [REASONS[RULES[strength]]];
  const who = signOfSomebody(place, around, language);
  if (who) {
    reasons.push(who);
    if (!VAGUE.includes(who) && others() >= SEVERAL) reasons.push(REASONS['others-of-its-kind-near']);
  }
  if (around.numbers.length > 0) reasons.push(REASONS['number-of-somebody-beside']);
  if (isLabelOf(type, title)) reasons.push(REASONS['column-names-it']);
  else if (isLabelOf(type, labelBefore(text, place.start))) reasons.push(REASONS['label-names-it']);
  else if (isFilledIn(text, place)) reasons.push(REASONS['filled-in-field']);
  if (type === 'FINANCES' && hasAmountBehind(text, place)) reasons.push(REASONS['amount-behind-it']);
  if (around.nearPersons.length > 0 && isLineOfItsOwn(text, place)) {
    reasons.push(REASONS['heading-above-a-name']);
  }
  const related = strength === 'sure' ? null : relatedWord(place, around);
  if (related) reasons.push(related);
  if (language !== 'de' && beginsTitle(text, place)) reasons.push(REASONS['of-a-title']);
  reasons.push(...signsOfNobody(place, around, language));
  return reasons;
}

/** Whether a word is a part of a longer name: "Christian" of "Peter Christian Holm", "Huntington" of "Huntington Beach". */
export function isPartOfName(place: Stretch, { names }: Surroundings): boolean {
  const length = place.end - place.start;
  return names.some(({ start, end }) => start <= place.start && place.end <= end && length < end - start);
}

/** Guides speak to "you" and of "the employee" too. */
const VAGUE: readonly Reason[] = [REASONS['somebody-spoken-of'], REASONS['addressed-to-you'], REASONS.yours];

/** In a patient's file or a payslip every line has one. */
const SEVERAL = 3;

const RULES = {
  sure: 'phrase-said-of-somebody',
  plain: 'phrase-of-category',
  weak: 'word-of-many-meanings',
  own: 'phrase-of-the-company',
} as const;

/** The strongest sign of whom it is said of: several of them are hardly more than one. */
function signOfSomebody(
  place: PhrasePlace,
  around: Surroundings,
  language: ListLanguage | undefined,
): Reason | null {
  const persons = around.persons.filter((person) => isBeside(person, place));
  if (persons.some(({ end }) => end <= place.start && place.start - end <= RIGHT_BEFORE))
    return REASONS['name-beside'];
  if (has(around, 'first', language, place)) return REASONS['first-person'];
  if (has(around, 'third', language, place)) return REASONS['he-or-she'];
  if (persons.length > 0) return REASONS['name-in-sentence'];
  if (around.isPaperOfSomebody) return REASONS['paper-of-somebody'];
  if (isYours(place, around, language)) return REASONS.yours;
  if (has(around, 'role', language, place)) return REASONS['somebody-spoken-of'];
  if (has(around, 'addressed', language, place)) return REASONS['addressed-to-you'];
  return around.nearPersons.some((person) => isBeside(person, place)) ? REASONS['name-near'] : null;
}

const RIGHT_BEFORE = 40;

function isLineOfItsOwn(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(Math.max(0, start - HEADING), start);
  const after = text.slice(end, end + HEADING);
  return /(?:^|\n)[ \t#*]*$/.test(before) && /^[ \t#*:]*\r?\n/.test(after);
}

const HEADING = 8;

/** "Catholic Church", "Democratic Party": written with capitals, and the next word too. */
function beginsTitle(text: string, { start, end }: Stretch): boolean {
  const first = text.charAt(start);
  return (
    first !== first.toLowerCase() &&
    !isAllCapitals(text.slice(start, end)) &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))
  );
}

function isAllCapitals(words: string): boolean {
  return words === words.toUpperCase();
}

/** "på grund af din sclerose": the word right before it says whose it is. */
function isYours(place: Stretch, { signals }: Surroundings, language: ListLanguage | undefined): boolean {
  return signals.some(
    (signal) =>
      signal.signal === 'addressed' && signal.language === language && signal.end === place.start - 1,
  );
}

function relatedWord(place: PhrasePlace, { related }: Surroundings): Reason | null {
  const words = related.filter(
    ({ types, ...word }) => types.includes(place.sense.type) && isBeside(word, place),
  );
  if (words.length === 0) return null;
  const isNear =
    place.sense.strength === 'weak' &&
    words.some(({ start, end }) => Math.max(place.start - end, start - place.end) <= RIGHT_BESIDE);
  return REASONS[isNear ? 'related-word-beside' : 'related-word-in-sentence'];
}

const RIGHT_BESIDE = 20;

const GENERALITIES: Readonly<Record<Generality, Reason>> = {
  general: REASONS['of-people-in-general'],
  conditional: REASONS['of-what-may-be'],
  guidance: REASONS['of-guidance'],
  law: REASONS['of-law'],
  statistics: REASONS['of-figures'],
  product: REASONS['of-a-product'],
  public: REASONS['of-public-life'],
};

function signsOfNobody(
  place: PhrasePlace,
  around: Surroundings,
  language: ListLanguage | undefined,
): Reason[] {
  const signs = KINDS.filter((kind) => has(around, kind, language, place)).map((kind) => GENERALITIES[kind]);
  if (around.isQuestion) signs.push(REASONS.question);
  if (around.isBlankForm) signs.push(REASONS['form-not-filled-in']);
  if (around.isLongAgo) signs.push(REASONS['of-long-ago']);
  if (isInAnother(around, language)) signs.push(REASONS['of-another-language']);
  return signs.sort((a, b) => a.weight - b.weight).slice(0, MOST_AGAINST);
}

const KINDS = ['general', 'conditional', 'guidance', 'law', 'statistics', 'product', 'public'] as const;
const MOST_AGAINST = 2;

function isBeside(other: Stretch, place: Stretch): boolean {
  return other.end <= place.start || other.start >= place.end;
}
