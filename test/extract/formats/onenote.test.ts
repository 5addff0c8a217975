import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const MARK = Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex');
const NOISE = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7919 + 13) % 256));

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

describe('onenote', () => {
  it('gives the notes in it, in letters of one byte and of two', async () => {
    const file = Buffer.concat([
      MARK,
      NOISE,
      counted(Buffer.from('Møde med Åse', 'utf16le')),
      NOISE,
      counted(Buffer.from('a plain note', 'latin1')),
      counted(Buffer.from('Calibri\0', 'utf16le')),
    ]);
    const result = await read('a.one', file);
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'notes'), 'Møde med Åse\na plain note\n');
  });

  it('reads the files that were put into notes', async () => {
    const inner = docxOf(paragraph('inner words'));
    const head = Buffer.alloc(20);
    head.writeUInt32LE(inner.length);
    const file = Buffer.concat([
      MARK,
      NOISE,
      Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex'),
      head,
      inner,
    ]);
    const { segments } = await read('a.one', file);
    assert.deepEqual(segments.find(({ text }) => text === 'inner words\n')?.place.path, ['file 1']);
  });
});
