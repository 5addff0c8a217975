import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { read } from '../../support/documents/reading.ts';

const DANISH = 'Rødgrød med fløde på Ærø; Ålborg, æbler, smørrebrød og blåbær.\n';

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await read('a', bytes)).text;
}

describe('the charset of a text', () => {
  for (const charset of [
    'cp850',
    'cp865',
    'macintosh',
    'windows-1252',
    'iso-8859-1',
    'utf-16le',
    'utf-16be',
    'utf-32le',
  ])
    it(`is found when Danish is written in ${charset}`, async () => {
      assert.equal(await textOf(iconv.encode(DANISH.repeat(3), charset)), DANISH.repeat(3));
    });

  it('is found when there is one Danish letter only, of DOS', async () => {
    assert.equal(await textOf(iconv.encode('Kære bestyrelse\n', 'cp850')), 'Kære bestyrelse\n');
  });

  it('stays that of Windows for quotes and dashes', async () => {
    const text = 'it\u2019s \u201cquoted\u201d \u2013 and so on\n';
    assert.equal(await textOf(iconv.encode(text, 'windows-1252')), text);
  });

  it('is found for Russian and Greek in UTF-16 without a mark', async () => {
    for (const text of ['Привет, мир 2020\n', 'Καλημέρα κόσμε 2020\n'])
      for (const charset of ['utf-16le', 'utf-16be'])
        assert.equal(await textOf(iconv.encode(text.repeat(4), charset)), text.repeat(4));
  });

  it("is found for a mainframe's English and Danish", async () => {
    const international = 'c8859393964b40d4a840958194854089a240c984814b25';
    assert.equal(
      await textOf(Buffer.from(international.repeat(3), 'hex')),
      'Hello. My name is Ida.\n'.repeat(3),
    );
    const words = 'd2c0998540c984814b40c299c04096874092818686854025';
    assert.match(await textOf(Buffer.from(words.repeat(2), 'hex')), /^Kære Ida. Bræ og kaffe/);
  });

  it('does not hide a short note for some control characters in it', async () => {
    const { text, ended } = await read('a', Buffer.from('\0\0Ida Holm\x01\x02\0\0, 010190-1234', 'latin1'));
    assert.equal(ended, 'scanned');
    assert.match(text, /Ida Holm/);
  });
});
