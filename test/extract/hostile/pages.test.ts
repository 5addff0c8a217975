import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { zipOf } from '../../support/documents/zip-maker.ts';
import { creator, pagesFor, type Pages } from '../../support/pages.ts';
import { scanRoom, type ScanRoom } from '../../support/scan-room.ts';

/** Invented. */
const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const NAME = '"><img src=x onerror=alert(1)><b>\'.txt';

describe('pages about files with hostile names', function () {
  this.timeout(60_000);
  let room: ScanRoom;
  let karen: Pages;

  before(async () => {
    room = await scanRoom();
    room.file(NAME, LETTER);
    room.file('two\nlines\t\u202etxt.exe', LETTER);
    room.file('<script>alert(1)</script>', LETTER);
    writeFileSync(
      Buffer.concat([Buffer.from(`${room.share}/l`), Buffer.from([0xf8, 0xff]), Buffer.from('n.txt')]),
      LETTER,
    );
    room.file(
      'archive.zip',
      zipOf([
        { name: `../../${NAME}`, content: LETTER },
        { name: '<svg onload=alert(1)>/two\nlines.txt', content: LETTER },
      ]),
    );
    await room.scan();
    karen = await pagesFor(room, creator);
  });
  after(() => room.close());

  const harmless = (text: string): void =>
    assert.doesNotMatch(text, /<img src=x|<script>alert|<svg onload|<b>'/);

  it('show the list of files without a tag of theirs', async () => {
    const { status, text } = await karen.get('/files');
    assert.equal(status, 200);
    assert.match(text, /&lt;img src=x onerror=alert\(1\)&gt;/);
    harmless(text);
  });

  it('show each file without a tag of its name, nor of names inside it', async () => {
    const files = await room.files();
    assert.equal(files.size, 5);
    for (const { publicId, status } of files.values()) {
      assert.equal(status, 'scanned');
      const page = await karen.get(`/files/${publicId}`);
      assert.equal(page.status, 200);
      harmless(page.text);
    }
  });

  it('show the way into an archive as it was packed', async () => {
    const { text } = await karen.get(`/files/${(await room.files()).get('archive.zip')?.publicId ?? ''}`);
    assert.match(text, /\.\.\/\.\.\/&#34;&gt;&lt;img src=x/);
  });
});
