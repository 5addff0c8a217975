/**
 * What the ten digits of a CPR number say. Source: the CPR Office, "Personnummeret i CPR-systemet" (cpr.dk): DDMMYY,
 * then four digits of which the first gives the century together with the year; modulus 11 with the weights 4327654321,
 * which since October 2007 no longer must hold because the numbers of some dates have run out.
 * Substitutes of hospitals and administrative numbers are cpr-variants.ts's.
 */
export interface CprReading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly modulus11: boolean;
}

/** Reads ten digits; null when they are no date, or end in the serial 0000, which is not given out. */
export function readCpr(digits: string): CprReading | null {
  const day = number(digits, 0);
  const month = number(digits, 2);
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const year = birthYear(number(digits, 4), digits.charCodeAt(6) - ZERO);
  if (day > daysIn(month, year) || digits.endsWith('0000')) return null;
  return { year, month, day, modulus11: holdsModulus11(digits) };
}

/** The table of the CPR Office: digit 7 and the two-digit year give the century (1858-2057). */
function birthYear(yearOfCentury: number, digit7: number): number {
  if (digit7 <= 3) return 1900 + yearOfCentury;
  if (digit7 === 4 || digit7 === 9) return (yearOfCentury <= 36 ? 2000 : 1900) + yearOfCentury;
  return (yearOfCentury <= 57 ? 2000 : 1800) + yearOfCentury;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function holdsModulus11(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at += 1) sum += (digits.charCodeAt(at) - ZERO) * (WEIGHTS.charCodeAt(at) - ZERO);
  return sum % 11 === 0;
}

function number(digits: string, at: number): number {
  return (digits.charCodeAt(at) - ZERO) * 10 + digits.charCodeAt(at + 1) - ZERO;
}

const ZERO = 48;
const WEIGHTS = '4327654321';
