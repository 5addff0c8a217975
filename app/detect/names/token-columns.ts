/**
 * The words, numbers and signs of a text, in columns: number `n` stands from `starts[n]` to `ends[n]` (UTF-16 code
 * units). `lower` and `folded` are hashes of the lower-case and of the accent-free form, `shapes` of the form in
 * classes ("Xx", "X.X.", "d"); `stems` is `folded` without a final s or 's ("Mettes", "Mette's"), `heads` that of
 * what stands before the first hyphen ("Anne-Lise"), each 0 for other words. One token at least lies behind the last one, empty, so that looking ahead is cheap.
 */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lower: Int32Array;
  readonly folded: Int32Array;
  readonly stems: Int32Array;
  readonly heads: Int32Array;
  readonly shapes: Int32Array;
  readonly kinds: Uint8Array;
  /** Of BEGINS_*, what begins with the token. */
  readonly begins: Uint8Array;
}

/** Kinds of tokens. */
export const MARK = 0;
export const LOWER_WORD = 1;
export const CAPITALISED = 2;
export const ALL_CAPS = 3;
export const INITIAL = 4;
export const NUMBER = 5;

/** What begins with a token: a sentence; a line; a block (after an empty line, a tab, a wide gap or the text's start). */
export const BEGINS_SENTENCE = 1;
export const BEGINS_LINE = 2;
export const BEGINS_BLOCK = 4;

/** Tokens in the making: columns that grow. */
export class TokenColumns {
  private count = 0;
  private capacity: number;
  private starts: Int32Array;
  private ends: Int32Array;
  private lower: Int32Array;
  private folded: Int32Array;
  private stems: Int32Array;
  private heads: Int32Array;
  private shapes: Int32Array;
  private kinds: Uint8Array;
  private begins: Uint8Array;

  constructor(capacity: number) {
    this.capacity = capacity + 4;
    this.starts = new Int32Array(this.capacity);
    this.ends = new Int32Array(this.capacity);
    this.lower = new Int32Array(this.capacity);
    this.folded = new Int32Array(this.capacity);
    this.stems = new Int32Array(this.capacity);
    this.heads = new Int32Array(this.capacity);
    this.shapes = new Int32Array(this.capacity);
    this.kinds = new Uint8Array(this.capacity);
    this.begins = new Uint8Array(this.capacity);
  }

  add(
    start: number,
    end: number,
    lower: number,
    folded: number,
    stem: number,
    head: number,
    shape: number,
    kind: number,
    begins: number,
  ): void {
    if (this.count + 2 > this.capacity) this.grow();
    const at = this.count;
    this.starts[at] = start;
    this.ends[at] = end;
    this.lower[at] = lower;
    this.folded[at] = folded;
    this.stems[at] = stem;
    this.heads[at] = head;
    this.shapes[at] = shape;
    this.kinds[at] = kind;
    this.begins[at] = begins;
    this.count = at + 1;
  }

  finish(length: number): Tokens {
    this.add(length, length, 0, 0, 0, 0, 0, MARK, BEGINS_SENTENCE | BEGINS_LINE | BEGINS_BLOCK);
    const { starts, ends, lower, folded, stems, heads, shapes, kinds, begins } = this;
    return { count: this.count - 1, starts, ends, lower, folded, stems, heads, shapes, kinds, begins };
  }

  private grow(): void {
    this.capacity *= 2;
    const capacity = this.capacity;
    const wider = (column: Int32Array): Int32Array => {
      const copy = new Int32Array(capacity);
      copy.set(column);
      return copy;
    };
    this.starts = wider(this.starts);
    this.ends = wider(this.ends);
    this.lower = wider(this.lower);
    this.folded = wider(this.folded);
    this.stems = wider(this.stems);
    this.heads = wider(this.heads);
    this.shapes = wider(this.shapes);
    const kinds = new Uint8Array(capacity);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const begins = new Uint8Array(capacity);
    begins.set(this.begins);
    this.begins = begins;
  }
}
