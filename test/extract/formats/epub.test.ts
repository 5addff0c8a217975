import assert from 'node:assert/strict';
import { bookPage, epubOf } from '../../support/documents/book-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

const TWO = [
  ['z.xhtml', bookPage('first words')],
  ['a.xhtml', bookPage('second words')],
] as const;

describe('epub', () => {
  it('gives the chapters in the order in which they are read, each by its name', async () => {
    const { segments, ended } = await read('a.epub', epubOf(TWO));
    assert.equal(ended, 'scanned');
    assert.deepEqual(
      segments.map(({ text, place }) => [place.part, text]),
      [
        ['z.xhtml', 'first words\n'],
        ['a.xhtml', 'second words\n'],
      ],
    );
  });

  it('tells who wrote and published it', async () => {
    const metadata =
      '<dc:creator>Åse Holm</dc:creator><dc:publisher>Forlaget</dc:publisher><dc:language>da</dc:language>';
    const properties = partOf(await read('a.epub', epubOf(TWO, { metadata })), 'properties');
    assert.equal(properties, 'creator: Åse Holm\npublisher: Forlaget\n');
  });

  it('reads pages that the book lists and that are in no order', async () => {
    const items = '<item id="n" href="notes.xhtml" media-type="application/xhtml+xml"/>';
    const others = [{ name: 'book/notes.xhtml', content: bookPage('a note') }];
    assert.equal(partOf(await read('a.epub', epubOf(TWO, { items, others })), 'notes.xhtml'), 'a note\n');
  });

  it('is whole without its fonts, style sheets and small pictures', async () => {
    const others = ['book/f.otf', 'book/s.css', 'book/logo.png'].map((name) => ({
      name,
      content: '\0\u0001\u0002',
    }));
    const { ended, text } = await read('a.epub', epubOf(TWO, { others }));
    assert.equal(ended, 'scanned');
    assert.equal(text, 'first words\n\nsecond words\n');
  });

  it('reads a file that was put in beside the book', async () => {
    const others = [{ name: 'book/cv.docx', content: docxOf(paragraph('the life')) }];
    const { segments } = await read('a.epub', epubOf(TWO, { others }));
    assert.deepEqual(segments.find(({ text }) => text === 'the life\n')?.place.path, ['book/cv.docx']);
  });

  it('reads what follows a script that is closed at once, as XHTML has it', async () => {
    const page = bookPage('after the script', '<script src="a.js"/><title/>');
    assert.equal((await read('a.epub', epubOf([['a.xhtml', page]]))).text, 'after the script\n');
  });

  it('reads the pages by their names when the list of them is lost', async () => {
    const book = zipOf([
      { name: 'mimetype', content: 'application/epub+zip', stored: true },
      { name: 'b.html', content: bookPage('two') },
      { name: 'a.html', content: bookPage('one') },
    ]);
    assert.equal((await read('a.epub', book)).text, 'one\n\ntwo\n');
  });

  it('ends as partial when chapters are enciphered, and not for obscured fonts', async () => {
    const listed = (algorithm: string, name: string): { name: string; content: string } => ({
      name: 'META-INF/encryption.xml',
      content: `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${name}"/></CipherData></EncryptedData></encryption>`,
    });
    const aes = listed('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'book/text/a.xhtml');
    const font = listed('http://www.idpf.org/2008/embedding', 'book/f.otf');
    assert.equal((await read('a.epub', epubOf(TWO, { others: [aes] }))).ended, 'partial/encrypted');
    assert.equal((await read('a.epub', epubOf(TWO, { others: [font] }))).ended, 'scanned');
  });

  it('ends as corrupt or better wherever it is changed', async () => {
    const whole = epubOf(TWO);
    for (let at = 0; at < whole.length; at += 31) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('a.epub', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
    }
  });
});
