import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
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

  it('gives what can be had of an archive that was cut off', async () => {
    const members = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({
      name,
      content: `this is ${name} `.repeat(20),
    }));
    const whole = zipOf(members);
    const { text, ended } = await read('a.zip', whole.subarray(0, whole.indexOf('c.txt') + 12));
    assert.match(text, /this is a\.txt[^]*this is b\.txt/);
    assert.equal(ended, 'partial/corrupt');
  });

  it('gives the text of a document that was cut off', async () => {
    const whole = docxOf(paragraph('the letter'));
    const { mime, text, ended } = await read('a.docx', whole.subarray(0, whole.length - 30));
    assert.match(mime, /wordprocessingml/);
    assert.match(text, /the letter/);
    assert.equal(ended, 'partial/corrupt');
  });

  for (const stored of [true, false])
    for (const marked of [true, false])
      it(`finds where entries end by ${marked ? '' : 'un'}marked descriptors, ${stored ? 'stored' : 'deflated'}`, async () => {
        const file = Buffer.concat([
          described('a.txt', 'the first one', { stored, marked }),
          described('b.txt', 'the second one', { stored, marked }),
        ]);
        const { segments, ended } = await read('a.zip', file);
        assert.deepEqual(
          segments.map(({ text }) => text),
          ['the first one', 'the second one', 'a.txt\nb.txt\n'],
        );
        assert.equal(ended, 'partial/corrupt');
      });

  it('ends as unsupported after what is in this volume of several', async () => {
    const file = zipOf([{ name: 'a.txt', content: 'in this volume' }]);
    file.writeUInt16LE(1, file.length - 18);
    const { text, ended } = await read('a.zip', file);
    assert.match(text, /in this volume/);
    assert.equal(ended, 'partial/unsupported');
  });
});

/** An entry whose lengths come behind its data. */
function described(
  name: string,
  content: string,
  { stored, marked }: { stored: boolean; marked: boolean },
): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 6);
  header.writeUInt16LE(stored ? 0 : 8, 8);
  header.writeUInt16LE(name.length, 26);
  const data = stored ? Buffer.from(content) : deflateRawSync(content);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(data.length, 8);
  descriptor.writeUInt32LE(content.length, 12);
  return Buffer.concat([header, Buffer.from(name), data, marked ? descriptor : descriptor.subarray(4)]);
}
