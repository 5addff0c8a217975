import type { Place, Segment } from '../format.ts';
import { SEGMENT_LENGTH } from '../format.ts';

/**
 * Collects text and cuts it into segments of at most SEGMENT_LENGTH characters: after a line if there is one, else
 * after a word, else hard (never inside a surrogate pair). `line` and `row` of the place go up with each newline.
 */
export class SegmentWriter {
  #place: Place;
  #columns: readonly string[] | undefined;
  #text = '';
  #ready: Segment[] = [];

  constructor(place: Place) {
    this.#place = place;
  }

  write(text: string): void {
    this.#text += text;
    while (this.#text.length > SEGMENT_LENGTH) this.#cut(cutAt(this.#text));
  }

  /** What is written from here on stands at another place (or under other columns): a new segment begins. */
  at(place: Place, columns?: readonly string[]): void {
    if (this.#text !== '') this.#cut(this.#text.length);
    this.#place = place;
    this.#columns = columns;
  }

  /** The segments that are complete; each is given once. */
  take(): Segment[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** The segments that are complete, and what is left as a last one. */
  end(): Segment[] {
    if (this.#text !== '') this.#cut(this.#text.length);
    return this.take();
  }

  #cut(length: number): void {
    const text = this.#text.slice(0, length);
    this.#text = this.#text.slice(length);
    if (text.trim() !== '') {
      const columns = this.#columns;
      this.#ready.push({ text, place: this.#place, ...(columns ? { columns } : {}) });
    }
    this.#place = movedOn(this.#place, text);
  }
}

/** Segments as they come, then the rest, also when they break off: the rest was read before that. */
export async function* withRest(
  segments: AsyncIterable<Segment>,
  rest: () => Iterable<Segment>,
): AsyncGenerator<Segment> {
  try {
    yield* segments;
  } catch (error) {
    yield* rest();
    throw error;
  }
  yield* rest();
}

function cutAt(text: string): number {
  const line = text.lastIndexOf('\n', SEGMENT_LENGTH - 1);
  if (line >= 0) return line + 1;
  const word = Math.max(
    text.lastIndexOf(' ', SEGMENT_LENGTH - 1),
    text.lastIndexOf('\t', SEGMENT_LENGTH - 1),
  );
  if (word >= SEGMENT_LENGTH / 2) return word + 1;
  const last = text.charCodeAt(SEGMENT_LENGTH - 1);
  const splitsPair = last >= 0xd800 && last < 0xdc00;
  return splitsPair ? SEGMENT_LENGTH - 1 : SEGMENT_LENGTH;
}

function movedOn(place: Place, text: string): Place {
  if (place.line === undefined && place.row === undefined) return place;
  let newlines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) newlines++;
  return {
    ...place,
    ...(place.line === undefined ? {} : { line: place.line + newlines }),
    ...(place.row === undefined ? {} : { row: place.row + newlines }),
  };
}
