import { isDigit, isLetter } from './characters.ts';
import type { NamedKind } from './naming-vocabulary.ts';
import { namingWords, nearestOf } from './naming-words.ts';

/** What stands beside a place: what the words before and after it name it, and whether they stand right at it. */
export interface LocalContext {
  readonly before: Named | null;
  readonly after: Named | null;
}

export interface Named {
  readonly kind: NamedKind;
  /** At most a dozen characters lie between: "Ordrenr.: 12345", not "vi takker for din ordre og sender ... 12345". */
  readonly adjacent: boolean;
  /** How many characters lie between. */
  readonly distance: number;
}

/** The text beside a place that may name it, in lower case: `ahead` goes on where `after` was cut. */
export interface Beside {
  readonly before: string;
  readonly after: string;
  readonly ahead: string;
}

/** A detector's own word beside a place, as `Named` is one of the common vocabulary. */
export interface OwnWord {
  readonly side: 'before' | 'after';
  readonly adjacent: boolean;
  readonly distance: number;
}

/**
 * The naming words beside `start`-`end`. Local by design: a phrase in another sentence, another cell of a known table
 * or beyond another number says nothing. Before: the last word within 60 characters, on the same line, or alone on the
 * line above when the place begins its line (a form). After: the first within 40 characters of the same line and
 * sentence, unless a number follows it, which it then names instead ("010180-1234 ordrenr. 77").
 */
export function localContext(text: string, start: number, end: number, inTable = false): LocalContext {
  return namesIn(textBeside(text, start, end, inTable));
}

/** The text that `localContext` looks at, for detectors that have words of their own to look for in it. */
export function textBeside(text: string, start: number, end: number, inTable = false): Beside {
  const before = hasWordBefore(text, start) ? textBefore(text, start, end, inTable) : '';
  if (!hasWordAfter(text, end)) return { before, after: '', ahead: '' };
  const ahead = text.slice(end, end + AFTER);
  const stop = ahead.search(inTable ? TABLE_STOP : STOP);
  return { before, after: (stop < 0 ? ahead : ahead.slice(0, stop)).toLowerCase(), ahead };
}

const TABLE_STOP = /[\n\t]/;
const STOP = /\n|[.!?]\s+\p{Lu}/u;

/** Whether a letter stands before the place with no other number between, so that rows of numbers cost little. */
function hasWordBefore(text: string, start: number): boolean {
  let digits = 0;
  let separators = 0;
  for (let at = start - 1; at >= Math.max(0, start - BEFORE); at -= 1) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      digits += 1;
      separators = 0;
      if (digits === 6) return false;
    } else if (isLetter(unit)) {
      return true;
    } else {
      separators += 1;
      if (separators > 1 || !isNumberSeparator(unit)) digits = 0;
    }
  }
  return false;
}

/** Whether a letter stands behind the place, on its line, before any digit: no other word could name it. */
function hasWordAfter(text: string, end: number): boolean {
  for (let at = end; at < Math.min(text.length, end + AFTER); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || isDigit(unit)) return false;
    if (isLetter(unit)) return true;
  }
  return false;
}

const NEWLINE = 10;

/** What ANOTHER_NUMBER allows between two digits. */
function isNumberSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x2e || unit === 0x2d || unit === 0xa0;
}

export function namesIn({ before, after, ahead }: Beside): LocalContext {
  return { before: namedBefore(before), after: namedAfter(after, ahead) };
}

/** The detector's own word nearest to the place: before it, otherwise after it. `words` is a global pattern. */
export function ownWordIn({ before, after, ahead }: Beside, words: RegExp): OwnWord | null {
  let last = -1;
  if (before !== '') {
    words.lastIndex = 0;
    while (words.test(before)) last = words.lastIndex;
  }
  if (last >= 0) {
    const distance = before.length - last;
    return { side: 'before', adjacent: distance <= ADJACENT, distance };
  }
  if (after === '') return null;
  words.lastIndex = 0;
  const match = words.exec(after);
  if (!match || !namesThePlace(after, ahead, match.index, words.lastIndex)) return null;
  return { side: 'after', adjacent: match.index <= ADJACENT_AFTER, distance: match.index };
}

const BEFORE = 60;
const AFTER = 40;
const ADJACENT = 12;
const ADJACENT_AFTER = 8;
const LABEL_LINE = 30;
const ANOTHER_NUMBER = /\d(?:[ .\-\u00a0]?\d){5,}/g;

function textBefore(text: string, start: number, end: number, inTable: boolean): string {
  let before = inItsSentence(text.slice(Math.max(0, start - BEFORE), start)).toLowerCase();
  if (inTable) before = before.slice(before.lastIndexOf('\t') + 1);
  before = labelPart(before);
  ANOTHER_NUMBER.lastIndex = 0;
  const others = Array.from(before.matchAll(ANOTHER_NUMBER), ({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  return before.slice(...wordsOver(before, others, formOf(text.slice(start, end))));
}

/** What stands behind the last sentence's end; a dot behind an abbreviation or a label ends none. */
function inItsSentence(before: string): string {
  if (!/[.!?]\s/.test(before)) return before;
  let from = 0;
  for (const match of before.matchAll(SENTENCE_END)) {
    const [all, word = '', next = ''] = match;
    // Right before the number, "kt." and "pnr." are labels of some country's.
    const labels = next === '' && (word.length <= 4 || namingWords(word.toLowerCase()).length > 0);
    if (!labels && !ABBREVIATED.test(word)) from = match.index + all.length;
  }
  return before.slice(from);
}

const SENTENCE_END = /([\p{L}\d)]{2,})[.!?]\s+(?=(\p{Lu})|$)/gu;
const ABBREVIATED =
  /(?:nr|no|tlf|tel|mob|ref|pers|cpr|cvr|kl|ca|vedr|ang|att|inkl|ekskl|evt|jf|dr|hr|fr|mr|mrs|st|stk|kr|dvs|mv|bl)$/i;

/** Behind the last number; but what stands before "111, 222 og" is said of the number behind it as well. */
function wordsOver(before: string, others: readonly (readonly number[])[], form: string): [number, number] {
  let to = before.length;
  for (const [start = 0, end = 0] of others.toReversed()) {
    const isListed = ENUMERATED.test(before.slice(end, to)) && formOf(before.slice(start, end)) === form;
    if (!isListed) return [end, to];
    to = start;
  }
  return [0, to];
}

/** How a number is written: "2019-12 og 010180-1234" are two things, "12-34 og 56-78" are a list. */
function formOf(written: string): string {
  return written.replace(/\d/g, '9');
}

/** What stands between the numbers of one list in a sentence. */
const ENUMERATED = /^\s?(?:,|&|(?:,\s?)?(?:og|and|eller|or|samt))\s?$/;

function namedBefore(before: string): Named | null {
  const word = before === '' ? null : nearestOf(namingWords(before), before);
  if (!word) return null;
  const distance = before.length - word.end;
  const isOfSomebody = SOMEBODYS.test(before.slice(word.end));
  if (isOfSomebody && OF_A_DEAL.includes(word.kind)) return null;
  return { kind: word.kind, adjacent: distance <= ADJACENT && !isOfSomebody, distance };
}

/** "Faktura til 010180-1234": the number says whose invoice it is, and is not the invoice's. */
const OF_A_DEAL: readonly NamedKind[] = ['order-number', 'item-number', 'account', 'amount', 'case-number'];
const SOMEBODYS = /(?<!\p{L})(?:til|for|fra|hos|vedr\.?|to|from|of|by)\s\P{N}*$/u;

/** The line that the place stands on, or a short line above it when that can only be its label. */
function labelPart(before: string): string {
  const lineBreak = before.lastIndexOf('\n');
  if (lineBreak < 0) return before;
  const line = before.slice(lineBreak + 1);
  if (line.trim() !== '') return line;
  const above = before.slice(before.lastIndexOf('\n', lineBreak - 1) + 1, lineBreak).trimEnd();
  return above.includes('\t') || above.length > LABEL_LINE ? '' : above;
}

function namedAfter(after: string, ahead: string): Named | null {
  const word = after === '' ? undefined : namingWords(after)[0];
  if (!word || !namesThePlace(after, ahead, word.start, word.end)) return null;
  return { kind: word.kind, adjacent: word.start <= ADJACENT_AFTER, distance: word.start };
}

/** A word behind a place names it when no digit stands between and no number follows the word. */
function namesThePlace(after: string, ahead: string, start: number, end: number): boolean {
  return !/\d/.test(after.slice(0, start)) && !/^[^\d\n]{0,10}\d/.test(ahead.slice(end));
}
