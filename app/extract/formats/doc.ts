import type { CompoundStorage } from '../compound/compound-file.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { compoundSurroundings } from '../compound/compound-surroundings.ts';
import { openedWord } from '../encryption/old-word.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';
import { wordDocument } from '../word/word-document.ts';
import { plainWordText } from '../word/word-text.ts';

/** Word documents and templates from Word 6 to 2003: body, notes, headers, comments, text boxes, people, objects. */
export const doc: SeekingFormat = {
  id: 'doc',
  version: 2,
  mimes: ['application/msword'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const root = compoundTree(file);
    const streams = openedWord(
      {
        document: streamOf(root, 'WordDocument', reading) ?? Buffer.alloc(0),
        table: (number) => streamOf(root, `${number}Table`, reading),
      },
      reading.passwords,
    );
    const document = wordDocument(streams.document, streams.table);
    for (const { part, text } of document.texts) yield* written(part, text, reading);
    yield* lines(reading, 'reviewers', document.people);
    yield* compoundSurroundings(root, reading);
  },
};

function streamOf(root: CompoundStorage, name: string, reading: Reading): Buffer | null {
  const bytes = streamIn(root, name)?.bytes(reading.limits.maxInMemory);
  if (!bytes) return null;
  if (bytes.length > reading.limits.maxInMemory) throw new Unread('too_large');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function* written(part: string, text: string, reading: Reading): Generator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part });
  writer.write(`${plainWordText(text).trimEnd()}\n`);
  yield* writer.end();
}
