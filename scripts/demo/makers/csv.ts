import { textOfCell, type Sheet } from '../content.ts';
import { plain } from '../text.ts';
import { encode, type Charset } from './charset.ts';

export interface CsvStyle {
  readonly charset?: Charset;
  readonly delimiter?: ';' | ',' | '\t';
  /** Put every cell in quotes, not just those that need it. */
  readonly quoteAll?: boolean;
}

/** A sheet as CSV with a header row (RFC 4180; the semicolon is what Danish Excel writes). */
export function csv(sheet: Sheet, style: CsvStyle = {}): Uint8Array {
  const { charset = 'utf-8', delimiter = ';', quoteAll = false } = style;
  const cell = (text: string): string =>
    quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [
    ...(sheet.intro ?? []).map((line) => cell(plain(line))),
    sheet.columns.map((column) => cell(plain(column))).join(delimiter),
    ...sheet.rows.map((row) => row.map((one) => cell(plain(textOfCell(one)))).join(delimiter)),
  ];
  return encode(lines.map((line) => `${line}\r\n`).join(''), charset);
}
