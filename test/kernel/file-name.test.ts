import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeName, displayName, encodeName } from '#kernel/file-name.ts';

describe('file names', () => {
  it('come back as the same bytes, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        assert.deepEqual(new Uint8Array(encodeName(decodeName(bytes))), new Uint8Array(bytes));
      }),
    );
  });

  it('come back as the same bytes after a trip through JSON', () => {
    const bytes = Buffer.from([0x6c, 0xf8, 0x6e, 0x0a, 0xf0, 0x9f, 0x98, 0x80, 0xff]);
    const name: unknown = JSON.parse(JSON.stringify(decodeName(bytes)));
    assert.equal(typeof name, 'string');
    assert.deepEqual(encodeName(String(name)), bytes);
  });

  it('that are UTF-8 read as they are', () => {
    assert.equal(decodeName(Buffer.from('løn 😀.xlsx')), 'løn 😀.xlsx');
  });

  it('in Latin-1 keep the odd byte as an escape', () => {
    assert.equal(decodeName(Buffer.from('l\xf8n', 'latin1')), 'l\udcf8n');
  });

  it('do not take surrogates written as UTF-8 for text', () => {
    assert.equal(decodeName(Buffer.from([0xed, 0xb2, 0x80])), '\udced\udcb2\udc80');
  });

  it('with a surrogate that no byte stands for are refused', () => {
    assert.throws(() => encodeName('a\ud800b'), /not a file name/);
  });

  it('are shown on one line', () => {
    assert.equal(displayName('a\nb\u2028c\x7f\x85'), 'a␊b<U+2028>c␡<U+0085>');
  });

  it('are shown without turning the text around', () => {
    assert.equal(displayName('\u202egpj.exe'), '<U+202E>gpj.exe');
  });

  it('are shown with a replacement character for a byte that is not text', () => {
    assert.equal(displayName('l\udcf8n'), 'l\ufffdn');
  });

  it('are shown with emoji and accents as they are', () => {
    assert.equal(displayName('👩‍👧 Årsløn 😀'), '👩‍👧 Årsløn 😀');
  });
});
