import type { CompoundStorage } from '../compound/compound-file.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { compoundSurroundings } from '../compound/compound-surroundings.ts';
import { PUBLISHER, WORKS } from '../compound/compound-type.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import { chunkTexts, oldWorksText } from '../works/works-text.ts';

/** Documents of the word processor of Microsoft Works, and of Publisher, which keeps its text in the same way. */
export const works: SeekingFormat = {
  id: 'works',
  version: 1,
  mimes: [WORKS, PUBLISHER],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const root = compoundTree(file);
    const old = bytesOf(root, 'MN0', reading);
    if (old) yield* lines(reading, 'body', [oldWorksText(old)]);
    else yield* chunks(root, reading);
    yield* compoundSurroundings(root, reading);
  },
};

function* chunks(root: CompoundStorage, reading: Reading): Generator<Segment> {
  const quill = root.storages.find(({ name }) => name === 'Quill')?.storages[0];
  const stream = bytesOf(quill ?? root, 'CONTENTS', reading);
  if (!stream) throw new Unread('corrupt');
  yield* lines(reading, 'body', chunkTexts(stream));
}

function bytesOf(storage: CompoundStorage, name: string, reading: Reading): Buffer | null {
  const bytes = streamIn(storage, name)?.bytes(reading.limits.maxInMemory);
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : null;
}
