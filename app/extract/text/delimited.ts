/** A cell longer than this ends where it is: one unclosed quote must not make one cell of the rest of the file. */
const MAX_CELL = 256 * 1024;
const MAX_COLUMNS = 16_384;

/**
 * Rows out of delimited text (RFC 4180 and what is found in practice: any delimiter, quotes within unquoted cells,
 * text after a closing quote). Give it text in pieces; `take` gives the rows that are complete.
 */
export class DelimitedRows {
  readonly #delimiter: string;
  #rows: string[][] = [];
  #row: string[] = [];
  #cell = '';
  #quoted = false;
  /** A quote was just seen inside a quoted cell: it ends the cell, unless another follows. */
  #quoteSeen = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  write(text: string): void {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text[at];
      if (this.#quoteSeen) {
        this.#quoteSeen = false;
        if (char === '"') {
          start = at;
          continue;
        }
        this.#quoted = false;
        start = at;
      }
      if (this.#quoted) {
        if (char === '"') {
          this.#cell += text.slice(start, at);
          this.#quoteSeen = true;
          start = at + 1;
        } else if (this.#cell.length + at - start > MAX_CELL) this.#quoted = false;
      } else if (char === '"' && this.#cell === '' && at === start) {
        this.#quoted = true;
        start = at + 1;
      } else if (char === this.#delimiter || char === '\n') {
        this.#endCell(text.slice(start, at));
        if (char === '\n') this.#endRow();
        start = at + 1;
      }
    }
    this.#cell += text.slice(start);
    if (this.#cell.length > MAX_CELL && !this.#quoted) this.#endCell('');
  }

  take(): string[][] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  end(): string[][] {
    if (this.#cell !== '' || this.#row.length > 0) {
      this.#endCell('');
      this.#endRow();
    }
    return this.take();
  }

  #endCell(rest: string): void {
    this.#row.push(this.#cell + rest);
    this.#cell = '';
    if (this.#row.length >= MAX_COLUMNS) this.#endRow();
  }

  #endRow(): void {
    this.#rows.push(this.#row);
    this.#row = [];
  }
}

/**
 * The delimiter of a sample: the one of comma, semicolon, tab and bar that stands equally often, and most often, in
 * each of its first lines, quoted text aside. Excel's own "sep=" line decides if there is one.
 */
export function delimiterOf(sample: string): string {
  const declared = /^sep=(.)\n/.exec(sample)?.[1];
  if (declared) return declared;
  const lines = sample
    .replaceAll(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 30)
    .filter((line) => line.trim() !== '');
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [';', '\t', ',', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const same = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    const score = usual > 0 ? same * same * (1 + Math.log2(usual)) : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
