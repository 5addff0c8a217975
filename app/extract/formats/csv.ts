import type { ByteStream, Segment, StreamedFormat } from '../format.ts';
import { decoded } from '../text/decoding.ts';
import { DelimitedRows, delimiterOf } from '../text/delimited.ts';
import { withRest } from '../text/segments.ts';
import { TableWriter } from '../text/table.ts';

/** Comma-separated values, whatever separates them: rows with tabs between cells, the header row as columns. */
export const csv: StreamedFormat = {
  id: 'csv',
  version: 1,
  mimes: ['text/csv', 'text/tab-separated-values'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    const table = new TableWriter({ path: reading.path, row: 1 });
    yield* withRest(written(bytes, table), () => table.end());
  },
};

async function* written(bytes: ByteStream, table: TableWriter): AsyncGenerator<Segment> {
  let rows: DelimitedRows | null = null;
  let number = 0;
  for await (const text of decoded(bytes)) {
    rows ??= new DelimitedRows(delimiterOf(text.slice(0, 64 * 1024)));
    rows.write(text);
    for (const row of rows.take()) table.row(++number, row);
    yield* table.take();
  }
  for (const row of rows?.end() ?? []) table.row(++number, row);
}
