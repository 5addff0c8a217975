/** Whether there is such a day in the Gregorian calendar; with `year` null in some year (29 February is one). */
export function isDay(day: number, month: number, year: number | null): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= daysIn(month, year);
}

/** Whether somebody who lives could be born in that year, so far as can be told without knowing today's date. */
export function isBirthYear(year: number): boolean {
  return year >= FIRST_BIRTH_YEAR && year <= LAST_BIRTH_YEAR;
}

/**
 * The last day, as YYYYMMDD, on which somebody can be born who has a number already: today in Denmark, and without a
 * clock (`now` undefined) the end of 2035. A clock that stands before this was written is wrong, and is not believed:
 * it would hide everybody born since.
 */
export function lastBirthDay(now: Date | undefined): number {
  if (now === undefined || !(now.getTime() >= WRITTEN)) return dayNumber(LAST_BIRTH_YEAR, 12, 31);
  const there = new Date(now.getTime() + HOURS_AHEAD * 3_600_000);
  return dayNumber(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate());
}

/** A day as a number that sorts: YYYYMMDD. */
export function dayNumber(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

const FIRST_BIRTH_YEAR = 1905;
const LAST_BIRTH_YEAR = 2035;
const WRITTEN = Date.UTC(2026, 0, 1);
/** Danish time in summer; in winter the last hour of a day counts as the next. */
const HOURS_AHEAD = 2;

function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
