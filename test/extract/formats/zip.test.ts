import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

describe('zip', () => {
  it('reads each file in it by its own format and says where it lies', async () => {
    const inner = zipOf([{ name: 'letter.docx', content: docxOf(paragraph('the letter')) }]);
    const { segments, ended } = await read(
      'a.zip',
      zipOf([{ name: 'year/inner.zip', content: inner, stored: true }]),
    );
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments.find(({ text }) => text === 'the letter\n')?.place, {
      path: ['year/inner.zip', 'letter.docx'],
      part: 'body',
    });
  });

  it('gives the names of its files as text', async () => {
    const result = await read('a.zip', zipOf([{ name: 'sick notes/Ida Holm.txt', content: 'x' }]));
    assert.equal(partOf(result, 'names'), 'sick notes/Ida Holm.txt\n');
  });

  it("reads names in the packer's old charset", async () => {
    const name = iconv.encode('lønseddel på Åse.txt', 'cp850');
    const result = await read('a.zip', zipOf([{ name, content: 'x' }]));
    assert.equal(partOf(result, 'names'), 'lønseddel på Åse.txt\n');
  });

  it('reads on after an encrypted entry and ends as partial', async () => {
    const zip = zipOf([
      { name: 'secret.txt', content: 'x', encrypted: true },
      { name: 'open.txt', content: 'readable' },
    ]);
    const { text, ended } = await read('a.zip', zip);
    assert.match(text, /readable/);
    assert.equal(ended, 'partial/encrypted');
  });

  it('takes names that lead out of it, and nameless ones, as names', async () => {
    const names = ['../../etc/passwd', 'C:\\windows\\a.txt', '/root/x', '', 'nul\0byte.txt'];
    const zip = zipOf(names.map((name, i) => ({ name, content: `content ${i}` })));
    const { text, ended } = await read('a.zip', zip);
    assert.equal(ended, 'scanned');
    for (const i of names.keys()) assert.match(text, new RegExp(`content ${i}`));
  });

  it('is scanned when it is empty', async () => {
    assert.equal((await read('a.zip', zipOf([]))).ended, 'scanned');
  });

  it('ends as partial when a file in it is of no known format', async () => {
    const zip = zipOf([
      { name: 'a.bin', content: Buffer.from([0, 1, 2, 3, 0, 0, 4, 5]) },
      { name: 'b.txt', content: 'text' },
    ]);
    const { text, ended } = await read('a.zip', zip);
    assert.match(text, /text/);
    assert.equal(ended, 'partial/unsupported');
  });
});
