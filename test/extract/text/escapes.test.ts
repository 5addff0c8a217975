import assert from 'node:assert/strict';
import { withLetters } from '#extract/text/escapes.ts';
import { read } from '../../support/documents/reading.ts';

/** The same text in pieces of this length. */
async function inPieces(text: string, length: number, kind: 'json' | 'xml'): Promise<string> {
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += length) yield await Promise.resolve(text.slice(at, at + length));
  }
  let joined = '';
  for await (const piece of withLetters(pieces(), kind)) joined += piece;
  return joined;
}

describe('letters that are written by their numbers', () => {
  it('are letters in JSON', async () => {
    assert.equal(
      (await read('a.json', '{"navn":"S\\u00f8ren \\u00c5","side":"a\\/b"}')).text,
      '{"navn":"Søren Å","side":"a/b"}',
    );
  });

  it('are letters in XML, and tags stay tags', async () => {
    const xml = '<?xml version="1.0"?><navn a="&quot;">S&#248;ren &#xC5; &amp; &lt;b&gt;</navn>';
    assert.equal(
      (await read('a.xml', xml)).text,
      '<?xml version="1.0"?><navn a=""">Søren Å & &lt;b&gt;</navn>',
    );
  });

  it('stay as they are in other text', async () => {
    assert.equal((await read('a.txt', 'S\\u00f8ren &#248;')).text, 'S\\u00f8ren &#248;');
  });

  it('are not made of a backslash that is itself escaped', async () => {
    assert.equal((await read('a.json', '"\\\\u00f8 \\\\\\u00f8"')).text, '"\\\\u00f8 \\\\ø"');
  });

  it('add no line and no quote', async () => {
    assert.equal((await read('a.json', '"a\\nb\\u000ac\\u0022d\\"e"')).text, '"a b\\u000ac\\u0022d\\"e"');
  });

  it('are the same wherever the text is cut', async () => {
    const json = '"\\\\\\u00e6\\u00f8\\\\u00e5\\\\\\\\\\u00e5 \\ud83d\\ude00"';
    const xml = 'a&#230;b&#xF8;&amp;&#229;&unknown;&';
    for (let length = 1; length < 12; length++) {
      assert.equal(await inPieces(json, length, 'json'), '"\\\\æø\\\\u00e5\\\\\\\\å 😀"');
      assert.equal(await inPieces(xml, length, 'xml'), 'aæbø&å&unknown;&');
    }
  });
});
