import { travelDocumentDigit } from '../identifiers/check-digits.ts';

/** Where a zone begins and ends in the text. */
export interface Zone {
  readonly start: number;
  readonly end: number;
}

/**
 * Machine-readable zones that a reader of pictures got partly wrong: a letter for a digit, a sign too many, fillers that
 * were miscounted or taken for other signs, blanks, small letters. What was put right is believed only if the check digits
 * of number, birth and expiry all hold and both dates are dates. Linear in the length of the text.
 */
export function misreadZones(text: string): Zone[] {
  const lines = linesOf(text);
  const zones: Zone[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    const [first, second, third] = [lines[at], lines[at + 1], lines[at + 2]];
    if (first === undefined || second === undefined || first.next !== second.index) continue;
    if (!first.signs.includes('<') || !second.signs.includes('<')) continue;
    if (isLarge(second.signs, 44) || isLarge(second.signs, 36)) {
      zones.push({ start: first.start, end: second.end });
      at += 1;
    } else if (third?.index === second.next && isCard(first.signs, second.signs)) {
      zones.push({ start: first.start, end: third.end });
      at += 2;
    }
  }
  return zones;
}

interface ZoneLine extends Zone {
  /** Its number among the lines that are not blank, and that of the one below. */
  readonly index: number;
  readonly next: number;
  readonly signs: string;
}

/** The lines that could be of a zone. */
function linesOf(text: string): ZoneLine[] {
  const lines: ZoneLine[] = [];
  let index = 0;
  for (const { 0: line, index: begin } of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    index++;
    if (line.length > LONGEST_LINE || !ZONE_LINE.test(line)) continue;
    const signs = line.replace(/«/g, '<<').replace(FILLERS, '<').replace(/\s/g, '').toUpperCase();
    const start = begin + line.length - line.trimStart().length;
    const kept = { start, end: begin + line.trimEnd().length, index, next: index + 1, signs };
    if (signs.length >= SHORTEST && signs.length <= LONGEST) lines.push(kept);
  }
  return lines;
}

const LONGEST_LINE = 100;
const [SHORTEST, LONGEST] = [24, 50];
const ZONE_LINE = /^[A-Za-z0-9<«‹≤£€(\s]+$/;
/** What `<` is taken for. */
const FILLERS = /[‹≤£€(]/g;

/** The second line of a passport (44) or a large card (36): number, state, birth, sex, expiry. */
function isLarge(line: string, length: number): boolean {
  return fitted(line, length).some((signs) => {
    const [number, birth, expiry] = [signs.slice(0, 10), signs.slice(13, 20), signs.slice(21, 28)];
    return isDated(birth) && isDated(expiry) && isNumbered(number);
  });
}

/** The first two lines of a small card: number in the one, birth and expiry in the other. */
function isCard(first: string, second: string): boolean {
  return (
    fitted(second, 30).some((signs) => isDated(signs.slice(0, 7)) && isDated(signs.slice(8, 15))) &&
    fitted(first, 30).some((signs) => isNumbered(signs.slice(5, 15)))
  );
}

/** The line at its right length: fillers added or taken away, or one of two signs left out that were read for one (0O). */
function fitted(line: string, length: number): string[] {
  const off = line.length - length;
  if (off === 0) return [line];
  if (Math.abs(off) > MOST_MISCOUNTED) return [];
  const run = /<{4,}/.exec(line);
  const lines: string[] = [];
  if (run !== null) {
    const fillers = '<'.repeat(Math.max(0, run[0].length - off));
    lines.push(line.slice(0, run.index) + fillers + line.slice(run.index + run[0].length));
  }
  if (off === 1)
    for (let at = 0; at + 1 < line.length; at++)
      if (line[at] !== line[at + 1] && asDigits(line[at] ?? '') === asDigits(line[at + 1] ?? ''))
        lines.push(line.slice(0, at) + line.slice(at + 1), line.slice(0, at + 1) + line.slice(at + 2));
  return lines.filter((signs) => signs.length === length);
}

const MOST_MISCOUNTED = 3;

/** A date, year first, with its check digit. */
function isDated(field: string): boolean {
  const digits = asDigits(field);
  if (!/^\d{7}$/.test(digits)) return false;
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && holds(digits);
}

/** A document's number with its check digit: as it stands, or with signs put right that are taken for each other. */
function isNumbered(field: string): boolean {
  const own = field.slice(0, 9);
  const check = asDigits(field.slice(9));
  if (!/^(?=.*\d)[A-Z0-9]{3,9}<*$/.test(own) || !/^\d$/.test(check)) return false;
  const withDigits = own.slice(0, 1) + asDigits(own.slice(1));
  return [own, withDigits, asDigits(own)].some((number) => holds(number + check));
}

function holds(field: string): boolean {
  return String(travelDocumentDigit(field.slice(0, -1))) === field.at(-1);
}

function asDigits(field: string): string {
  return field.replace(/[OQDILZSBGT]/g, (sign) => TAKEN_FOR[sign] ?? sign);
}

const TAKEN_FOR: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  T: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};
