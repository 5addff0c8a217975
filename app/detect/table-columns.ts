import type { TextContext } from './finding.ts';
import type { NamedKind } from './naming-vocabulary.ts';
import { cellOf, type Column, columnOf, headerAfterLine, type TableHeader } from './table-header.ts';

/**
 * Says what the header above a place names it. Places are asked for in rising order: it walks the text once. Headers
 * come from the context, or from a header row in the text itself. Null when the place is in no table, or under a
 * header that names no kind that we know.
 */
export function columnKinds(text: string, context: TextContext): (place: number) => NamedKind | null {
  const columnAt = columnsOf(text, context);
  return (place) => columnAt(place)?.kind ?? null;
}

/** The column that a place is in, likewise; null in no table. Its kind is null under a title that we do not know. */
export function columnsOf(text: string, context: TextContext): (place: number) => Column | null {
  return isTable(context) ? givenColumns(text, context) : foundColumns(text, context);
}

/** Whether the whole text is known to be rows of a table. */
export function isTable({ columns }: TextContext): boolean {
  return columns !== undefined && columns.length > 0;
}

/**
 * The header in force where the line begins that `length` lies in, for the window of a stream that begins there. A
 * first line that is only the end of a longer one says nothing.
 */
export function headerAt(
  text: string,
  length: number,
  header: TableHeader | null,
  startsMidLine: boolean,
): TableHeader | null {
  let inForce = header;
  let lineStart = startsMidLine ? endOfLine(text, 0) + 1 : 0;
  for (let end = endOfLine(text, lineStart); end < length; end = endOfLine(text, lineStart)) {
    inForce = headerAfterLine(text, lineStart, end, inForce);
    lineStart = end + 1;
  }
  return inForce;
}

function givenColumns(text: string, context: TextContext): (place: number) => Column | null {
  const columns = (context.columns ?? []).map(columnOf);
  let cell = context.firstCell ?? 0;
  let at = 0;
  return (place) => {
    for (; at < place; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === TAB) cell += 1;
      else if (unit === NEWLINE) cell = 0;
    }
    return columns[cell] ?? null;
  };
}

const TAB = 9;
const NEWLINE = 10;
const LONGEST_ROW = 1000;

function foundColumns(text: string, context: TextContext): (place: number) => Column | null {
  let inForce = context.header ?? null;
  let lineStart = 0;
  let lineEnd = endOfLine(text, 0);
  if (context.startsMidLine) {
    lineStart = lineEnd + 1;
    lineEnd = endOfLine(text, lineStart);
  }
  return (place) => {
    for (; lineEnd < place; lineEnd = endOfLine(text, lineStart)) {
      inForce = headerAfterLine(text, lineStart, lineEnd, inForce);
      lineStart = lineEnd + 1;
    }
    if (
      !inForce ||
      place < lineStart ||
      lineEnd - lineStart > LONGEST_ROW ||
      !headerAfterLine(text, lineStart, lineEnd, inForce)
    )
      return null;
    return inForce.columns[cellOf(text.slice(lineStart, place), inForce)] ?? null;
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
