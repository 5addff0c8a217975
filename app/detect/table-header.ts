import { isDigit } from './characters.ts';
import type { NamedKind } from './naming-vocabulary.ts';
import { kindOfHeader } from './naming-words.ts';

/**
 * A header row that stands in the text itself, as in a letter with a table or a sheet pasted as text, and what its
 * columns hold. It is in force from its line on until a line that is no row of the same table. `cells` tells how cells
 * are parted: by tabs, by gaps of two spaces or more, by a sign (semicolon, bar, comma), or only the first column is known because
 * single spaces part words as well as cells (text out of a PDF).
 */
export interface TableHeader {
  readonly cells: 'tabs' | 'gaps' | 'first-only' | ';' | '|' | ',';
  readonly columns: readonly Column[];
  readonly rows: number;
}

/** A column's title, in lower case, and the kind that it names. */
export interface Column {
  readonly title: string;
  readonly kind: NamedKind | null;
}

export function columnOf(title: string): Column {
  return { title: title.trim().toLowerCase(), kind: kindOfHeader(title) };
}

/** The header in force after a line (`from`-`to`, without its newline) when `header` was in force before it. */
export function headerAfterLine(
  text: string,
  from: number,
  to: number,
  header: TableHeader | null,
): TableHeader | null {
  if (to - from > LONGEST_ROW) return null;
  if (header) {
    const next = headerAfterRow(text.slice(from, to), header);
    if (next) return next;
  }
  return to - from > LONGEST_HEADER ? null : headerIn(text, from, to);
}

/** In which cell of its line a place is, counted as `header` has them; -1 where that cannot be told. */
export function cellOf(before: string, header: TableHeader): number {
  switch (header.cells) {
    case 'tabs':
      return before.split('\t').length - 1;
    case 'gaps':
      return before.trimStart().split(GAP).length - 1;
    case 'first-only':
      return before.trim() === '' ? 0 : -1;
    case ';':
    case '|':
    case ',':
      return cellsBetween(before, header.cells).length - 1;
  }
}

const LONGEST_HEADER = 300;
const LONGEST_ROW = 1000;
const GAP = / {2,}/;

function headerAfterRow(line: string, header: TableHeader): TableHeader | null {
  const next = { ...header, rows: header.rows + 1 };
  // A ruled or an empty line may stand between the header and its rows.
  if (/^[\s\-=_|+]*$/.test(line)) return header.rows === 0 ? header : null;
  if (header.cells === 'first-only') return /^\S*\d/.test(line) ? next : null;
  const cells = cellsOf(line, header.cells).length;
  return cells >= 2 && Math.abs(cells - header.columns.length) <= 1 && /\d/.test(line) ? next : null;
}

/** A header has no digits and at least one cell that names a kind of number. */
function headerIn(text: string, from: number, to: number): TableHeader | null {
  for (let at = from; at < to; at += 1) if (isDigit(text.charCodeAt(at))) return null;
  const line = text.slice(from, to).trim();
  if (line === '') return null;
  const cells = cellsIn(line);
  if (cells === 'first-only') return headerOfWords(line);
  const titles = cellsOf(line, cells);
  if (titles.length < 3 || (isSign(cells) && titles.some((title) => title.trim().length > LONGEST_TITLE)))
    return null;
  const columns = titles.map(columnOf);
  return columns.some(({ kind }) => kind !== null) ? { cells, columns, rows: 0 } : null;
}

/** How the cells of a header row are parted: a sentence has commas too, but ends as sentences do. */
function cellsIn(line: string): TableHeader['cells'] {
  if (line.includes('\t')) return 'tabs';
  if (line.includes(';')) return ';';
  if (line.includes('|')) return '|';
  if (line.includes('  ')) return 'gaps';
  return line.includes(',') && !/[.!?:]$| (?:og|eller|and|or) /.test(line) ? ',' : 'first-only';
}

function isSign(cells: TableHeader['cells']): cells is ';' | '|' | ',' {
  return cells === ';' || cells === '|' || cells === ',';
}

function cellsOf(line: string, cells: Exclude<TableHeader['cells'], 'first-only'>): string[] {
  if (cells === 'tabs') return line.split('\t');
  return cells === 'gaps' ? line.trim().split(GAP) : cellsBetween(line, cells);
}

/** Signs between quotation marks part nothing. */
function cellsBetween(line: string, sign: string): string[] {
  if (!line.includes('"')) return line.split(sign);
  const cells: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === sign && !quoted) {
      cells.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...cells, line.slice(from)];
}

const LONGEST_TITLE = 30;

/** "Varenr. Vare Antal Pris": three to nine short words of which the first names a kind of number. */
function headerOfWords(line: string): TableHeader | null {
  if (/(?<!nr|no)\.$|[!?:;,]$/i.test(line)) return null;
  const words = line.split(' ');
  if (words.length < 3 || words.length > 9 || words.some((word) => word.length > 16)) return null;
  const column = columnOf(words[0] ?? '');
  return column.kind ? { cells: 'first-only', columns: [column], rows: 0 } : null;
}
