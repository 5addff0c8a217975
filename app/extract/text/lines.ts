import type { Segment } from '../format.ts';
import { SegmentWriter } from './segments.ts';

/** Lines of text that belong together and nowhere in particular. */
export function* lines(
  reading: { readonly path: readonly string[] },
  part: string,
  texts: Iterable<string>,
): Generator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part });
  for (const text of texts) if (text.trim() !== '') writer.write(`${text}\n`);
  yield* writer.end();
}
