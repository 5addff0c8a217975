import { EMPTY, hashUnit } from './hashing.ts';
import {
  DIGIT,
  type Letters,
  LINE_BREAK,
  LOWER_CASE,
  SIGN,
  SPACE,
  TAB,
  TABLED,
  UPPER_CASE,
} from './letters.ts';
import {
  ALL_CAPS,
  BEGINS_BLOCK,
  BEGINS_LINE,
  BEGINS_SENTENCE,
  CAPITALISED,
  INITIAL,
  LOWER_WORD,
  MARK,
  NUMBER,
  TokenColumns,
  type Tokens,
} from './token-columns.ts';

/** From so many spaces on, two cells of a table stand beside each other. */
const WIDE_GAP = 3;

/** A longer word is no name; it is cut so that one endless word costs no more than its length. */
const LONGEST = 60;

/**
 * Cuts a text into tokens. Kept in one: words with hyphens and apostrophes inside ("Bang-Olufsen", "O'Brien"), initials
 * with their periods ("H.C."), "A/S", numbers with periods and commas, and a word that a hyphen and a line break part.
 */
export function tokensOf(text: string, { classes, lower, folded }: Letters): Tokens {
  const columns = new TokenColumns(Math.min(text.length, 64 + (text.length >> 2)));
  const length = text.length;
  let begins = BEGINS_SENTENCE | BEGINS_LINE | BEGINS_BLOCK;
  let sentenceMayEnd = false;
  let lineBreaks = 0;
  let gap = 0;
  let at = 0;

  const classAt = (place: number): number => {
    const unit = text.charCodeAt(place);
    return unit < TABLED ? (classes[unit] ?? SIGN) : SIGN;
  };
  const isWordClass = (kind: number): boolean => kind >= LOWER_CASE;

  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = unit < TABLED ? (classes[unit] ?? SIGN) : SIGN;
    if (kind === SPACE || kind === LINE_BREAK || kind === TAB) {
      if (kind === LINE_BREAK) {
        if (unit !== 13) lineBreaks += 1;
        begins |= lineBreaks > 1 ? BEGINS_LINE | BEGINS_BLOCK | BEGINS_SENTENCE : BEGINS_LINE;
      } else if (kind === TAB) {
        begins |= BEGINS_BLOCK | BEGINS_SENTENCE;
      }
      // Columns of a table that gaps part.
      gap = kind === SPACE ? gap + 1 : 0;
      if (gap >= WIDE_GAP) begins |= BEGINS_BLOCK | BEGINS_SENTENCE;
      if (sentenceMayEnd) begins |= BEGINS_SENTENCE;
      at += 1;
      continue;
    }
    lineBreaks = 0;
    gap = 0;
    const start = at;
    if (kind === SIGN) {
      at += 1;
      const mapped = unit < TABLED ? (lower[unit] ?? unit) : sameSign(unit);
      const hash = hashUnit(EMPTY, mapped);
      columns.add(start, at, hash, hash, 0, 0, hash, MARK, begins);
      const ends = unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026;
      sentenceMayEnd = ends || (sentenceMayEnd && (mapped === 0x22 || unit === 0x29));
      begins = 0;
      continue;
    }
    let lowerHash = EMPTY;
    let foldedHash = EMPTY;
    let stem = 0;
    let head = 0;
    let shape = EMPTY;
    let lastClass = SIGN;
    let lastSign = 0;
    let run = 0;
    let capitals = 0;
    let smalls = 0;
    let letters = 0;
    for (;;) {
      const inner = text.charCodeAt(at);
      const innerKind = inner < TABLED ? (classes[inner] ?? SIGN) : SIGN;
      if (isWordClass(innerKind)) {
        run = innerKind === lastClass ? run + 1 : 1;
        lastClass = innerKind;
        stem = (inner | 0x20) === SMALL_S ? (lastSign === APOSTROPHE ? stem : foldedHash) : 0;
        lastSign = 0;
        if (innerKind === DIGIT) {
          lowerHash = hashUnit(lowerHash, 0x30);
          foldedHash = hashUnit(foldedHash, 0x30);
        } else {
          lowerHash = hashUnit(lowerHash, lower[inner] ?? 0);
          foldedHash = hashUnit(foldedHash, folded[inner] ?? 0);
          letters += 1;
          if (innerKind === UPPER_CASE) capitals += 1;
          else smalls += 1;
        }
        if (run <= 2) shape = hashUnit(shape, innerKind);
        at += 1;
        if (at - start >= LONGEST) {
          while (isWordClass(classAt(at))) at += 1;
          break;
        }
        continue;
      }
      const taken = innerSign(text, at, inner, innerKind, lastClass, classAt);
      if (taken === 0) break;
      if (inner === 0xad || taken > 1) {
        at += taken; // parted only by the layout
        continue;
      }
      const sign = sameSign(inner);
      stem = foldedHash;
      if (sign === HYPHEN && head === 0 && classAt(at + 1) === UPPER_CASE) head = foldedHash;
      lastSign = sign;
      lowerHash = hashUnit(lowerHash, sign);
      foldedHash = hashUnit(foldedHash, sign);
      shape = hashUnit(shape, sign);
      lastClass = SIGN;
      at += 1;
    }
    const firstIsUpper = kind === UPPER_CASE;
    let tokenKind = LOWER_WORD;
    if (kind === DIGIT) tokenKind = NUMBER;
    else if (at - start <= 8 && endsInitial(text, start, at, letters, smalls, capitals, lower)) {
      const period = text.charCodeAt(at) === 0x2e;
      if (period) {
        lowerHash = hashUnit(lowerHash, 0x2e);
        foldedHash = hashUnit(foldedHash, 0x2e);
        shape = hashUnit(shape, 0x2e);
        at += 1;
      }
      tokenKind = INITIAL;
    } else if (firstIsUpper) tokenKind = capitals > 1 && smalls === 0 ? ALL_CAPS : CAPITALISED;
    else if (capitals > 0 && smalls < 4) tokenKind = CAPITALISED;
    columns.add(start, at, lowerHash, foldedHash, letters > 3 ? stem : 0, head, shape, tokenKind, begins);
    sentenceMayEnd = false;
    begins = 0;
  }
  return columns.finish(length);
}

const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
const SMALL_S = 0x73;

/** One sign for all its writings: quotation marks, apostrophes, hyphens and dashes. */
function sameSign(unit: number): number {
  if (unit === 0x2019 || unit === 0x2018 || unit === 0x60 || unit === 0xb4) return APOSTROPHE;
  if (unit === 0x2010 || unit === 0x2011) return HYPHEN;
  if (unit >= 0x2012 && unit <= 0x2015) return 0x2013;
  if (unit === 0x201c || unit === 0x201d || unit === 0x201e || unit === 0xab || unit === 0xbb) return 0x22;
  return unit;
}

/** How many code units a sign inside a word takes that goes on behind it; 0 when the word ends here. */
function innerSign(
  text: string,
  at: number,
  unit: number,
  kind: number,
  last: number,
  classAt: (place: number) => number,
): number {
  if (kind !== SIGN && kind !== LINE_BREAK) return 0;
  const sign = sameSign(unit);
  const next = classAt(at + 1);
  if (sign === HYPHEN || unit === 0xad) {
    if (next >= LOWER_CASE && next !== DIGIT) return 1;
    if (next === LINE_BREAK && last === LOWER_CASE) {
      const behind = text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? at + 3 : at + 2;
      return classAt(behind) >= LOWER_CASE && classAt(behind) !== DIGIT && classAt(behind + 1) === LOWER_CASE
        ? behind - at
        : 0;
    }
    return 0;
  }
  if (sign === APOSTROPHE) return last !== DIGIT && next >= LOWER_CASE && next !== DIGIT ? 1 : 0;
  if (last === DIGIT) return (unit === 0x2e || unit === 0x2c) && next === DIGIT ? 1 : 0;
  // "H.C.", "J.-V.", "A/S": single capitals
  if (last !== UPPER_CASE || classAt(at - 2) >= LOWER_CASE || next !== UPPER_CASE) return 0;
  const single = classAt(at + 2) < LOWER_CASE;
  if (unit === 0x2f) return single ? 1 : 0;
  return unit === 0x2e && single ? 1 : 0;
}

/** Whether what was read is one or more initials: "H" before a period, "H.C", "J-V"; or "Chr" and its like. */
function endsInitial(
  text: string,
  start: number,
  end: number,
  letters: number,
  smalls: number,
  capitals: number,
  lower: Uint16Array,
): boolean {
  if (capitals === 0) return false;
  const period = text.charCodeAt(end) === 0x2e;
  if (smalls === 0)
    return period && letters <= 4 && letters * 2 - 1 === end - start && noSlash(text, start, end);
  if (!period || capitals !== 1 || end - start > 5) return false;
  let hash = EMPTY;
  for (let at = start; at < end; at += 1) hash = hashUnit(hash, lower[text.charCodeAt(at)] ?? 0);
  return SHORTENED.has(hash);
}

function noSlash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === 0x2f) return false;
  return true;
}

/** Given names that are written short, with a period. */
const SHORTENED: ReadonlySet<number> = new Set(
  ['chr', 'th', 'aa', 'joh', 'fr', 'alb', 'wm', 'chas', 'jr', 'sr', 'kgl', 'kgs', 'sct', 'skt', 'st'].map(
    (word) => Array.from(word).reduce((hash, letter) => hashUnit(hash, letter.charCodeAt(0)), EMPTY),
  ),
);
