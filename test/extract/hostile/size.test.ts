import assert from 'node:assert/strict';
import type { ByteSource } from '#kernel/bytes.ts';
import { extract } from '#extract/index.ts';
import { DEFAULT_LIMITS } from '#extract/limits.ts';

const MIB = 1024 * 1024;

/** A file that is made where it is read: nothing of it lies anywhere. */
function fileOf(size: number, at: (place: number) => number): ByteSource {
  return {
    size,
    read: (offset, length) =>
      Uint8Array.from({ length: Math.max(0, Math.min(length, size - offset)) }, (_, i) => at(offset + i)),
  };
}

async function ended(
  name: string,
  file: ByteSource,
): Promise<{ end: string; length: number; longest: number; growth: number }> {
  const extraction = await extract(name, file);
  let [length, longest, most] = [0, 0, 0];
  const before = process.memoryUsage.rss();
  for await (const { text } of extraction.segments) {
    length += text.length;
    longest = Math.max(longest, text.length);
    most = Math.max(most, process.memoryUsage.rss());
  }
  const { status, reason } = extraction.outcome();
  return { end: reason === null ? status : `${status}/${reason}`, length, longest, growth: most - before };
}

const LETTER = 0x61;

describe('files that are longer than memory', function () {
  this.timeout(60_000);
  const size = 48 * MIB;

  it('are read piece by piece when they are one line without a blank', async () => {
    const { end, length, longest, growth } = await ended(
      'a.txt',
      fileOf(size, () => LETTER),
    );
    assert.deepEqual([end, length, longest <= 65_536], ['scanned', size, true]);
    assert.ok(growth < 200 * MIB, `${growth / MIB} MiB`);
  });

  it('are read piece by piece when they are one row of a table', async () => {
    const { end, growth } = await ended(
      'a.csv',
      fileOf(size, (at) => (at % 9 === 8 ? 0x3b : LETTER)),
    );
    assert.match(end, /^(scanned|partial\/too_large)$/);
    assert.ok(growth < 300 * MIB, `${growth / MIB} MiB`);
  });

  it('are read piece by piece when they are one quotation without an end', async () => {
    const { end, growth } = await ended(
      'a.csv',
      fileOf(size, (at) => 'a;b\n1;"'.charCodeAt(at) || LETTER),
    );
    assert.match(end, /^(scanned|partial\/\w+)$/);
    assert.ok(growth < 300 * MIB, `${growth / MIB} MiB`);
  });

  it('are no text when hardly anything but zeros is in them', async () => {
    assert.equal(
      (
        await ended(
          'a.txt',
          fileOf(4096 * MIB, () => 0),
        )
      ).end,
      'skipped/unsupported',
    );
  });

  for (const [name, head] of [
    ['a.pdf', '%PDF-1.4\n'],
    ['a.eml', 'From: a@example.com\nTo: b@example.com\nMessage-ID: <1>\nSubject: x\n\n'],
    ['a.png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ] as const) {
    it(`are left out before they are read when they would have to be whole in memory (${name})`, async () => {
      let read = 0;
      const file = fileOf(DEFAULT_LIMITS.maxInMemory + 1, (at) => head.charCodeAt(at) || LETTER);
      const counted: ByteSource = {
        size: file.size,
        read: (offset, length) => {
          read += length;
          return file.read(offset, length);
        },
      };
      assert.equal((await ended(name, counted)).end, 'skipped/too_large');
      assert.ok(read < MIB);
    });
  }
});
