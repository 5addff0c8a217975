import { COLUMN_REASONS, columnPeers, columnReason, tellsEnough } from '../../column-agreement.ts';
import { evidenceOf, type Reason, reasonsOf, weigh, WORTH_KEEPING } from '../../evidence.ts';
import type { Detector, Finding } from '../../finding.ts';
import { lastBirthDay } from '../../identifiers/calendar.ts';
import { localContext, type Named } from '../../local-context.ts';
import type { NamedKind } from '../../naming-vocabulary.ts';
import { columnKinds, isTable } from '../../table-columns.ts';
import { cellsOfColumn, COLUMN_ODDS, numbersAround } from './cpr-list.ts';
import type { CprReading } from './cpr-number.ts';
import { type CprPlace, cprPlaces, likePNumber } from './cpr-places.ts';

/**
 * Danish civil registration numbers (CPR).
 *
 * Pattern: DDMMYY-SSSS with any hyphen or dash, with or without spaces about it; DDMMYYSSSS; DDMMYY SSSS;
 * DD.MM.YY-SSSS, DD MM YY SSSS and their like; a line may end at the hyphen. Other writings: cpr-variants.ts.
 * Checksum: a real date (with the century from digit 7) is a must; modulus 11 weighs, never decides.
 * Context: the nearest word or the column's header names it or says what else it is; the ten-digit numbers around it
 * are CPR numbers too, or are no dates, which makes it an order number among order numbers. Only what is near counts.
 * Source: the CPR Office (see cpr-number.ts). Of random ten-digit numbers 3.6 % pass the date, 0.33 % modulus 11 too.
 * Near-misses: P-numbers (start with 10), order, invoice and item numbers, phone numbers, date and time, amounts.
 */
export const cpr: Detector = {
  id: 'cpr',
  version: 4,
  reasons: () => [...evidenceOf(REASONS), ...evidenceOf(COLUMN_REASONS)],
  detect(text, context) {
    const places = cprPlaces(text, lastBirthDay(context.now));
    if (!places.some(({ reading }) => reading)) return [];
    const peersOf = columnPeers(
      text,
      context,
      places.map(({ start }) => start),
      places.map(({ end }) => end),
    );
    const columnKind = columnKinds(text, context);
    const inTable = isTable(context);
    const findings: Finding[] = [];
    places.forEach((place, index) => {
      if (!place.reading) return;
      const column = columnKind(place.start);
      const { before, after } = localContext(text, place.start, place.end, inTable);
      // Nobody has the number of a day to come, whatever it is called.
      const names = reasonsOfNames(column, before, after).filter(
        ({ weight }) => !place.isAhead || weight < 0,
      );
      const others = reasonsOfOthers(places, index, peersOf(index));
      const reasons = [
        ...reasonsOfNumber(place, place.reading),
        ...reasonsOfSurroundings(text, place),
        ...(names.some(isItsName) ? others.filter((reason) => reason.weight > 0) : others),
        ...names,
      ];
      const { confidence, evidence } = weigh(PRIOR, reasons);
      if (confidence < WORTH_KEEPING) return;
      findings.push({
        type: 'DK_CPR',
        category: 'confidential',
        start: place.start,
        end: place.end,
        confidence,
        evidence,
      });
    });
    return findings;
  },
};

/** Log odds of a bare ten-digit number that is a date: of such, about one in eight is a CPR number. */
const PRIOR = -2;

/** "cpr=0101801234" in a log of ten-digit numbers is what it is called: then others around it do not speak against it. */
function isItsName(reason: Reason): boolean {
  return reason === REASONS['context-names-it'] || reason === REASONS['column-names-it'];
}

/** Weights are natural logarithms of likelihood ratios, set by hand from the shares named beside them. */
const REASONS = reasonsOf('cpr', {
  'date-valid': 0,
  'written-with-hyphen': 4.4, // a 6-4 hyphen and a real date: nine in ten
  'written-with-spaces': 1,
  'written-in-parts': 2,
  'modulus-11-holds': 2.4, // 97 % of real numbers against 1 in 11 of others
  'modulus-11-fails': -2.6,
  'modulus-11-not-needed': -0.8, // born since 2007 or on 1 January, where numbers have run out
  'birth-year-long-ago': -2, // before 1910
  'could-be-p-number': -3, // ten digits in one that start as P-numbers do; P-numbers hold modulus 11 as well
  'could-be-date-and-time': -1.5,
  'birth-ahead': -5,
  'part-of-longer-number': -5,
  'looks-like-amount': -4,
  'neighbours-are-cpr': 2.6,
  'neighbours-are-other-numbers': -5.2,
  'context-names-it': 5.5,
  'context-may-name-it': 4.5,
  'context-says-birth': 3,
  'column-names-it': 5.5,
  'context-says-p-number': -5, // P-numbers are written in one: with a hyphen it may be short for personnummer
  'context-says-company-number': -5,
  'context-says-order-number': -5.5,
  'context-says-item-number': -5.5,
  'context-says-customer-number': -4.5, // not rarely people's CPR number serves as customer number
  'context-says-case-number': -4.5,
  'context-says-other-id': -5,
  'context-says-phone': -4,
  'context-says-account': -5.5,
  'context-says-amount': -4,
  'context-may-say-other-number': -2.2,
  'column-says-customer-number': -4, // customers, members, employees: their CPR number is it not rarely
  'column-says-other-number': -6.5,
});

function reasonsOfNumber(place: CprPlace, { year, month, day, modulus11 }: CprReading): Reason[] {
  const { form, digits, isAhead } = place;
  const reasons = [REASONS['date-valid']];
  if (form === 'hyphen') reasons.push(REASONS['written-with-hyphen']);
  if (form === 'spaces') reasons.push(REASONS['written-with-spaces']);
  if (form === 'parts') reasons.push(REASONS['written-in-parts']);
  if (modulus11) reasons.push(REASONS['modulus-11-holds']);
  else if (year >= 2007 || (day === 1 && month === 1)) reasons.push(REASONS['modulus-11-not-needed']);
  else reasons.push(REASONS['modulus-11-fails']);
  if (year < OLDEST) reasons.push(REASONS['birth-year-long-ago']);
  if (isAhead) reasons.push(REASONS['birth-ahead']);
  if (likePNumber(place)) reasons.push(REASONS['could-be-p-number']);
  if (form === 'spaces' && /([01]\d|2[0-3])[0-5]\d$/.test(digits))
    reasons.push(REASONS['could-be-date-and-time']);
  return reasons;
}

/** Nobody born before lives. */
const OLDEST = 1910;

/** What is written right at the digits, without a space. */
function reasonsOfSurroundings(text: string, { start, end, form }: CprPlace): Reason[] {
  if (isBlank(text.charCodeAt(start - 1)) && isBlank(text.charCodeAt(end)) && form !== 'parts') return [];
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  if (/\d[-.\u2010-\u2013/ ]$|\+\d*$/.test(before) && !(form !== 'parts' && /[/ ]$/.test(before))) {
    return [REASONS['part-of-longer-number']];
  }
  if (/^[-.\u2010-\u2013]\d|^[\p{L}@]/u.test(after)) return [REASONS['part-of-longer-number']];
  if (/(?<!nr|no|pr|r)\p{L}$/iu.test(before)) return [REASONS['part-of-longer-number']];
  return /^,\d\d?(?!\d)/.test(after) ? [REASONS['looks-like-amount']] : [];
}

/** A tab, a newline, a space, or past an end of the text. */
function isBlank(unit: number): boolean {
  return !(unit > 0x20);
}

/** What the other numbers say: those of its column where it stands in one, otherwise those around it. */
function reasonsOfOthers(places: readonly CprPlace[], index: number, peers: readonly number[]): Reason[] {
  const cells = cellsOfColumn(places, index, peers);
  if (tellsEnough(cells)) return columnReason(cells, COLUMN_ODDS);
  const around = numbersAround(places, index);
  if (around === null) return [];
  return [REASONS[around === 'cpr' ? 'neighbours-are-cpr' : 'neighbours-are-other-numbers']];
}

function reasonsOfNames(column: NamedKind | null, before: Named | null, after: Named | null): Reason[] {
  if (column === 'cpr' || column === 'national-id') return [REASONS['column-names-it']];
  if (column === 'customer-number') return [REASONS['column-says-customer-number']];
  if (column && column !== 'birth') return [REASONS['column-says-other-number']];
  return [before, after].flatMap((named) => (named ? reasonOfName(named) : []));
}

function reasonOfName({ kind, adjacent }: Named): Reason[] {
  const { near, right } = MEANING[kind];
  const reason = adjacent ? right : near;
  return reason === null ? [] : [REASONS[reason]];
}

type ReasonName = keyof typeof REASONS;
const OTHER = 'context-may-say-other-number';

/** What each named kind says of a CPR candidate: when the word stands right at it, and when it stands nearby. */
const MEANING: Readonly<Record<NamedKind, { right: ReasonName | null; near: ReasonName | null }>> = {
  cpr: { right: 'context-names-it', near: 'context-may-name-it' },
  'national-id': { right: 'context-names-it', near: 'context-may-name-it' },
  'foreign-id': { right: 'context-says-other-id', near: OTHER },
  passport: { right: 'context-says-other-id', near: OTHER },
  'driving-licence': { right: 'context-says-other-id', near: OTHER },
  'health-card': { right: null, near: null },
  'license-plate': { right: 'context-says-other-id', near: OTHER },
  vehicle: { right: 'context-says-other-id', near: OTHER },
  'tax-number': { right: 'context-says-other-id', near: OTHER },
  birth: { right: 'context-says-birth', near: 'context-says-birth' },
  'p-number': { right: 'context-says-p-number', near: OTHER },
  'company-number': { right: 'context-says-company-number', near: OTHER },
  'order-number': { right: 'context-says-order-number', near: OTHER },
  'item-number': { right: 'context-says-item-number', near: OTHER },
  'customer-number': { right: 'context-says-customer-number', near: OTHER },
  'case-number': { right: 'context-says-case-number', near: OTHER },
  phone: { right: 'context-says-phone', near: OTHER },
  account: { right: 'context-says-account', near: OTHER },
  amount: { right: 'context-says-amount', near: OTHER },
  card: { right: null, near: null },
  date: { right: null, near: null },
};
