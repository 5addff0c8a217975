import assert from 'node:assert/strict';
import { read } from '../../support/documents/reading.ts';

/** A document of Word for Windows 2: its text from byte 384 on. */
function word2(text: string, flags = 0): Buffer {
  const document = Buffer.alloc(0x180 + text.length + 20);
  document.writeUInt16LE(0xa5db, 0);
  document.writeUInt16LE(45, 2);
  document.writeUInt16LE(flags, 0x0a);
  document.writeUInt32LE(0x180, 0x18);
  document.writeUInt32LE(0x180 + text.length, 0x1c);
  document.write(text, 0x180, 'latin1');
  return document;
}

function write(text: string, pages: number): Buffer {
  const document = Buffer.alloc(0x80 + text.length + 20);
  document.set([0x31, 0xbe, 0, 0, 0, 0xab]);
  document.writeUInt32LE(0x80 + text.length, 0x0e);
  document.writeUInt16LE(pages, 0x60);
  document.write(text, 0x80, 'latin1');
  return document;
}

describe('Word before 6 and Write', () => {
  it('reads Word for Windows 2', async () => {
    const { text, ended } = await read('a.doc', word2('Kære Åse\rNavn\u0007Alder\u0007\u0007'));
    assert.equal(text, 'Kære Åse\nNavn\tAlder\n');
    assert.equal(ended, 'scanned');
  });

  it('is encrypted when its header says so', async () => {
    assert.equal((await read('a.doc', word2('x', 0x100))).ended, 'skipped/encrypted');
  });

  it('ends as partial when it was saved in a hurry', async () => {
    assert.equal((await read('a.doc', word2('x', 4))).ended, 'partial/unsupported');
  });

  it('is corrupt when its text is said to lie behind the file', async () => {
    const document = word2('text');
    document.writeUInt32LE(0xfffffff, 0x1c);
    assert.equal((await read('a.doc', document)).ended, 'failed/corrupt');
  });

  it('reads Windows Write', async () => {
    assert.equal((await read('a.wri', write('Kære Åse\r\n', 3))).text, 'Kære Åse\n');
  });

  it('reads Word for DOS in the charset of DOS', async () => {
    assert.equal((await read('a.doc', write('bl\x86b\x91r\r\n', 0))).text, 'blåbær\n');
  });
});
