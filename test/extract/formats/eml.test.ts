import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const HEAD =
  'From: =?utf-8?Q?S=C3=B8ren?= <soren@example.com>\r\nTo: Team: ida@example.com, bo@example.com;\r\n' +
  'Cc: "Holm, Eva" <eva@example.com>\r\nSubject: =?iso-8859-1?Q?L=F8n?=\r\nMessage-ID: <1@example.com>\r\nMIME-Version: 1.0\r\n';

function multipart(kind: string, ...parts: string[]): string {
  return `Content-Type: multipart/${kind}; boundary=sep\r\n\r\n${parts.map((part) => `--sep\r\n${part}\r\n`).join('')}--sep--\r\n`;
}

describe('eml', () => {
  it('gives who wrote to whom about what', async () => {
    const headers = partOf(await read('a.eml', `${HEAD}\r\nhello\r\n`), 'headers');
    assert.match(headers, /From: Søren <soren@example.com>/);
    assert.match(headers, /To: Team: ida@example.com bo@example.com/);
    assert.match(headers, /Cc: Holm, Eva <eva@example.com>/);
    assert.match(headers, /Subject: Løn/);
  });

  it('gives a text body in its own charset', async () => {
    const mail = `${HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nbl=E5b=E6r\r\n`;
    assert.match(partOf(await read('a.eml', mail), 'text'), /blåbær/);
  });

  it('gives of the HTML body only what the text body does not say', async () => {
    const mail =
      HEAD +
      multipart(
        'alternative',
        'Content-Type: text/plain\r\n\r\nsaid twice',
        'Content-Type: text/html\r\n\r\n<p>said twice</p><p>only here</p>',
      );
    const result = await read('a.eml', mail);
    assert.equal(partOf(result, 'html'), 'only here\n');
    assert.match(partOf(result, 'text'), /said twice/);
  });

  it('reads attachments by their own format, with their name in the path', async () => {
    const docx = docxOf(paragraph('attached words')).toString('base64');
    const attachment = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="cv.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${docx}`;
    const { segments } = await read(
      'a.eml',
      HEAD + multipart('mixed', 'Content-Type: text/plain\r\n\r\nsee cv', attachment),
    );
    assert.deepEqual(segments.find(({ text }) => text === 'attached words\n')?.place.path, ['cv.docx']);
  });

  it('reads a forwarded mail as a mail', async () => {
    const inner = `From: inner@example.com\r\nSubject: inside\r\nMessage-ID: <2>\r\nMIME-Version: 1.0\r\n\r\ninner words`;
    const { segments } = await read(
      'a.eml',
      HEAD + multipart('mixed', `Content-Type: message/rfc822\r\n\r\n${inner}`),
    );
    const words = segments.find(({ text }) => text.includes('inner words'));
    assert.deepEqual(words?.place, { path: ['message.eml'], part: 'text', line: 1 });
  });

  it('reads what there is of a mail that is cut off', async () => {
    const { text } = await read(
      'a.eml',
      HEAD +
        'Content-Type: multipart/mixed; boundary=sep\r\n\r\n--sep\r\nContent-Type: text/plain\r\n\r\nhalf a sen',
    );
    assert.match(text, /half a sen/);
  });
});
