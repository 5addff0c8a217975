/** Somebody on a list of employees or customers; what the list does not say is an empty text. */
export interface ListedPerson {
  readonly name: string;
  readonly email: string;
  /** The company's own number of them: of employment, of the customer. */
  readonly number: string;
  readonly cpr: string;
}

/** A list as it was pasted: who could be read, and how many lines could not. */
export interface ReadNameList {
  readonly people: readonly ListedPerson[];
  readonly unread: number;
}

/**
 * Reads a list that was pasted out of a sheet or a directory: one person a line, cells between tabs, semicolons or
 * commas, whichever the first line has. A first line that names its columns (Navn, Fornavn, Efternavn, E-mail,
 * Medarbejdernr., CPR, in Danish or English) says what is what; without one each line is a name, and what has an `@`
 * is an address of mail. A line without a name is counted as unread.
 */
export function readNameList(text: string): ReadNameList {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = ['\t', ';', ','].find((sign) => lines[0]?.includes(sign)) ?? '\t';
  // "Holm, Anders" on each line is one name, not two cells.
  const cells = lines.map((line) => cellsOf(line, isNamesOnly(lines, separator) ? '\t' : separator));
  const header = cells[0]?.map(columnOf) ?? [];
  const hasHeader = header.some((column) => column !== null);
  const people = (hasHeader ? cells.slice(1) : cells).flatMap((row) => {
    const person = hasHeader ? fromColumns(row, header) : fromCells(row);
    return person.name === '' ? [] : person;
  });
  return { people, unread: lines.length - (hasHeader ? 1 : 0) - people.length };
}

type Column = 'name' | 'given' | 'surname' | 'email' | 'number' | 'cpr';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['given', /^(for-?navne?|first ?name|given ?name)$/],
  ['surname', /^(efter-?navne?|last ?name|sur-?name|family ?name)$/],
  ['email', /mail/],
  ['cpr', /^(cpr|person-?n(umme)?r|personal (id|number))/],
  ['number', /(n(umme)?r\.?|number|no\.?|id)$/],
  ['name', /^(fulde? )?(navn|name|medarbejder|ansat|kunde|employee|customer|full ?name)/],
];

function columnOf(cell: string): Column | null {
  const label = cell.trim().toLowerCase();
  return COLUMNS.find(([, words]) => words.test(label))?.[0] ?? null;
}

function isNamesOnly(lines: readonly string[], separator: string): boolean {
  if (separator !== ',') return false;
  const isName = (line: string): boolean => /^[\p{L}'’ .-]+,[\p{L}'’ .-]+$/u.test(line.trim());
  return lines.every((line) => isName(line) && line.split(',').every((cell) => columnOf(cell) === null));
}

/** Quoted cells may hold the separator; a doubled quote is one. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '"' && isQuoted && line.charAt(at + 1) === '"') cell += line.charAt(at++);
    else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

function fromColumns(row: readonly string[], header: readonly (Column | null)[]): ListedPerson {
  const cell = (column: Column): string => row[header.indexOf(column)] ?? '';
  const inParts = [cell('given'), cell('surname')].filter(Boolean).join(' ');
  return personOf(cell('name') || inParts, cell('email'), cell('number'), cell('cpr'));
}

function fromCells(row: readonly string[]): ListedPerson {
  const name = row.find((cell) => /\p{L}/u.test(cell) && !cell.includes('@')) ?? '';
  return personOf(name, row.find((cell) => cell.includes('@')) ?? '', '', row.find(isCpr) ?? '');
}

function isCpr(cell: string): boolean {
  return /^\d{6}[- ]?\d{4}$/.test(cell);
}

function personOf(name: string, email: string, number: string, cpr: string): ListedPerson {
  return {
    name: name.replace(/\s+/g, ' ').slice(0, 200),
    email: email.slice(0, 320),
    number: number.slice(0, 60),
    cpr: cpr.slice(0, 20),
  };
}
