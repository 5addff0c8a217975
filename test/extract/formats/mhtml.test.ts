import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';

/** A web page as one file: its parts, each a type with its content. */
function pageOf(head: string, ...parts: readonly (readonly [type: string, content: string])[]): string {
  const bodies = parts.map(
    ([type, content], i) =>
      `--sep\r\nContent-Type: ${type}\r\nContent-Location: file:///C:/a/${i}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${content}\r\n`,
  );
  return `${head}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="sep"\r\n\r\n${bodies.join('')}--sep--\r\n`;
}

const BROWSER = 'From: <Saved by Blink>\r\nSubject: A page\r\nDate: Wed, 21 Mar 2018 14:14:32 -0800\r\n';
const HTML = 'text/html; charset="utf-8"';

describe('web pages saved as one file', () => {
  it('give the page and the frames in it', async () => {
    const page = pageOf(
      BROWSER,
      [HTML, '<html><p>blåbær</p></html>'],
      [HTML, '<html><p>the frame</p></html>'],
    );
    const result = await read('a.mhtml', page);
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'html'), 'blåbær\nthe frame\n');
    assert.match(partOf(result, 'headers'), /Subject: A page\nFrom: Saved by Blink\n/);
  });

  it('are known without a sender, and when they are called .doc', async () => {
    const result = await read('report.doc', pageOf('', [HTML, '<html><p>the report</p></html>']));
    assert.equal(result.format, 'eml');
    assert.equal(result.text, 'the report\n');
  });

  it('give who wrote them with Word', async () => {
    const head =
      '<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Ida Holm</o:Author><o:LastAuthor>Bo Vang</o:LastAuthor><o:Pages>1</o:Pages></o:DocumentProperties></xml><![endif]-->';
    const { text } = await read('a.mht', pageOf('', [HTML, `<html><head>${head}</head><p>text</p></html>`]));
    assert.equal(text, 'Author: Ida Holm\nLastAuthor: Bo Vang\ntext\n');
  });

  it('give nothing of their style sheets, scripts and lists of files', async () => {
    const page = pageOf(
      BROWSER,
      [HTML, '<html><p>seen</p></html>'],
      ['text/css', 'p { color: red }'],
      ['application/javascript', 'var x'],
      ['text/xml', '<xml xmlns:o="o"><o:MainFile HRef="../a.htm"/></xml>'],
    );
    assert.doesNotMatch((await read('a.mht', page)).text, /color|var x|MainFile/);
  });

  it('give other parts as files in them', async () => {
    const { segments } = await read(
      'a.mht',
      pageOf(BROWSER, [HTML, '<p>x</p>'], ['application/json', '{"navn":"Ida"}']),
    );
    assert.deepEqual(segments.find(({ text }) => text.includes('Ida'))?.place.path, ['attachment']);
  });
});
