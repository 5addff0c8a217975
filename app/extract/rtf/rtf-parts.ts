import type { Segment } from '../format.ts';
import { Flow } from '../text/flow.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';

/** What a document in RTF says, by its parts: body, headers, footnotes; and who reviewed it, and its properties. */
export class RtfParts {
  readonly properties: string[] = [];
  /** What a form's fields are for, and what they are filled in with. */
  readonly form: string[] = [];
  readonly reviewers = new Set<string>();
  readonly #path: readonly string[];
  readonly #flows = new Map<string, { writer: SegmentWriter; flow: Flow }>();

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  flow(part: string): Flow {
    return this.#part(part).flow;
  }

  /** The body's segments that are complete. */
  take(): Segment[] {
    return this.#part('body').writer.take();
  }

  /** What is left of the body, then the other parts. */
  *end(): Generator<Segment> {
    for (const { writer, flow } of this.#flows.values()) {
      flow.end();
      yield* writer.end();
    }
    yield* lines({ path: this.#path }, 'form', this.form);
    yield* lines({ path: this.#path }, 'reviewers', this.reviewers);
    yield* lines({ path: this.#path }, 'properties', this.properties);
  }

  #part(part: string): { writer: SegmentWriter; flow: Flow } {
    const known = this.#flows.get(part);
    if (known) return known;
    const writer = new SegmentWriter({ path: this.#path, part });
    const made = { writer, flow: new Flow(writer) };
    this.#flows.set(part, made);
    return made;
  }
}
