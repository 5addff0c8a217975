import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { read } from '../../support/documents/reading.ts';

const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;

describe('html', () => {
  it('gives blocks as lines and words within them as they flow', async () => {
    const { text } = await read(
      'a.html',
      page('<h1>Title</h1><p>one <b>two</b>\n three<br>four</p><p>K&oslash;b</p>'),
    );
    assert.equal(text, 'Title\none two three\nfour\nKøb\n');
  });

  it('gives a table as rows with tabs between cells, empty ones too', async () => {
    const { text } = await read(
      'a.html',
      page('<table><tr><th>Navn<th>CPR<tr><td><p>Ida</p><td><td>x</table>'),
    );
    assert.equal(text, 'Navn\tCPR\nIda\t\tx\n');
  });

  it('leaves out scripts and styles', async () => {
    const { text } = await read(
      'a.html',
      page('<style>p{}</style><script>var secret = "<p>"</script><p>seen</p>'),
    );
    assert.equal(text, 'seen\n');
  });

  it('gives titles, alternative texts, form values and addresses of mail links', async () => {
    const { text } = await read(
      'a.html',
      '<html><head><title>T1</title><meta name="author" content="A1"></head><body><img alt="P1"><a title="L1" ' +
        'href="mailto:a%40example.com">write</a><input value="V1"><input type="hidden" value="token"></body></html>',
    );
    for (const expected of ['T1', 'A1', 'P1', 'L1', 'a@example.com', 'write', 'V1'])
      assert.ok(text.includes(expected));
    assert.doesNotMatch(text, /token/);
  });

  it('gives comments, but not conditional ones', async () => {
    const { text } = await read('a.html', page('<!-- removed: Ida --><!--[if mso]>office<![endif]-->x'));
    assert.match(text, /removed: Ida/);
    assert.doesNotMatch(text, /office/);
  });

  it('keeps the lines of preformatted text', async () => {
    assert.equal((await read('a.html', page('<pre>a  b\nc</pre>'))).text, 'a  b\nc\n');
  });

  it('takes the charset that it declares', async () => {
    const bytes = iconv.encode(
      '<html><head><meta charset="windows-1250"></head><body>Łódź</body></html>',
      'windows-1250',
    );
    assert.match((await read('a.html', bytes)).text, /Łódź/);
  });

  it('reads what is not well formed', async () => {
    assert.equal((await read('a.html', '<html><p>a<div>b</p><td>c</i>')).text, 'a\nb\nc\n');
  });

  it('reads the files that stand in its addresses, and no icons', async () => {
    const letter = docxOf(paragraph('the letter')).toString('base64');
    const icon = Buffer.alloc(200).toString('base64');
    const links = `<a href="data:application/octet-stream;base64,${letter}">x</a><img src="data:image/png;base64,${icon}">`;
    const { segments, ended } = await read('a.html', page(links));
    assert.deepEqual(segments.find(({ text }) => text === 'the letter\n')?.place.path, ['file 1']);
    assert.equal(ended, 'scanned');
  });
});
