import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';

/** A document of WordPerfect: major version 2 is that of 6 and later, 0 that of 5. */
function wpdOf(version: number, text: Buffer, { cipher = 0, prefix = Buffer.alloc(0) } = {}): Buffer {
  const header = Buffer.alloc(16);
  header.write('\xffWPC', 'latin1');
  header.writeUInt32LE(16 + prefix.length, 4);
  header.set([1, 10, version, 1], 8);
  header.writeUInt16LE(cipher, 12);
  header.writeUInt16LE(16, 14);
  return Buffer.concat([header, prefix, text]);
}

function bytes(...parts: readonly (string | number)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))),
  );
}

describe('WordPerfect', () => {
  it('gives the text between functions, soft spaces, ends of lines and cells', async () => {
    const text = bytes(
      'K',
      3,
      'r',
      3,
      0x80,
      'Mette',
      0xcc,
      'A',
      0xd0,
      0x0a,
      4,
      0,
      'B',
      0xd0,
      4,
      6,
      0,
      9,
      9,
      'C',
      0xd4,
      1,
      5,
      0,
      88,
    );
    const { mime, text: found, ended } = await read('a.wpd', wpdOf(2, text));
    assert.equal(mime, 'application/vnd.wordperfect');
    assert.equal(found, 'Kæræ Mette\nA\tB\nC\n');
    assert.equal(ended, 'scanned');
  });

  it('gives letters of its own sets, and text that was deleted', async () => {
    const text = bytes(0xf0, 80, 1, 0xf0, 'l', 0xf1, 0, 1, 0, 0xf1, 0x80, 'slettet', 0xf1, 1, 1, 0, 0xf1);
    assert.equal((await read('a.wpd', wpdOf(2, text))).text, 'Øl slettet\n');
  });

  it('gives the texts of notes, which stand in front', async () => {
    const note = bytes('en', 0x80, 'note');
    const packet = Buffer.alloc(10);
    packet.writeUInt16LE(1);
    packet.writeUInt32LE(10, 2);
    packet.writeUInt32LE(note.length, 6);
    const index = Buffer.alloc(28);
    index.set([2, 0, 1, 0]);
    index[15] = 8;
    index.writeUInt32LE(packet.length + note.length, 20);
    index.writeUInt32LE(16 + 28, 24);
    const file = wpdOf(2, bytes('text'), { prefix: Buffer.concat([index, packet, note]) });
    assert.equal(partOf(await read('a.wpd', file), 'notes'), 'en note\n');
  });

  it('of version 5 gives its text, with the notes that stand in it', async () => {
    const text = bytes(
      'Hej',
      0x0d,
      'S',
      0xc0,
      81,
      1,
      0xc0,
      'ren',
      0xd6,
      0,
      8,
      0,
      'note',
      0,
      8,
      0,
      0xd6,
      'slut',
    );
    assert.match((await read('a.wpd', wpdOf(0, text))).text, /^Hej Søren\s+note\s+slut\n$/);
  });

  it('ends as encrypted when it has a password', async () => {
    assert.equal((await read('a.wpd', wpdOf(2, bytes('x'), { cipher: 77 }))).ended, 'skipped/encrypted');
  });

  it('ends where functions claim to be longer than the file', async () => {
    assert.equal((await read('a.wpd', wpdOf(2, bytes('before', 0xd4, 1, 0xff, 0xff, 'x')))).text, 'before\n');
  });
});
