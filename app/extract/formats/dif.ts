import type { ByteStream, Segment, StreamedFormat } from '../format.ts';
import { decoded } from '../text/decoding.ts';
import { withRest } from '../text/segments.ts';
import { TableWriter } from '../text/table.ts';

/** Data Interchange Format, in which spreadsheets were passed on: rows with their values as written. */
export const dif: StreamedFormat = {
  id: 'dif',
  version: 1,
  mimes: ['application/x-dif'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    const table = new TableWriter({ path: reading.path, row: 1 });
    yield* withRest(written(bytes, table), () => table.end());
  },
};

const MAX_LINE = 1024 * 1024;
const MAX_CELLS = 16_384;

async function* written(bytes: ByteStream, table: TableWriter): AsyncGenerator<Segment> {
  const rows = new DifRows(table);
  let rest = '';
  for await (const text of decoded(bytes)) {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const line of lines) rows.line(line);
    yield* table.take();
  }
  rows.line(rest);
  rows.end();
}

/** After the word DATA each value is two lines: its kind and number, and its text; a kind of -1 begins a row. */
class DifRows {
  readonly #table: TableWriter;
  #inData = false;
  #kind: readonly [kind: string, number: string] | null = null;
  #number = 0;
  #cells: string[] = [];

  constructor(table: TableWriter) {
    this.#table = table;
  }

  line(line: string): void {
    if (!this.#inData) {
      // Its own header, a zero and an empty text, is then read as a value before the first row.
      if (line.trim().toUpperCase() === 'DATA') this.#inData = true;
      return;
    }
    if (!this.#kind) {
      const [kind = '', number = ''] = line.trim().split(',', 2);
      this.#kind = [kind, number];
      return;
    }
    const [kind, number] = this.#kind;
    this.#kind = null;
    if (kind === '-1') this.#endRow();
    else if (this.#number > 0 && this.#cells.length < MAX_CELLS)
      this.#cells.push(kind === '1' ? unquoted(line.trim()) : number.trim());
  }

  end(): void {
    this.#endRow();
  }

  #endRow(): void {
    if (this.#number > 0) this.#table.row(this.#number, this.#cells);
    this.#number++;
    this.#cells = [];
  }
}

function unquoted(text: string): string {
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
