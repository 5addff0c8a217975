import assert from 'node:assert/strict';
import { limitBytes } from '../../app/sources/byte-limit.ts';
import type { Content, Source } from '../../app/sources/source.ts';

const CHUNK = 100_000;

/** Every file holds so many chunks. */
function sourceOf(chunks: number): Source {
  const content = (): Content => ({
    async *[Symbol.asyncIterator]() {
      for (let index = 0; index < chunks; index++) yield await Promise.resolve(new Uint8Array(CHUNK));
    },
    changedMeanwhile: () => true,
  });
  return { walk: () => assert.fail('nothing is listed here'), open: content };
}

async function read(source: Source): Promise<number> {
  let bytes = 0;
  for await (const chunk of source.open(['fil'])) bytes += chunk.length;
  return bytes;
}

describe('a limit of bytes a second', () => {
  it('is kept by all files of a source together', async () => {
    const source = limitBytes(sourceOf(5), 2);
    const begun = performance.now();
    assert.deepEqual(await Promise.all([read(source), read(source)]), [5 * CHUNK, 5 * CHUNK]);
    // A megabyte at two a second, less what may be used at once.
    const took = performance.now() - begun;
    assert.ok(took >= 380, `${took} ms`);
  });

  it('leaves a source without one as it is', () => {
    const source = sourceOf(1);
    assert.equal(limitBytes(source, null), source);
  });

  it('hands on whether a file was changed meanwhile', () => {
    assert.ok(limitBytes(sourceOf(1), 1).open(['fil']).changedMeanwhile());
  });
});
