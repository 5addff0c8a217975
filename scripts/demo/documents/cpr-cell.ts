import type { Cell } from '../content.ts';
import { cut } from '../pen.ts';
import type { Person } from '../people.ts';
import type { Value } from '../text.ts';

/** A CPR number in a sheet: text or, as in many a payroll export, a number whose leading zero only the format brings back. */
export function cprCell(person: Person, shown: Value, asNumber: boolean): Cell {
  if (!asNumber) return shown;
  const written = cut(person.cpr, '######-####');
  return { number: Number(person.cpr), format: '000000-0000', shows: { ...shown, written } };
}
