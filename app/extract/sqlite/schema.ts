/** A table as its CREATE TABLE says it, with the columns in the order in which a record stores them. */
export interface TableColumns {
  readonly stored: readonly string[];
  /** The column that is the row's number, which records leave empty; -1 for none. */
  readonly rowId: number;
}

interface Column {
  readonly name: string;
  readonly rest: string;
}

/** The columns of a statement; none when it is not understood: rows then have no names above them. */
export function tableColumns(sql: string): TableColumns {
  const from = bodyStart(sql);
  if (from < 0) return { stored: [], rowId: -1 };
  const { parts, end } = splitAt(sql, from);
  const columns: Column[] = [];
  let key: string[] = [];
  for (const part of parts) {
    const { name, rest, quoted } = firstName(part);
    if (!quoted && /^(constraint|primary|unique|check|foreign)$/i.test(name)) {
      const list = /primary\s+key\s*\(/i.exec(part);
      if (list) key = splitAt(part, list.index + list[0].length).parts.map((one) => firstName(one).name);
      continue;
    }
    // Computed when it is read: such a column is in no record.
    if (/\bas\s*\(/i.test(rest) && !/\bstored\b/i.test(rest)) continue;
    columns.push({ name, rest });
    if (/\bprimary\s+key\b/i.test(rest)) key = [name];
  }
  const isKey = ({ name }: Column): boolean => key.some((one) => one.toLowerCase() === name.toLowerCase());
  if (/\bwithout\s+rowid\b/i.test(sql.slice(end))) {
    const first = key.flatMap((one) =>
      columns.filter(({ name }) => name.toLowerCase() === one.toLowerCase()),
    );
    const stored = [...first, ...columns.filter((column) => !isKey(column))].map(({ name }) => name);
    return { stored, rowId: -1 };
  }
  const rowId =
    key.length === 1
      ? columns.findIndex((column) => isKey(column) && /^\s*integer\b/i.test(column.rest))
      : -1;
  return { stored: columns.map(({ name }) => name), rowId };
}

/** Behind the first bracket outside of quotes. */
function bodyStart(sql: string): number {
  for (let at = 0; at < sql.length; at++) {
    if (sql[at] === '(') return at + 1;
    at = skipped(sql, at);
  }
  return -1;
}

/** What stands between commas up to the closing bracket, without comments; brackets and quotes within are kept whole. */
function splitAt(sql: string, from: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let at = from;
  for (; at < sql.length; at++) {
    const character = sql[at] ?? '';
    if (character === ')' && depth === 0) break;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
      continue;
    }
    if (character === '(') depth++;
    if (character === ')') depth--;
    const end = skipped(sql, at);
    part += sql.startsWith('--', at) || sql.startsWith('/*', at) ? ' ' : sql.slice(at, end + 1);
    at = end;
  }
  return { parts: [...parts, part].filter((one) => one.trim() !== ''), end: at };
}

const CLOSING: Record<string, string> = { '"': '"', "'": "'", '`': '`', '[': ']' };

/** The last character of a quoted name or a comment that begins here; the place itself for anything else. */
function skipped(sql: string, at: number): number {
  const closing =
    CLOSING[sql[at] ?? ''] ?? (sql.startsWith('--', at) ? '\n' : sql.startsWith('/*', at) ? '*/' : null);
  if (closing === null) return at;
  const end = sql.indexOf(closing, at + (closing === '*/' ? 2 : 1));
  return end < 0 ? sql.length : end + closing.length - 1;
}

function firstName(part: string): { name: string; rest: string; quoted: boolean } {
  const text = part.trim();
  const closing = CLOSING[text[0] ?? ''];
  if (closing !== undefined) {
    const end = skipped(text, 0);
    return { name: text.slice(1, end), rest: text.slice(end + 1), quoted: true };
  }
  const name = /^[^\s(]*/.exec(text)?.[0] ?? '';
  return { name, rest: text.slice(name.length), quoted: false };
}
