import { isDigit, isLetter } from '../characters.ts';
import { readPhone } from './phone-number.ts';

/** Where a text has something written like a phone number that the numbering plan allows, and how it is written. */
export interface PhonePlace {
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
}

type Writing =
  | 'eight-digits'
  | 'international-writing'
  | 'international-not-in-use'
  | 'digits-in-pairs'
  | 'digits-in-fours'
  | 'digits-in-other-groups'
  | 'trunk-zero-writing'
  | 'american-writing'
  | 'behind-its-label';

/** All places in order of start, each at most 30 characters long; places of different writings may overlap. */
export function phonePlaces(text: string): PhonePlace[] {
  const places = [...internationalPlaces(text), ...danishPlaces(text), ...foreignPlaces(text)];
  return places.sort((a, b) => a.start - b.start);
}

/** +45 12 34 56 78, (+45) 12345678, 0045 12 34 56 78, +46 (0)70-123 45 67. */
function internationalPlaces(text: string): PhonePlace[] {
  const places: PhonePlace[] = [];
  let last = -1;
  for (const match of text.matchAll(INTERNATIONAL)) {
    if (match.index < last || isJoinedBefore(text, match.index)) continue;
    const place = internationalPlace(text, match.index);
    if (!place) continue;
    places.push(place);
    last = place.end;
  }
  return places;
}

const INTERNATIONAL =
  /(?:\(\+|(?<![\d(+])\+[ \u00a0]?|(?<![\d.,+-])00[ \u00a0]?)(?=[1-9][\d ().\-/\u00a0]{6})/g;
const SHORTEST = 8;
const LONGEST = 30;

/** Takes groups of digits as far as they go, then gives back group by group until it is a number in use. */
function internationalPlace(text: string, start: number): PhonePlace | null {
  let possible: PhonePlace | null = null;
  for (const end of groupEnds(text, start).slice(-5).reverse()) {
    if (end - start < SHORTEST || isDigit(text.charCodeAt(end))) continue;
    const extension = text.charAt(end) === 'x' && isDigit(text.charCodeAt(end + 1));
    if (isLetter(text.charCodeAt(end)) && !extension) continue;
    const reading = readPhone(text.slice(start, end));
    if (reading?.inUse) return { start, end, writing: 'international-writing' };
    if (reading) possible ??= { start, end, writing: 'international-not-in-use' };
  }
  return possible;
}

/** The end of each group of digits from `start` on, as long as one separator, or a bracket and a space, stand between. */
function groupEnds(text: string, start: number): number[] {
  const ends: number[] = [];
  let separators = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST); at += 1) {
    const character = text.charAt(at);
    if (character >= '0' && character <= '9') {
      separators = 0;
      const next = text.charAt(at + 1);
      if (next < '0' || next > '9') ends.push(at + 1);
    } else if (at > start + 1 && !'()'.includes(character)) {
      separators += 1;
      if (separators > 1 || !' \u00a0./-'.includes(character)) break;
    }
  }
  return ends;
}

/** Eight digits from 2 on: in one, in pairs, 4+4, 2+3+3, 2+6. */
function danishPlaces(text: string): PhonePlace[] {
  const places: PhonePlace[] = [];
  for (const match of text.matchAll(DANISH)) {
    const written = match[0];
    const end = match.index + written.length;
    const writing = danishWriting(written);
    if (isPartOfMore(text, match.index, end, writing !== 'eight-digits')) continue;
    places.push({ start: match.index, end, writing });
  }
  return places;
}

const DANISH =
  /(?<![\d+])(?:45[ \u00a0](?=[2-9]\d[ \u00a0]?\d\d[ \u00a0]?\d\d[ \u00a0]?\d\d(?!\d)))?[2-9]\d(?:\d{6}|([ \u00a0.-])\d\d\1\d\d\1\d\d|\d\d[ \u00a0-]\d{4}|[ \u00a0]\d{3}[ \u00a0]\d{3}|[ \u00a0]\d{6})(?!\d)/g;

/** Whether letters or digits are joined to it; for a number in groups, also another group of the same length. */
function isPartOfMore(text: string, start: number, end: number, grouped: boolean): boolean {
  if (isJoinedBefore(text, start) || isJoinedAfter(text, end)) return true;
  if (!grouped) return false;
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 8);
  if (/^\d\d\D/.test(text.slice(start, start + 3))) return PAIR_BEFORE.test(before) || PAIR_AFTER.test(after);
  return FOUR_BEFORE.test(before) || FOUR_AFTER.test(after);
}

// A postal code and a town may follow a number: "2345 6789 8000 Aarhus".
const PAIR_BEFORE = /(?:^|\D)\d\d[ \u00a0]$/;
const PAIR_AFTER = /^[ \u00a0]\d\d(?!\d)/;
const FOUR_BEFORE = /(?:^|\D)\d{4}[ \u00a0]$/;
const FOUR_AFTER = /^[ \u00a0]\d{4}(?!\d| \p{Lu})/u;

function isJoinedBefore(text: string, start: number): boolean {
  const unit = text.charCodeAt(start - 1);
  if (!(unit > 0x20)) return false;
  return (
    isLetter(unit) ||
    '_#'.includes(text.charAt(start - 1)) ||
    ('.:-'.includes(text.charAt(start - 1)) && isDigit(text.charCodeAt(start - 2)))
  );
}

function isJoinedAfter(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  if (!(unit > 0x20)) return false;
  return (
    isLetter(unit) ||
    unit === UNDERSCORE ||
    ('.:-'.includes(text.charAt(end)) && isDigit(text.charCodeAt(end + 1)))
  );
}

const UNDERSCORE = 0x5f;

function danishWriting(written: string): Writing {
  const national = written.replace(/^45[ \u00a0]/, '');
  if (/^\d{8}$/.test(national)) return national === written ? 'eight-digits' : 'digits-in-other-groups';
  if (/^\d{4}[ \u00a0]\d{4}$/.test(national)) return 'digits-in-fours';
  return /^\d\d([ \u00a0-])\d\d\1\d\d\1\d\d$/.test(national) ? 'digits-in-pairs' : 'digits-in-other-groups';
}

/** (415) 555-0132, 415-555-0132; 090-1234-5678, 070-123 45 67, 01 84 17 61 18. */
function foreignPlaces(text: string): PhonePlace[] {
  const places: PhonePlace[] = [];
  for (const match of text.matchAll(FOREIGN)) {
    const written = match[0];
    const end = match.index + written.length;
    if (isPartOfMore(text, match.index, end, true) || LIKE_DATE.test(written)) continue;
    const digits = written.replace(/\D/g, '').length;
    if (digits < 9 || digits > 11 || readPhone(written) === null) continue;
    places.push({
      start: match.index,
      end,
      writing: written.startsWith('0') ? 'trunk-zero-writing' : 'american-writing',
    });
  }
  return places;
}

const FOREIGN =
  /(?<![\d+])(?:\([2-9]\d\d\) ?[2-9]\d\d[-. ]\d{4}|[2-9]\d\d([-.])[2-9]\d\d\1\d{4}|0[1-9]\d{0,3}(?:[-/ .]\d{2,4}){2,4})(?!\d)/g;
const LIKE_DATE = /^\d\d([./ -])\d\d\1(?:19|20)\d\d/;
