import { isDigit, isLetterBeyondAscii } from '../characters.ts';
import {
  BOTH,
  DIGITS,
  HYPHEN,
  LETTERS,
  type Make,
  separatorOf,
  type ShapeNode,
  SPACE,
  wordKey,
} from './shapes.ts';

/** Words of letters and digits at `start`-`end` that stand in a shape that somebody's number has. */
export interface WrittenCode {
  readonly start: number;
  readonly end: number;
  readonly shape: ShapeNode;
  /** Letters and digits in capitals, nothing between. */
  readonly compact: string;
}

/**
 * Calls `visit` for everything in the text that is written in a shape of the tree, in order of start, the shorter first
 * where two begin together. Jumps from digit to digit: text without digits costs next to nothing; each word is read at
 * most as often as a shape has words, and a row of numbers only from its first. What is part of a longer code or chain
 * of numbers is left out.
 */
export function visitWrittenCodes(text: string, root: ShapeNode, visit: (code: WrittenCode) => void): void {
  let at = 0;
  DIGIT.lastIndex = 0;
  while (DIGIT.test(text)) {
    const word = wordAround(text, DIGIT.lastIndex - 1, at);
    const lettersBefore = shortWordBefore(text, word.start, at);
    if (lettersBefore >= 0) walk(text, lettersBefore, root, visit);
    walk(text, word.start, root, visit);
    const glued = afterLostSpace(text, word);
    if (glued > word.start) walk(text, glued, root, visit);
    at = word.end;
    DIGIT.lastIndex = at;
  }
  DIGIT.lastIndex = 0;
}

const DIGIT = /\d/g;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly make: Make;
}

function wordAround(text: string, digit: number, from: number): Word {
  let start = digit;
  while (start > from && isWordUnit(text.charCodeAt(start - 1))) start -= 1;
  return wordAt(text, start);
}

function wordAt(text: string, start: number): Word {
  let digits = 0;
  let end = start;
  for (let unit = text.charCodeAt(end); isWordUnit(unit); unit = text.charCodeAt(end)) {
    if (unit <= 0x39) digits += 1;
    end += 1;
  }
  return { start, end, make: digits === end - start ? DIGITS : digits === 0 ? LETTERS : BOTH };
}

/** One to three letters before a number, a space or a hyphen between, as in "AB 12 345"; -1 when there are none. */
function shortWordBefore(text: string, start: number, from: number): number {
  if (separatorOf(text.charCodeAt(start - 1)) === 0) return -1;
  let at = start - 1;
  while (at > from && start - 1 - at <= 3 && isAsciiLetter(text.charCodeAt(at - 1))) at -= 1;
  const letters = start - 1 - at;
  return letters >= 1 && letters <= 3 && !isWordUnit(text.charCodeAt(at - 1)) ? at : -1;
}

/** "id code is030594W903B", "nr123456789": a space was lost, which happens in text out of a PDF. Not found: 0. */
function afterLostSpace(text: string, { start, end, make }: Word): number {
  if (make !== BOTH || !isSmallLetter(text.charCodeAt(start + 1))) return 0;
  let at = start;
  while (isSmallLetter(text.charCodeAt(at))) at += 1;
  return end - at >= 9 && isDigit(text.charCodeAt(at)) ? at : 0;
}

function walk(text: string, from: number, root: ShapeNode, visit: (code: WrittenCode) => void): void {
  if (isJoinedBefore(text, from)) return;
  const endsChain = separatorOf(text.charCodeAt(from - 1)) === SPACE && isDigit(text.charCodeAt(from - 2));
  let node = root;
  let separator = 0;
  let compact = '';
  let at = from;
  for (;;) {
    const { end, make } = wordAt(text, at);
    const next = node.next.get(wordKey(separator, make, end - at));
    if (!next) return;
    compact += text.slice(at, end);
    if (next.takers.length > 0 && !isJoinedAfter(text, end) && !(next.spaced && goesOn(text, end))) {
      visit({
        start: from,
        end,
        shape: next,
        compact: make === DIGITS && node === root ? compact : compact.toUpperCase(),
      });
    }
    if (next.next.size === 0) return;
    node = next;
    at = end;
    [separator, at] = afterSeparator(text, end);
    if (separator === 0 || (separator === SPACE && endsChain)) return;
  }
}

/** The separator after a word and where the next word begins. Spaces about a hyphen belong to it: "880320 - 0016". */
function afterSeparator(text: string, end: number): [number, number] {
  const separator = separatorOf(text.charCodeAt(end));
  if (separator === 0) return [0, end];
  const next = separatorOf(text.charCodeAt(end + 1));
  if (next === 0) return [separator, end + 1];
  if (separator === HYPHEN && next === SPACE) return [HYPHEN, end + 2];
  if (separator === SPACE && next === HYPHEN) {
    return [HYPHEN, separatorOf(text.charCodeAt(end + 2)) === SPACE ? end + 3 : end + 2];
  }
  return [0, end];
}

/** Letters, or a sign that joins it to letters or digits: the end of a longer code, a path, a decimal, an address. */
function isJoinedBefore(text: string, start: number): boolean {
  const unit = text.charCodeAt(start - 1);
  if (!(unit > 0x20)) return false;
  if (unit === UNDERSCORE || unit === AT || isLetterBeyondAscii(unit)) return true;
  return JOINING.has(unit) && isWordUnit(text.charCodeAt(start - 2));
}

function isJoinedAfter(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  if (!(unit > 0x20)) return false;
  if (unit === UNDERSCORE || unit === AT || isLetterBeyondAscii(unit)) return true;
  return JOINING.has(unit) && isWordUnit(text.charCodeAt(end + 1));
}

const UNDERSCORE = 0x5f;
const AT = 0x40;
const JOINING = new Set(Array.from('-./:,+', (sign) => sign.charCodeAt(0)));

/** Groups between spaces with one more group of digits behind them are another number's. */
function goesOn(text: string, end: number): boolean {
  return separatorOf(text.charCodeAt(end)) === SPACE && isDigit(text.charCodeAt(end + 1));
}

function isWordUnit(unit: number): boolean {
  return isDigit(unit) || isAsciiLetter(unit);
}

function isAsciiLetter(unit: number): boolean {
  return isSmallLetter(unit) || (unit >= 0x41 && unit <= 0x5a);
}

function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
