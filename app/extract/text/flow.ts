import type { SegmentWriter } from './segments.ts';

/**
 * Running text with tables in it, as documents have it. Separators wait until there is text to separate, so that a
 * paragraph that ends with its cell leaves a tab and not a newline, and empty paragraphs leave nothing.
 */
export class Flow {
  readonly #writer: SegmentWriter;
  #break: '' | ' ' | '\n' = '';
  #rowBreak = false;
  #tabs = 0;
  #empty = true;

  constructor(writer: SegmentWriter) {
    this.#writer = writer;
  }

  text(text: string): void {
    if (text === '') return;
    this.#writer.write(this.#separator() + text);
    this.#empty = false;
  }

  /** Words are apart here, no more. */
  space(): void {
    if (this.#break === '') this.#break = ' ';
  }

  /** A line, paragraph or other block begins or ends here. */
  line(): void {
    this.#break = '\n';
  }

  startRow(): void {
    this.#rowBreak = true;
    this.#tabs = 0;
    this.#break = '';
  }

  endCell(): void {
    this.#tabs++;
    this.#break = '';
  }

  endRow(): void {
    this.startRow();
  }

  /** The text ends here, with a newline if there was any. */
  end(): void {
    if (!this.#empty) this.#writer.write('\n');
    this.#break = '';
    this.#rowBreak = false;
    this.#tabs = 0;
    this.#empty = true;
  }

  #separator(): string {
    const row = this.#rowBreak ? '\n' : '';
    const cells = '\t'.repeat(this.#tabs);
    const within = this.#break;
    this.#rowBreak = false;
    this.#tabs = 0;
    this.#break = '';
    if (this.#empty) return cells;
    return row || cells ? row + cells : within;
  }
}
