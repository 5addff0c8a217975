import forge from 'node-forge';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { docxOf, paragraph } from '../../../test/support/documents/office-maker.ts';
import type { Seed } from './seed.ts';

/** Text of several kinds, mail, what is signed, and PDF. */
export async function textSeeds(): Promise<Seed[]> {
  const seeds = Object.entries(TEXTS).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  return [
    ...seeds,
    { name: 'utf16.txt', bytes: Buffer.from(`\ufeff${'Kære Åse\r\n'.repeat(20)}`, 'utf16le') },
    { name: 'dos.csv', bytes: Buffer.from('Navn;Bel\x9bb\nS\x9bren;12\n'.repeat(10), 'latin1') },
    { name: 'a.eml', bytes: mail() },
    { name: 'a.p7m', bytes: signed() },
    { name: 'a.pdf', bytes: await printed(false) },
    { name: 'b.pdf', bytes: await printed(true) },
  ];
}

const BODY =
  'From: ida@example.com\nTo: Bo <bo@example.com>\nMessage-ID: <1>\nSubject: =?utf-8?Q?L=C3=B8n?=\n';

const TEXTS: Readonly<Record<string, string>> = {
  'a.txt': 'Kære Åse,\ntak for brevet.\n'.repeat(10),
  'a.csv': `Navn;By;Løn\n${'"Ida ""Holm""";Vejle;42\n'.repeat(10)}`,
  'a.html':
    '<!doctype html><html><head><title>T</title><script>var a</script><style>p{}</style></head><body><!-- c --><table><tr><th>Navn<td>Ida</table><p>a&oslash;b<br><a href="mailto:ida@example.com">x</a><img alt="b"></body></html>',
  'a.vcf':
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Holm;Ida\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8ren =\r\nHolm\r\nEND:VCARD\r\n',
  'a.ics':
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE;CN="Holm, Ida":mailto:ida@example.com\r\nSUMMARY:a\\, b\r\n c\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  'a.rtf':
    '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\info{\\author Ida}}{\\header head}K\\\'e6re \\u197?se\\par{\\footnote note}\\trowd a\\cell b\\cell\\row{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt y}}{\\object{\\*\\objdata 0105000002000000}}{\\pict\\pngblip 89504e47}\\bin3 abc}',
  'a.json': '{"name":"Ida","list":[1,2,{"a":null}]}',
  'a.mbox': `From ida@example.com Mon Jan 01 10:00:00 2001\n${BODY}\none\n\nFrom bo@example.com Mon Jan 01 10:00:00 2001\n${BODY}\ntwo\n`,
};

function mail(): Buffer {
  const attachment = docxOf(paragraph('attached'))
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\n');
  return Buffer.from(
    `${BODY}Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>K=C3=A6re</p>\n` +
      `--x\nContent-Type: application/octet-stream; name="cv.docx"\nContent-Transfer-Encoding: base64\n\n${attachment}\n--x\nContent-Type: message/rfc822\n\n${BODY}\ninner\n--x--\n`,
  );
}

function signed(): Buffer {
  const message = forge.pkcs7.createSignedData();
  message.content = forge.util.createBuffer('signed words', 'raw');
  message.sign();
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1');
}

async function printed(isPlain: boolean): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor('Ida Holm');
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const words of ['first page', 'second page'])
    document.addPage([300, 200]).drawText(words, { x: 20, y: 100, font });
  const form = document.getForm();
  form.createTextField('name').addToPage(document.addPage([300, 200]), { x: 20, y: 20 });
  await document.attach(Buffer.from('an attachment'), 'a.txt', {
    mimeType: 'text/plain',
    creationDate: new Date(0),
  });
  return Buffer.from(await document.save({ useObjectStreams: !isPlain }));
}
