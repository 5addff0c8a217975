import { isDay } from '../identifiers/calendar.ts';

/** A day as written, as ISO 8601 (`1980-12-07`). */
export interface DateReading {
  readonly iso: string;
  readonly year: number;
}

/**
 * Reads a written date: 7.12.1980, 07-12-80, 07/12/1980, 1980-12-07, 071280 not; 7. december 1980, 7th of Dec 1980,
 * December 7, 1980. Day first, as in all of Europe; month first only where the day cannot be a month (12/31/1980). Two
 * digits of a year are the past hundred years. Null where there is no such day.
 */
export function readDate(written: string): DateReading | null {
  const inDigits = /^(\d{1,4})[.\-/ ]\s?(\d{1,2})[.\-/ ]\s?(\d{1,4})\.?$/.exec(written);
  if (inDigits) {
    const [first, second, third] = inDigits.slice(1).map(Number) as [number, number, number];
    if ((inDigits[1] ?? '').length === 4) return dateOf(first, second, third);
    return (
      dateOf(yearOf(third, inDigits[3] ?? ''), second, first) ??
      dateOf(yearOf(third, inDigits[3] ?? ''), first, second)
    );
  }
  const month = MONTHS.findIndex((pattern) => pattern.test(written)) + 1;
  const numbers = written.match(/\d+/g) ?? [];
  const year = numbers[1] ?? '';
  return month === 0 || numbers.length !== 2
    ? null
    : dateOf(yearOf(Number(year), year), month, Number(numbers[0]));
}

/** The twelve months' names in Danish, Norwegian, Swedish, English and German, by their beginnings. */
export const MONTH_NAMES = [
  'jan(?:uar[iy]?)?',
  'feb(?:ruar[iy]?)?',
  'mar(?:ts|s|ch)?|märz',
  'apr(?:il)?',
  'maj|may|mai',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:ust[i]?)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'de[cz](?:ember)?',
] as const;

const MONTHS = MONTH_NAMES.map((name) => new RegExp(`(?<!\\p{L})(?:${name})(?!\\p{L})`, 'iu'));

function yearOf(year: number, written: string): number {
  if (written.length > 2) return year;
  return year > 35 ? 1900 + year : 2000 + year;
}

function dateOf(year: number, month: number, day: number): DateReading | null {
  if (!isDay(day, month, year) || year < 1000) return null;
  return { iso: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, year };
}
