import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { tarOf } from '../../support/documents/tar-maker.ts';

describe('tar', () => {
  it('reads each file in it by its own format and says where it lies', async () => {
    const tar = tarOf([
      { name: 'folder/', content: '', kind: '5' },
      { name: 'folder/letter.docx', content: docxOf(paragraph('the letter')) },
      { name: 'notes.txt', content: 'a note' },
    ]);
    const { segments, ended } = await read('a', tar);
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments.find(({ text }) => text === 'the letter\n')?.place, {
      path: ['folder/letter.docx'],
      part: 'body',
    });
    assert.ok(segments.some(({ text }) => text === 'a note'));
  });

  it('gives names that are longer than the header has room for', async () => {
    const long = `${'folder/'.repeat(30)}Åse.txt`;
    const gnu = tarOf([
      { name: '././@LongLink', content: `${long}\0`, kind: 'L' },
      { name: 'short', content: 'x' },
    ]);
    assert.equal(partOf(await read('a.tar', gnu), 'names'), `${long}\n`);
    const line = ` path=${long}\n`;
    const posix = tarOf([
      { name: 'PaxHeader', content: `${Buffer.byteLength(line) + 3}${line}`, kind: 'x' },
      { name: 'short', content: 'x' },
    ]);
    assert.equal(partOf(await read('a.tar', posix), 'names'), `${long}\n`);
  });

  it('takes names that lead out of it as names', async () => {
    const { text, ended } = await read('a.tar', tarOf([{ name: '../../etc/passwd', content: 'content' }]));
    assert.equal(ended, 'scanned');
    assert.match(text, /content/);
  });

  it('ends as partial where it is cut off', async () => {
    const tar = tarOf([
      { name: 'a.txt', content: 'first' },
      { name: 'b.txt', content: 'x'.repeat(5000) },
    ]);
    const { text, ended } = await read('a.tar', tar.subarray(0, 3000));
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /first/);
  });

  it('ends as partial where a header claims more than there is', async () => {
    const tar = tarOf([
      { name: 'a.txt', content: 'first' },
      { name: 'b.txt', content: 'x'.repeat(20_000), claimedSize: 8_000_000_000 },
    ]);
    assert.equal((await read('a.tar', tar)).ended, 'partial/corrupt');
  });
});
