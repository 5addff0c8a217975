/** Whether there is such a day in the Gregorian calendar; with `year` null in some year (29 February is one). */
export function isDay(day: number, month: number, year: number | null): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= daysIn(month, year);
}

/**
 * Whether somebody who lives could be born then. Pure code has no clock: move the last year on with releases.
 */
export function isBirthYear(year: number): boolean {
  return year >= 1905 && year <= 2035;
}

function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
