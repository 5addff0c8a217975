import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';

/** A pattern that can be used. */
export interface Pattern {
  /** Its places in order, none overlapping another. */
  placesIn(text: string): { readonly start: number; readonly end: number }[];
  fitsAllOf(value: string): boolean;
}

/**
 * Why a pattern cannot be used. `part` is the piece of it that is wrong and `at` where that begins, counted from 1;
 * null where the fault is of the whole.
 */
export interface PatternFault {
  readonly fault: PatternFaultKind;
  readonly part: string;
  readonly at: number | null;
}

export type PatternFaultKind =
  (typeof FAULTS)[number][1] | 'matches-nothing-at-all' | 'too-large' | 'not-understood';

/**
 * A regular expression in RE2's language, which has no look-around and no back references: in return its cost is linear
 * in the text, whoever wrote it. It is looked for in each line by itself; `^` and `$` are a line's ends. What it finds
 * is at most `LONGEST_MATCH` long. `\w`, `\d` and `\b` know the English letters only, as RE2's do; `\pL` is any letter.
 */
export function compilePattern(
  source: string,
  { matchCase }: { matchCase: boolean },
): Pattern | PatternFault {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(source, RE2JS.MULTILINE | (matchCase ? 0 : RE2JS.CASE_INSENSITIVE));
  } catch (error) {
    return faultOf(error, source);
  }
  if (pattern.programSize() > LARGEST) return { fault: 'too-large', part: source, at: null };
  if (SAMPLES.some((sample) => findsNothing(pattern, sample)))
    return { fault: 'matches-nothing-at-all', part: source, at: null };
  return {
    placesIn: (text) => (pattern.test(text) ? placesByLine(pattern, text) : []),
    fitsAllOf: (value) => pattern.matches(value),
  };
}

/** Whether what `compilePattern` gave is the reason why it could not. */
export function isPatternFault(compiled: Pattern | PatternFault): compiled is PatternFault {
  return 'fault' in compiled;
}

/** In UTF-16 code units. */
export const LONGEST_MATCH = 200;

/** Steps of the compiled program: the cost of a character of text. */
const LARGEST = 1000;

/** Whatever finds an empty place in one of these would find one at every character of a file. */
const SAMPLES = ['', 'a', 'a b', 'Ø 1, 2.'];

function findsNothing(pattern: RE2JS, sample: string): boolean {
  const matcher = pattern.matcher(sample);
  while (matcher.find()) if (matcher.end() === matcher.start()) return true;
  return false;
}

/**
 * Line by line, and long lines in pieces: what a pattern may look at for one place is bounded, or else a pattern with
 * many places, each of which first looks to the end of the text, costs the square of its length.
 */
function placesByLine(pattern: RE2JS, text: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let lineStart = 0; lineStart < text.length;) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    placesInLine(pattern, text, lineStart, lineEnd, places);
    lineStart = lineEnd + 1;
  }
  return places;
}

const PIECE = 1024;

function placesInLine(
  pattern: RE2JS,
  text: string,
  lineStart: number,
  lineEnd: number,
  places: { start: number; end: number }[],
): void {
  for (let from = lineStart; from < lineEnd;) {
    const to = Math.min(lineEnd, from + PIECE);
    const isLast = to === lineEnd;
    const matcher = pattern.matcher(text.slice(from, to));
    let next = isLast ? lineEnd : to - LONGEST_MATCH;
    while (matcher.find()) {
      const start = from + matcher.start();
      const end = from + matcher.end();
      // What begins near the end of a piece is looked for again in the next, which sees all of it.
      if (!isLast && start >= to - LONGEST_MATCH) break;
      if (end > start && end - start <= LONGEST_MATCH) places.push({ start, end });
      next = isLast ? lineEnd : Math.max(next, end);
    }
    from = next;
  }
}

const FAULTS = [
  ['missing closing ]', 'open-bracket'],
  ['missing closing )', 'open-parenthesis'],
  ['unexpected )', 'stray-parenthesis'],
  ['missing argument to repetition operator', 'nothing-to-repeat'],
  ['invalid nested repetition operator', 'repeated-twice'],
  ['invalid repeat count', 'repeat-count'],
  ['invalid character class range', 'range'],
  ['invalid escape sequence', 'escape'],
  ['trailing backslash', 'last-backslash'],
  ['invalid or unsupported Perl syntax', 'unsupported'],
  ['invalid named capture', 'group-name'],
  ['duplicate capture group name', 'group-name'],
  ['expression nests too deeply', 'too-large'],
  ['expression too large', 'too-large'],
] as const;

function faultOf(error: unknown, source: string): PatternFault {
  if (!(error instanceof RE2JSException)) throw error;
  const known = FAULTS.find(([words]) => error.message.includes(words));
  const said = error instanceof RE2JSSyntaxException ? String(error.input) : source;
  // Of the whole it speaks with our flags in front.
  const part = said.endsWith(source) ? source : said;
  const at = source.indexOf(part);
  return { fault: known?.[1] ?? 'not-understood', part, at: at === -1 || part === source ? null : at + 1 };
}
