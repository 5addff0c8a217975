import { isLetter } from '../characters.ts';

/** A stretch of a text, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentence that a place stands in, or the line of a form or table, 160 characters to either side at most. A line
 * break ends it unless the line before is long enough to have been broken by the width of a page.
 */
export function sentenceAround(text: string, { start, end }: Stretch): Stretch {
  const first = Math.max(0, start - FURTHEST);
  const last = Math.min(text.length, end + FURTHEST);
  let from = start;
  while (from > first && !endsBefore(text, from)) from -= 1;
  let to = end;
  while (to < last && !endsBefore(text, to)) to += 1;
  return { start: from, end: Math.max(end, to) };
}

const FURTHEST = 160;

/** Whether a sentence ends right before `at`: behind a full stop and a blank, or behind a line that was not full. */
function endsBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  if (unit === NEWLINE) return !isBrokenLine(text, at - 1);
  if (unit !== SPACE) return false;
  const mark = text.charCodeAt(at - 2);
  if (mark !== 0x2e && mark !== 0x21 && mark !== 0x3f) return false;
  return mark !== 0x2e || (startsSentence(text.charAt(at)) && !isAbbreviation(text, at - 2));
}

function startsSentence(letter: string): boolean {
  return letter !== letter.toLowerCase() || letter === '"' || letter === '»' || letter === '“';
}

/** "nr. ", "Dr. ", "A. ": at most three letters before the full stop, unless they end a longer line of words. */
function isAbbreviation(text: string, stop: number): boolean {
  let letters = 0;
  while (letters < 4 && isLetter(text.charCodeAt(stop - 1 - letters))) letters += 1;
  return letters > 0 && letters < 3;
}

/** A line of running text that goes on in the next one: long, and neither beside an empty line nor before a list. */
function isBrokenLine(text: string, newline: number): boolean {
  if (/[\s\-*•\d]/.test(text.charAt(newline + 1)) || /[.!?:]/.test(text.charAt(newline - 1))) return false;
  for (let at = newline - 1; at > newline - FULL_LINE; at -= 1) {
    const unit = text.charCodeAt(at);
    if (Number.isNaN(unit) || unit === NEWLINE || unit === TAB) return false;
  }
  return true;
}

const FULL_LINE = 50;
const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;
