import { readPhone } from './phone-number.ts';

/** Where a text has something written like a phone number that the numbering plan allows, and how it is written. */
export interface PhonePlace {
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
}

export type Writing =
  | 'eight-digits'
  | 'international-writing'
  | 'digits-in-pairs'
  | 'digits-in-other-groups'
  | 'trunk-zero-writing'
  | 'american-writing';

/** All places, each at most 30 characters long, in no order; places of different writings may overlap. */
export function phonePlaces(text: string): PhonePlace[] {
  return [...internationalPlaces(text), ...danishPlaces(text), ...foreignPlaces(text)];
}

/** +45 12 34 56 78, (+45) 12345678, 0045 12 34 56 78, +46 (0)70-123 45 67. */
function internationalPlaces(text: string): PhonePlace[] {
  const places: PhonePlace[] = [];
  let last = -1;
  for (const match of text.matchAll(INTERNATIONAL)) {
    if (match.index < last) continue;
    const end = internationalEnd(text, match.index);
    if (end < 0) continue;
    places.push({ start: match.index, end, writing: 'international-writing' });
    last = end;
  }
  return places;
}

const INTERNATIONAL = /\(\+[1-9]|(?<![\d(+\p{L}])\+[ \u00a0]?[1-9]|(?<![\d.,+\p{L}-])00[ \u00a0]?[1-9]\d/gu;
const LONGEST = 30;

/** Takes groups of digits as far as they go, then gives back group by group until it is a number. */
function internationalEnd(text: string, start: number): number {
  const ends = groupEnds(text, start);
  for (const end of ends.slice(-5).reverse()) {
    if (/^(?:\d|\p{L}(?!(?<=x)\d))/u.test(text.slice(end, end + 2))) continue;
    if (readPhone(text.slice(start, end)) !== null) return end;
  }
  return -1;
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

/** Whether letters or digits are joined to it; for a number in groups, also another group of the same kind. */
function isPartOfMore(text: string, start: number, end: number, grouped: boolean): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 6);
  if (/[\p{L}_]$|\d[.:-]$|[+#]\d*$/u.test(before) || /^(?:[\p{L}_]|[.:-]\d)/u.test(after)) return true;
  return (
    grouped &&
    (/(?:^|\D)(?:\d\d|\d{4})[ \u00a0]$/.test(before) || /^[ \u00a0](?:\d\d|\d{4})(?!\d| \p{Lu})/u.test(after))
  );
}

function danishWriting(written: string): Writing {
  const national = written.replace(/^45[ \u00a0]/, '');
  if (/^\d{8}$/.test(national)) return national === written ? 'eight-digits' : 'digits-in-other-groups';
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
  /(?<![\d+])(?:\([2-9]\d\d\) ?[2-9]\d\d[-. ]\d{4}|[2-9]\d\d([-.])[2-9]\d\d\1\d{4}|0[1-9]\d{0,3}(?:[-/ ]\d{2,4}){2,4})(?!\d)/g;
const LIKE_DATE = /^\d\d([./ -])\d\d\1(?:19|20)\d\d/;
