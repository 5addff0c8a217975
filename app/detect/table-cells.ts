import type { TextContext } from './finding.ts';
import { isTable } from './table-columns.ts';

/** No cell of any row. */
export const NO_COLUMN = -1;

/**
 * Says which column a place fills a cell of, as a number that all places of one column share; `NO_COLUMN` for a place
 * in running text, or that is only a part of its cell. It needs no header. Rows are lines; their cells stand between
 * tabs, semicolons, bars, commas, or gaps of two spaces and more; the first and the last word of a line, and what is
 * alone on its line, are columns as well. Spaces and quotation marks about a cell do not count, nor do signs between
 * quotation marks. Places are asked for in rising order: the text is walked once.
 */
export function cellColumns(text: string, context: TextContext): (start: number, end: number) => number {
  return isTable(context) ? givenCells(text, context) : foundCells(text, context);
}

function givenCells(text: string, context: TextContext): (start: number, end: number) => number {
  let cell = context.firstCell ?? 0;
  let at = 0;
  return (start, end) => {
    for (; at < start; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === TAB) cell += 1;
      else if (unit === NEWLINE) cell = 0;
    }
    const before = unitBefore(text, start, 0);
    const after = unitAfter(text, end);
    if ((before !== TAB && before !== EDGE) || (after !== TAB && after !== EDGE)) return NO_COLUMN;
    return columnNumber(TAB, cell);
  };
}

function foundCells(text: string, context: TextContext): (start: number, end: number) => number {
  let line = lineFrom(text, 0, context.startsMidLine === true);
  return (start, end) => {
    while (line.end < start) line = lineFrom(text, line.end + 1, false);
    if (line.cut || start - line.start > LONGEST_ROW) return NO_COLUMN;
    const before = unitBefore(text, start, line.start);
    const after = unitAfter(text, end);
    if (before === EDGE) {
      if (after === EDGE) return columnNumber(ALONE, 0);
      return SEPARATORS.has(after)
        ? columnNumber(after, 0)
        : text.charCodeAt(end) === SPACE
          ? columnNumber(FIRST, 0)
          : NO_COLUMN;
    }
    if (SEPARATORS.has(before)) {
      if (after !== before && after !== EDGE) return NO_COLUMN;
      return columnNumber(
        before,
        cellsBefore(line, text, start).separators[SEPARATORS.get(before) ?? 0] ?? 0,
      );
    }
    if (text.charCodeAt(start - 1) !== SPACE) return NO_COLUMN;
    if (isGap(text, start - 2) && (after === EDGE || isGap(text, end))) {
      return columnNumber(GAPS, cellsBefore(line, text, start).gaps);
    }
    return after === EDGE ? columnNumber(LAST, 0) : NO_COLUMN;
  };
}

/** A line and how many cells of each kind were counted in it up to `counted`. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Its beginning is not in the text. */
  readonly cut: boolean;
  counted: number;
  quoted: boolean;
  gaps: number;
  readonly separators: number[];
}

function lineFrom(text: string, start: number, cut: boolean): Line {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return { start, end, cut, counted: start, quoted: false, gaps: 0, separators: [0, 0, 0, 0] };
}

function cellsBefore(line: Line, text: string, place: number): Line {
  for (let at = line.counted; at < place; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) line.quoted = !line.quoted;
    else if (unit === SPACE) {
      if (at > line.start && text.charCodeAt(at - 1) !== SPACE && isGap(text, at)) line.gaps += 1;
    } else if (!line.quoted && unit <= BAR && SEPARATORS.has(unit)) {
      const kind = SEPARATORS.get(unit) ?? 0;
      line.separators[kind] = (line.separators[kind] ?? 0) + 1;
    }
  }
  line.counted = Math.max(line.counted, place);
  return line;
}

/** Two spaces at `at` and behind it. */
function isGap(text: string, at: number): boolean {
  return text.charCodeAt(at) === SPACE && text.charCodeAt(at + 1) === SPACE;
}

/** The nearest sign before the place that is neither space nor quotation mark; `EDGE` when the line begins first. */
function unitBefore(text: string, start: number, lineStart: number): number {
  for (let at = start - 1; at >= lineStart; at -= 1) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE) return EDGE;
    if (unit !== SPACE && unit !== QUOTE) return unit;
    if (start - at > WIDEST_GAP) return SPACE;
  }
  return EDGE;
}

function unitAfter(text: string, end: number): number {
  for (let at = end; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || unit === RETURN) return EDGE;
    if (unit !== SPACE && unit !== QUOTE) return unit;
    if (at - end > WIDEST_GAP) return SPACE;
  }
  return EDGE;
}

function columnNumber(kind: number, cell: number): number {
  return kind * MOST_CELLS + Math.min(cell, MOST_CELLS - 1);
}

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const BAR = 124;
/** Stand for no sign: an end of the line, and the columns that no sign parts. */
const EDGE = 0;
const GAPS = 1;
const FIRST = 2;
const LAST = 3;
const ALONE = 4;

/** The signs between cells, and where each is counted. */
const SEPARATORS: ReadonlyMap<number, number> = new Map([
  [TAB, 0],
  [59, 1],
  [BAR, 2],
  [COMMA, 3],
]);

const LONGEST_ROW = 1000;
const WIDEST_GAP = 100;
const MOST_CELLS = 4096;
