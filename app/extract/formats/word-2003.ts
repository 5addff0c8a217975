import { bytesInMemory } from '#kernel/bytes.ts';
import { storedObjects } from '../office-2003/stored-objects.ts';
import type { ByteStream, Reading, Segment, StreamedFormat } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { isPasted } from '../office/document-parts.ts';
import type { EmbeddedFile } from '../office-2003/word-text.ts';
import { Word2003Text } from '../office-2003/word-text.ts';
import { WORD_2003 } from '../office-2003/office-2003-types.ts';
import { lines } from '../text/lines.ts';
import { withRest } from '../text/segments.ts';
import { parsedXml } from '../text/xml.ts';

/** Word documents of 2003 as XML (WordprocessingML 2003, wordDocument). */
export const word2003: StreamedFormat = {
  id: 'word-2003',
  version: 1,
  mimes: [WORD_2003],
  withoutText: 'no_text',
  access: 'streamed',
  async *extract(bytes, reading) {
    const text = new Word2003Text(reading.path, reading.limits.maxInMemory);
    yield* withRest(written(bytes, text, reading), () => rest(text, reading));
  },
};

async function* written(bytes: ByteStream, text: Word2003Text, reading: Reading): AsyncGenerator<Segment> {
  for await (const made of parsedXml(bytes, text, () => [...text.take(), ...text.files()])) {
    yield* 'place' in made ? [made] : embedded(made, reading);
  }
}

/** Pictures by their own format; objects stand together in one compound file; what holds macros is not read. */
async function* embedded({ name, content }: EmbeddedFile, reading: Reading): AsyncGenerator<Segment> {
  const file = bytesInMemory(content);
  try {
    if (/\.mso$/i.test(name)) {
      for (const [i, object] of storedObjects(content, reading.limits.maxInMemory).entries())
        yield* reading.nested(`object ${i + 1}`, bytesInMemory(object));
    } else if (!DRAWING.test(name) && isPasted(content.length))
      yield* reading.nested(name || 'picture', file);
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

/** Drawings are not read, as in other documents. */
const DRAWING = /\.(emz|wmz|emf|wmf|pict?z?|pcz)$/i;

function* rest(text: Word2003Text, reading: Reading): Generator<Segment> {
  yield* text.end();
  yield* lines(reading, 'reviewers', text.people);
  yield* lines(reading, 'links', text.links);
  yield* lines(reading, 'properties', text.properties.found);
}
