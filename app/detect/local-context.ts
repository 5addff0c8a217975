import { hasLetter } from './characters.ts';
import type { NamedKind } from './naming-vocabulary.ts';
import { namingWords } from './naming-words.ts';

/** What stands beside a place: what the words before and after it name it, and whether they stand right at it. */
export interface LocalContext {
  readonly before: Named | null;
  readonly after: Named | null;
}

export interface Named {
  readonly kind: NamedKind;
  /** At most a dozen characters lie between: "Ordrenr.: 12345", not "vi takker for din ordre og sender ... 12345". */
  readonly adjacent: boolean;
}

/**
 * The naming words beside `start`-`end`. Local by design: a phrase in another sentence, another cell of a known table
 * or beyond another number says nothing. Before: the last word within 60 characters, on the same line, or alone on the
 * line above when the place begins its line (a form). After: the first within 40 characters of the same line and
 * sentence, unless a number follows it, which it then names instead ("010180-1234 ordrenr. 77").
 */
export function localContext(text: string, start: number, end: number, inTable = false): LocalContext {
  return { before: namedBefore(text, start, inTable), after: namedAfter(text, end, inTable) };
}

const BEFORE = 60;
const AFTER = 40;
const ADJACENT = 12;
const ADJACENT_AFTER = 8;
const LABEL_LINE = 30;
const ANOTHER_NUMBER = /\d(?:[ .\-\u00a0]?\d){5}/g;

function namedBefore(text: string, start: number, inTable: boolean): Named | null {
  if (!hasLetter(text, start - BEFORE, start)) return null;
  let before = text.slice(Math.max(0, start - BEFORE), start).toLowerCase();
  if (inTable) before = before.slice(before.lastIndexOf('\t') + 1);
  before = labelPart(before);
  let otherEnd = 0;
  for (const number of before.matchAll(ANOTHER_NUMBER)) otherEnd = number.index + number[0].length;
  before = before.slice(otherEnd);
  const word = namingWords(before).at(-1);
  return word ? { kind: word.kind, adjacent: before.length - word.end <= ADJACENT } : null;
}

/** The line that the place stands on, or a short line above it when that can only be its label. */
function labelPart(before: string): string {
  const lineBreak = before.lastIndexOf('\n');
  if (lineBreak < 0) return before;
  const line = before.slice(lineBreak + 1);
  if (line.trim() !== '') return line;
  const above = before.slice(before.lastIndexOf('\n', lineBreak - 1) + 1, lineBreak).trimEnd();
  return above.includes('\t') || above.length > LABEL_LINE ? '' : above;
}

function namedAfter(text: string, end: number, inTable: boolean): Named | null {
  if (!hasLetter(text, end, end + AFTER)) return null;
  const ahead = text.slice(end, end + AFTER);
  const stop = ahead.search(inTable ? /[\n\t]/ : /\n|[.!?]\s+\p{Lu}/u);
  const after = (stop < 0 ? ahead : ahead.slice(0, stop)).toLowerCase();
  const word = namingWords(after)[0];
  if (!word || /\d/.test(after.slice(0, word.start))) return null;
  const namesNext = /^[^\d\n]{0,10}\d/.test(ahead.slice(word.end));
  return namesNext ? null : { kind: word.kind, adjacent: word.start <= ADJACENT_AFTER };
}
