import type { Finding, FindingType } from '../finding.ts';
import type { CategoryPhrases } from './category-phrases.ts';
import type { ListLanguage } from './phrase-list.ts';
import { type Stretch, sentenceAround } from './sentence.ts';
import type { Signal } from './signal-list.ts';
import { type SignalPlace, signalsIn } from './signals.ts';

/** What stands around a place: in its sentence, and near it. Offsets are into the whole text. */
export interface Surroundings {
  readonly sentence: Stretch;
  readonly signals: readonly SignalPlace[];
  readonly related: readonly RelatedPlace[];
  readonly persons: readonly Stretch[];
  /** Names of people and of places, in the sentence. */
  readonly names: readonly Stretch[];
  readonly nearPersons: readonly Stretch[];
  /** Whether a name that a paper is of stands within some lines. */
  readonly isPaperOfSomebody: boolean;
  /** Whether gaps for answers stand in the sentence or right behind it. */
  readonly isBlankForm: boolean;
  readonly numbers: readonly Stretch[];
  readonly isQuestion: boolean;
  /** A year before 1920, when hardly anybody who lives was born. */
  readonly isLongAgo: boolean;
}

export interface RelatedPlace extends Stretch {
  readonly types: readonly FindingType[];
}

/**
 * Reads the surroundings of places in rising order of start, with what other detectors found. A sentence is read once
 * for all places in it.
 */
export function surroundingsIn(
  text: string,
  phrases: CategoryPhrases,
  found: readonly Finding[],
): (place: Stretch) => Surroundings {
  const persons = found.filter(({ type }) => type === 'PERSON');
  const names = found.filter(({ type }) => type === 'PERSON' || type === 'LOCATION');
  const numbers = found.filter(({ type }) => OF_SOMEBODY.has(type));
  let last: Surroundings | null = null;
  return (place) => {
    const sentence = sentenceAround(text, place);
    if (last?.sentence.start === sentence.start && last.sentence.end === sentence.end) return last;
    const words = text.slice(sentence.start, sentence.end);
    const near = { start: sentence.start - NEAR, end: sentence.end + NEAR };
    last = {
      sentence,
      signals: signalsIn(words).map((signal) => moved(signal, sentence.start)),
      related: relatedIn(words, phrases).map((related) => moved(related, sentence.start)),
      persons: within(persons, sentence),
      names: within(names, sentence),
      nearPersons: within(persons, near),
      numbers: within(numbers, sentence),
      isPaperOfSomebody: within(persons, { start: sentence.start - PAPER, end: sentence.end + PAPER })
        .slice(0, MOST_NAMES)
        .some(({ start }) => OF_WHOM.test(text.slice(Math.max(0, start - 16), start))),
      isBlankForm: BLANKS.test(text.slice(sentence.start, sentence.end + 40)),
      isLongAgo: /(?<![\d.,-])1(?:[0-8]\d\d|9[01]\d)(?![\d.,]*\d|\s?(?:kr|mg|ml|stk|m²))/.test(words),
      isQuestion: /\?["”»)]?\s*$/.test(words),
    };
    return last;
  };
}

/** The language of a sentence, of those that a phrase may be in: the one whose words it has most of. */
export function languageAround(
  around: Surroundings,
  languages: readonly ListLanguage[],
): ListLanguage | undefined {
  if (languages.length < 2) return languages[0];
  const scores = languages.map((language) => wordsOf(around, language));
  return languages[scores.indexOf(Math.max(...scores))];
}

/** Whether the sentence is clearly in a language that the phrase is not of. */
export function isInAnother(around: Surroundings, language: ListLanguage | undefined): boolean {
  if (language === undefined) return false;
  const own = wordsOf(around, language);
  return LANGUAGES.some((other) => wordsOf(around, other) >= own + CLEARLY && own < CLEARLY);
}

const LANGUAGES: readonly ListLanguage[] = ['da', 'en', 'sv', 'nb', 'de'];
const CLEARLY = 3;

function wordsOf({ signals }: Surroundings, language: ListLanguage): number {
  return signals.reduce((sum, signal) => sum + (signal.language === language ? 1 : 0), 0);
}

/** Whether the sentence has a signal of one language beside the place, not in it. */
export function has(
  { signals }: Surroundings,
  wanted: Signal,
  language: ListLanguage | undefined,
  place: Stretch,
): boolean {
  return signals.some(
    (signal) =>
      signal.signal === wanted &&
      signal.language === language &&
      (signal.end <= place.start || signal.start >= place.end),
  );
}

const NEAR = 160;
/** A letter or a form is of whom it names, over some lines more. */
const PAPER = 600;
const MOST_NAMES = 8;
const BLANKS = /_{3}|\.{5}|…{2}|\[ ?\]|☐|\[(?:navn|dato|name|date)|<(?:navn|dato|name|date)|\{\{/i;
/** What stands before the name of whom a paper is of. */
const OF_WHOM =
  /(?:kære|hej|dear|hi|til|to|vedr\.?|vedrørende|ang\.?|re|navn|name|medarbejder|employee|patient|pt|klient|client|barn|elev|pupil|student|candidate|kandidat|ansøger|modtager|recipient|sælger|intern|teacher|seafarer|skadelidte|borger|for|afskrift|proband|mr|mrs|ms|miss|hr|fru|caller)\.?[ \t]*[:\-–]?[ \t]*$/i;

/** What belongs to one person. An address of mail or a number of phone may be a company's: it says less, and is left out. */
const OF_SOMEBODY: ReadonlySet<FindingType> = new Set<FindingType>([
  'DK_CPR',
  'DATE_OF_BIRTH',
  'SE_PERSONNUMMER',
  'NO_FODSELSNUMMER',
  'FI_PERSONAL_IDENTITY_CODE',
  'UK_NHS',
  'UK_NINO',
  'DE_SOCIAL_SECURITY',
  'DE_HEALTH_INSURANCE',
]);

function relatedIn(words: string, { related, relatedTo }: CategoryPhrases): RelatedPlace[] {
  const places: RelatedPlace[] = [];
  related.visit(words, (word, start, end) => places.push({ types: relatedTo[word] ?? [], start, end }));
  return places;
}

function moved<Place extends Stretch>(place: Place, by: number): Place {
  return { ...place, start: place.start + by, end: place.end + by };
}

/** Of findings in order of start, those that begin in a stretch. */
function within(findings: readonly Finding[], { start, end }: Stretch): Finding[] {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Finding[] = [];
  for (let at = low; at < findings.length; at += 1) {
    const finding = findings[at];
    if (!finding || finding.start >= end) break;
    inside.push(finding);
  }
  return inside;
}
