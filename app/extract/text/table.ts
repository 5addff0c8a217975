import type { Place, Segment } from '../format.ts';
import { SegmentWriter } from './segments.ts';

/** How many rows from the top a header may come after titles, dates of export and the like. */
const HEADER_WITHIN = 10;

/**
 * The rows of one table as segments: cells between tabs, a newline after each row, so that a row's number is the
 * segment's `row` plus the newlines before it. The first row that reads like headers becomes the `columns` of the
 * segments from there on.
 */
export class TableWriter {
  readonly #place: Place;
  readonly #writer: SegmentWriter;
  #columns: readonly string[] | undefined;
  #next = 0;
  #seen = 0;

  constructor(place: Place) {
    this.#place = place;
    this.#writer = new SegmentWriter(place);
  }

  /** A row by its number, from 1, in rising order. Cells are by column, empty ones included. */
  row(number: number, cells: readonly string[]): void {
    const text = rowText(cells);
    if (text === '') return;
    this.#seen++;
    if (number !== this.#next) this.#writer.at({ ...this.#place, row: number }, this.#columns);
    if (!this.#columns && this.#seen <= HEADER_WITHIN && isHeader(cells)) {
      this.#columns = cells.map(oneLine);
      this.#writer.at({ ...this.#place, row: number }, this.#columns);
    }
    this.#writer.write(text + '\n');
    this.#next = number + 1;
  }

  /** A row of which it is known that it names the columns: it does, whatever it reads like. */
  header(number: number, cells: readonly string[]): void {
    this.#columns = cells.map(oneLine);
    this.#writer.at({ ...this.#place, row: number }, this.#columns);
    this.#next = number;
    this.row(number, cells);
  }

  take(): Segment[] {
    return this.#writer.take();
  }

  end(): Segment[] {
    return this.#writer.end();
  }
}

function rowText(cells: readonly string[]): string {
  let filled = cells.length;
  while (filled > 0 && cells[filled - 1]?.trim() === '') filled--;
  return cells.slice(0, filled).map(oneLine).join('\t');
}

function oneLine(cell: string): string {
  return /[\t\n\r]/.test(cell) ? cell.replaceAll(/[\t\n\r]+/g, ' ') : cell;
}

/** Headers are two or more short words without what data has: an @, or four digits. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 2 &&
    filled.every((cell) => cell.length <= 80 && /\p{L}/u.test(cell) && !/@|\d{4}|\d[ .-]\d/.test(cell))
  );
}
