import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { isBirthYear, lastBirthDay } from '../identifiers/calendar.ts';
import { localContext, type Named } from '../local-context.ts';
import type { NamedKind } from '../naming-vocabulary.ts';
import { columnKinds, isTable } from '../table-columns.ts';
import { type DateReading, MONTH_NAMES, readDate } from './written-date.ts';

/**
 * Dates of birth: a date with a reason to be one.
 *
 * Pattern: a day, month and year in digits or with the month's name (written-date.ts).
 * Checksum: none; there must be such a day, in a year in which somebody who lives was born.
 * Context: a word about birth beside it ("født", "f.", "born", "DOB") or the column's header. Without one a date is a
 * date.
 * Source: GDPR article 4 (1); the words are the forms' own.
 * Near-misses: days of death, dates of letters and invoices, a birthday party's date, CPR numbers.
 */
export const dateOfBirth: Detector = {
  id: 'date-of-birth',
  version: 2,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    const findings: Finding[] = [];
    const columnKind = columnKinds(text, context);
    const inTable = isTable(context);
    const lastDay = lastBirthDay(context.now);
    let lastEnd = 0;
    for (const { start, end } of datePlaces(text)) {
      const column = columnKind(start);
      const reasons = reasonsOfNames(column, text, { start, end, lastEnd }, inTable);
      lastEnd = end;
      if (reasons.length === 0) continue;
      const reading = readDate(text.slice(start, end));
      if (!reading || !isBirthYear(reading.year) || isAhead(reading, text.slice(start, end), lastDay))
        continue;
      const { confidence, evidence } = weigh(PRIOR, [REASONS['a-day'], ...reasons]);
      findings.push({ type: 'DATE_OF_BIRTH', category: 'ordinary', start, end, confidence, evidence });
    }
    return findings;
  },
};

/** A day to come; a year of two digits may be of the past century. */
function isAhead({ iso, year }: DateReading, written: string, lastDay: number): boolean {
  return Number(iso.replaceAll('-', '')) > lastDay && written.includes(String(year));
}

/** Log odds that any date in any file is somebody's date of birth. */
const PRIOR = -3.5;

const REASONS = reasonsOf('date-of-birth', {
  'a-day': 0,
  'context-says-birth': 5.5,
  'context-may-say-birth': 3.8,
  'column-says-birth': 6.5,
  'context-says-party': -4,
});

const IN_DIGITS =
  /(?<![\d.,\-/])(?:\d{1,2}([.\-/])\s?\d{1,2}\1\s?(?:\d{4}|\d{2})|\d{1,2}\/\d{1,2}[ \-](?:19|20)\d\d|\d{1,2} \d{1,2} (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d|[\-/.,]\d)/g;
const WITH_NAME = new RegExp(
  `(?<!\\d)(?:\\d{1,2}(?:\\.|st|nd|rd|th)?(?: of)? (?:${MONTH_NAMES.join('|')})\\.?,? (?:19|20)\\d\\d(?!\\d))`,
  'giu',
);
const YEAR_LAST = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d\d(?!\d)/g;
const MONTH_BEFORE = new RegExp(`(?<!\\p{L})(?:${MONTH_NAMES.join('|')})\\.? $`, 'iu');

function datePlaces(text: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const pattern of [IN_DIGITS, WITH_NAME]) {
    for (const match of text.matchAll(pattern))
      places.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(YEAR_LAST)) {
    const month = MONTH_BEFORE.exec(text.slice(Math.max(0, match.index - 11), match.index))?.[0];
    if (month !== undefined)
      places.push({ start: match.index - month.length, end: match.index + match[0].length });
  }
  return places.sort((a, b) => a.start - b.start);
}

/** A date's place, and where the date before it ends (0: there is none). */
interface DatePlace {
  readonly start: number;
  readonly end: number;
  readonly lastEnd: number;
}

function reasonsOfNames(
  column: NamedKind | null,
  text: string,
  { start, end, lastEnd }: DatePlace,
  inTable: boolean,
): Reason[] {
  if (column === 'birth') return [REASONS['column-says-birth']];
  if (column !== null && column !== 'date') return [];
  const rightBefore = text.slice(Math.max(0, start - 6), start);
  if (DEATH.test(text.slice(Math.max(0, start - 20), start))) return [];
  if (BORN_SIGN.test(rightBefore)) return [REASONS['context-says-birth']];
  const named = localContext(text, start, end, inTable);
  // "født 12.3.1980, ansat 1.6.2012": the word belongs to the first.
  const before = named.before !== null && start - named.before.distance < lastEnd ? null : named.before;
  const reason = reasonOfName(before) ?? (named.before === null ? reasonOfName(named.after) : null);
  if (reason === null) return [];
  return PARTY.test(text.slice(Math.max(0, start - 60), end + 40))
    ? [reason, REASONS['context-says-party']]
    : [reason];
}

/** "f. 12.3.1980", "(f. 12.3.1980)", "* 12.3.1980", "geb. 12.3.1980". */
const BORN_SIGN = /(?<!\p{L})(?:f\.|geb\.|\*) ?$/u;
/** "født 12. august 1961 i Riala, død 4. maj 2016". */
const DEATH = /(?:(?<!\p{L})(?:d[øö]d|died|gestorben)|†)[^\d.]{0,14}$/iu;
const PARTY = /fødselsdags?(?:fest|gave|kage|fri)|fejr(?:es|er|ing)|birthday party/i;

function reasonOfName(named: Named | null): Reason | null {
  if (named?.kind !== 'birth') return null;
  return REASONS[named.adjacent ? 'context-says-birth' : 'context-may-say-birth'];
}
