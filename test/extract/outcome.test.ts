import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { bytesInMemory } from '#kernel/bytes.ts';
import { extract } from '#extract/index.ts';
import { docxOf, odtOf, paragraph } from '../support/documents/office-maker.ts';
import { read } from '../support/documents/reading.ts';
import { zipOf } from '../support/documents/zip-maker.ts';

describe('how a file ends', () => {
  it('is scanned when all of it was read', async () => {
    assert.equal((await read('a.txt', 'hello')).ended, 'scanned');
  });

  it('is scanned without segments when the file is empty', async () => {
    const { ended, segments } = await read('a.docx', '');
    assert.deepEqual([ended, segments.length], ['scanned', 0]);
  });

  it('is skipped as unsupported for a binary file that nothing reads', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256));
    assert.equal((await read('a.txt', noise)).ended, 'skipped/unsupported');
  });

  it('is skipped as without text for a document that has none', async () => {
    assert.equal((await read('a.docx', docxOf('<w:p/>'))).ended, 'skipped/no_text');
  });

  it('is scanned for a text file of blanks', async () => {
    assert.equal((await read('a.txt', ' \n \n')).ended, 'scanned');
  });

  it('is failed as corrupt for an archive cut off before its first file', async () => {
    const zip = zipOf([{ name: 'a.txt', content: 'hello '.repeat(1000) }]);
    assert.equal((await read('a.zip', zip.subarray(0, 20))).ended, 'failed/corrupt');
  });

  it('is partial as corrupt for a document that breaks after some text', async () => {
    const { ended, text } = await read('a.docx', docxOf(`${paragraph('before the break')}<w:p></w:r>`));
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /before the break/);
  });

  it('is partial as encrypted for an archive whose entries all are, for their names are read', async () => {
    const zip = zipOf([{ name: 'a.txt', content: 'hello', encrypted: true }]);
    const { ended, text } = await read('a.zip', zip);
    assert.equal(ended, 'partial/encrypted');
    assert.equal(text, 'a.txt\n', 'only its name is known');
  });

  it('is skipped as encrypted for an OpenDocument text with a password', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    assert.equal((await read('a.odt', odtOf('x', { manifest }))).ended, 'skipped/encrypted');
  });

  it('is failed as unreadable when the file cannot be read', async () => {
    const extraction = await extract('a.txt', {
      size: 100,
      read: () => {
        throw new Error('disk');
      },
    });
    assert.equal((await extraction.segments.next()).done, true);
    assert.deepEqual(extraction.outcome(), { status: 'failed', reason: 'unreadable' });
  });

  it('is not to be asked for before the segments have ended', async () => {
    const extraction = await extract('a.txt', bytesInMemory(Buffer.from('hello')));
    assert.throws(() => extraction.outcome());
  });
});

describe('the limits of a reading', () => {
  it('cut the text where it gets too much, and say so', async () => {
    const { ended, text } = await read('a.txt', 'word '.repeat(100_000), { maxText: 100_000 });
    assert.deepEqual([ended, text.replaceAll('\n', '').length], ['partial/too_large', 100_000]);
  });

  it('count the text of nested files together', async () => {
    const content = 'x'.repeat(60);
    const zip = zipOf(['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, content })));
    const { ended, segments } = await read('a.zip', zip, { maxText: 100 });
    assert.equal(ended, 'partial/too_large');
    assert.equal(
      segments.reduce((sum, { text }) => sum + text.length, 0),
      100,
    );
  });

  it('count what is unpacked over all nested archives once', async () => {
    const inner = zipOf([{ name: 'a.txt', content: 'x'.repeat(50_000) }]);
    const outer = zipOf([1, 2, 3, 4].map((n) => ({ name: `${n}.zip`, content: inner })));
    assert.equal((await read('a.zip', outer, { maxUnpacked: 220_000 })).ended, 'scanned');
    assert.equal((await read('a.zip', outer, { maxUnpacked: 150_000 })).ended, 'partial/too_large');
  });

  it('stop archives within archives at the greatest depth', async () => {
    let zip = zipOf([{ name: 'deep.txt', content: 'deep down' }]);
    for (let depth = 0; depth < 4; depth++) zip = zipOf([{ name: `${depth}.zip`, content: zip }]);
    assert.match((await read('a.zip', zip, { maxDepth: 5 })).text, /deep down/);
    const { ended, text } = await read('a.zip', zip, { maxDepth: 4 });
    assert.equal(ended, 'partial/too_deep');
    assert.doesNotMatch(text, /deep down/);
  });

  it('leave out a file that would have to be whole in memory and is too large for it', async () => {
    const mail = `From: a@example.com\nTo: b@example.com\nMessage-ID: <1>\n\n${'x'.repeat(2000)}`;
    assert.equal((await read('a.eml', mail, { maxInMemory: 1000 })).ended, 'skipped/too_large');
  });

  it('stop an entry that grows out of all proportion', async () => {
    const zip = zipOf([{ name: 'bomb.txt', content: Buffer.alloc(40 * 1024 * 1024, 0x20) }]);
    assert.equal(deflateRawSync(Buffer.alloc(1024 * 1024)).length < 2000, true);
    const { ended } = await read('a.zip', zip, { maxRatio: 100 });
    assert.equal(ended, 'partial/too_large');
  });
});
