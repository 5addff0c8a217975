import type { Block, Content, Table } from './content.ts';
import type { Company } from './company.ts';
import { createPen, type Pen } from './pen.ts';
import type { Rng } from './rng.ts';
import type { Text } from './text.ts';
import type { Language, Made } from './truth.ts';

/** What a writer of one document has before them: who works here, what day it is, and how they write numbers. */
export interface Scene {
  readonly rng: Rng;
  readonly pen: Pen;
  readonly company: Company;
  /** The document's day. */
  readonly date: Date;
}

/** A document as written, before it has a format. `name` is the file's name without its ending. */
export interface Draft {
  readonly name: string;
  readonly content: Content;
  /** What hangs on a mail. */
  readonly attachments?: readonly Made[];
}

/** One kind of document: the truth file names it. */
export interface Kind {
  readonly name: string;
  readonly language: Language;
  write(scene: Scene): Draft;
}

export function createScene(rng: Rng, company: Company, date: Date): Scene {
  return { rng, company, date, pen: createPen(rng.fork('pen')) };
}

export const h = (text: Text): Block => ({ kind: 'heading', text });
export const p = (text: Text): Block => ({ kind: 'paragraph', text });
export const list = (...items: Text[]): Block => ({ kind: 'list', items });
export const table = (columns: Table['columns'], rows: Table['rows']): Block => ({
  kind: 'table',
  columns,
  rows,
});

/** 7. marts 2019 */
export function longDate(date: Date): string {
  return `${date.getUTCDate()}. ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** 07-03-2019 */
export function shortDate(date: Date): string {
  return `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()}`;
}

/** marts 2019 */
export function month(date: Date): string {
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(
  ' ',
);
