import { dayNumber } from '../../identifiers/calendar.ts';
import { type CprReading, readCpr } from './cpr-number.ts';

/** A number in a form that a CPR number may have; `reading` is null when it is no date. */
export interface CprPlace {
  readonly start: number;
  readonly end: number;
  readonly form: 'plain' | 'hyphen' | 'spaces' | 'parts';
  readonly digits: string;
  /** A date on which nobody is born yet. */
  readonly isAhead: boolean;
  readonly reading: CprReading | null;
  readonly beginsLine: boolean;
}

/** Every number written in a form that a CPR number may have, dates or not: the others tell of the neighbourhood. `lastDay` is YYYYMMDD. */
export function cprPlaces(text: string, lastDay: number): CprPlace[] {
  const places: CprPlace[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const written = match[0];
    const digits = written.length === 10 ? written : written.replace(/\D/g, '');
    const reading = readCpr(digits);
    places.push({
      start: match.index,
      end: match.index + written.length,
      form: formOf(written),
      digits,
      reading,
      isAhead: reading !== null && dayNumber(reading.year, reading.month, reading.day) > lastDay,
      beginsLine: match.index === 0 || text.charCodeAt(match.index - 1) === NEWLINE,
    });
  }
  return places;
}

const PATTERN =
  /(?<!\d)(?:\d{10}|\d{6}(?:[ \u00a0]?[-\u00ad\u2010-\u2015\u2212](?:[ \u00a0]?|[ \t]{0,3}\r?\n[ \t]{0,12})|[ \u00a0\u2009\u202f])\d{4}|\d\d([ .\-/\u00a0])\d\d\1\d\d(?: ?[-\u2010-\u2015\u2212] ?|[ \u00a0])\d{4})(?!\d)/g;

const NEWLINE = 10;

function formOf(written: string): CprPlace['form'] {
  if (written.length === 10) return 'plain';
  if (!/^\d{6}/.test(written)) return 'parts';
  return /^\d{6}\s\d/.test(written) ? 'spaces' : 'hyphen';
}

/** P-numbers are handed out upwards from 1000000000, in one; a CPR number that begins so is of 10 January to March. */
export function likePNumber({ form, digits }: CprPlace): boolean {
  return form === 'plain' && /^10[0-3]/.test(digits);
}
