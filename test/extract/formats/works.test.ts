import assert from 'node:assert/strict';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

/** The stream of Works 1 to 4: version, the text from byte 256 on, and in the header where it ends. */
function oldWorks(version: number, text: string): Buffer {
  const document = Buffer.alloc(0x100 + text.length + 50);
  document.set([version, 0xfe]);
  document.writeUInt32LE(0x100 + text.length, 0x26);
  document.write(text, 0x100, 'latin1');
  return document;
}

/** A stream of chunks of the kind TEXT, each in a list of its own. */
function chunks(mark: string, ...texts: readonly string[]): Buffer {
  const stream = Buffer.alloc(0x18 + texts.length * 32);
  stream.write(mark, 'latin1');
  const bodies = texts.map((text) => Buffer.from(text, 'utf16le'));
  let at = stream.length;
  for (const [i, body] of bodies.entries()) {
    const list = 0x18 + i * 32;
    stream.writeUInt16LE(1, list + 2);
    stream.writeUInt32LE(i + 1 < texts.length ? list + 32 : 0xffffffff, list + 4);
    stream.writeUInt16LE(24, list + 8);
    stream.write('TEXT', list + 10, 'latin1');
    stream.writeUInt32LE(at, list + 24);
    stream.writeUInt32LE(body.length, list + 28);
    at += body.length;
  }
  return Buffer.concat([stream, ...bodies]);
}

describe('works', () => {
  it('reads the word processor of Works 4', async () => {
    const result = await read('a.wps', compoundOf({ MN0: oldWorks(6, 'Kære Åse\r\nhilsen\r\n') }));
    assert.equal(result.format, 'works');
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'body'), 'Kære Åse\nhilsen\n');
  });

  it('reads the charset of DOS in its versions before Windows', async () => {
    assert.equal((await read('a.wps', compoundOf({ MN0: oldWorks(1, 'bl\x86b\x91r') }))).text, 'blåbær\n');
  });

  it('reads the chunks of Works 2000', async () => {
    const result = await read(
      'a.wps',
      compoundOf({ CONTENTS: chunks('CHNKWKS', 'Kære Åse\rtekst', 'noten') }),
    );
    assert.equal(result.format, 'works');
    assert.equal(partOf(result, 'body'), 'Kære Åse\ntekst\nnoten\n');
  });

  it('reads the texts of a publication', async () => {
    const quill = { QuillSub: { CONTENTS: chunks('CHNKINK ', 'Indbydelse') } };
    const result = await read('a.pub', compoundOf({ Contents: 'x', Quill: quill }));
    assert.equal(result.mime, 'application/x-mspublisher');
    assert.equal(partOf(result, 'body'), 'Indbydelse\n');
  });

  it('ends when its lists lead to one another', async () => {
    const stream = chunks('CHNKWKS', 'one', 'two');
    stream.writeUInt32LE(0x18, 0x18 + 32 + 4);
    assert.equal((await read('a.wps', compoundOf({ CONTENTS: stream }))).text, 'one\ntwo\n');
  });

  it('is corrupt when its text is said to end behind the file', async () => {
    const document = oldWorks(6, 'text');
    document.writeUInt32LE(0xfffffff, 0x26);
    assert.equal((await read('a.wps', compoundOf({ MN0: document }))).ended, 'failed/corrupt');
  });
});
