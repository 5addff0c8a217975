import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { mapiList, number, tnefOf } from '../../support/documents/tnef-maker.ts';

const ITEM = 0x00069003;
const RECIPIENTS = 0x00069004;
const BEGINS = 0x00069002;
const ATTACHMENT = 0x00069005;
const TITLE = 0x00018010;
const DATA = 0x0006800f;

/** An RTF body as it is kept when it is not packed. */
function rtfBody(text: string): Buffer {
  const rtf = Buffer.from(`{\\rtf1 ${text}}`);
  return Buffer.concat([number(rtf.length + 12), number(rtf.length), Buffer.from('MELA'), number(0), rtf]);
}

describe('tnef', () => {
  it('gives who wrote to whom about what', async () => {
    const sender = mapiList({ 0x0037: 'Løn', 0x0c1a: 'Ida Holm', 0x5d01: 'ida@example.com' });
    const recipients = Buffer.concat([
      number(2),
      mapiList({ 0x0c15: 1, 0x3001: 'Bo Vang', 0x39fe: 'bo@example.com' }),
      mapiList({ 0x0c15: 2, 0x3001: 'Eva' }),
    ]);
    const result = await read('winmail.dat', tnefOf([1, RECIPIENTS, recipients], [1, ITEM, sender]));
    assert.equal(result.format, 'tnef');
    assert.equal(result.ended, 'scanned');
    assert.equal(
      partOf(result, 'headers'),
      'Subject: Løn\nFrom: Ida Holm <ida@example.com>\nTo: Bo Vang <bo@example.com>\nCc: Eva\n',
    );
  });

  it('reads sender, subject and body in the older way', async () => {
    const from = Buffer.alloc(8);
    from.writeUInt16LE(9, 4);
    from.writeUInt16LE(21, 6);
    const sender = Buffer.concat([from, Buffer.from('Ida Holm\0SMTP:ida@example.com\0')]);
    const result = await read(
      'winmail.dat',
      tnefOf(
        [1, 0x00008000, sender],
        [1, 0x00018004, Buffer.from('About\0')],
        [1, 0x0002800c, Buffer.from('the body\0')],
      ),
    );
    assert.equal(partOf(result, 'headers'), 'Subject: About\nFrom: Ida Holm <ida@example.com>\n');
    assert.equal(partOf(result, 'text'), 'the body');
  });

  it('reads the body that is kept as RTF', async () => {
    const item = mapiList({ 0x0037: 'x' });
    item.writeUInt32LE(2, 0);
    const body = rtfBody("bl\\u229\\'e5b\\u230\\'e6r");
    const rtf = Buffer.concat([
      Buffer.from('02010910', 'hex'),
      number(1),
      number(body.length),
      body,
      Buffer.alloc((4 - (body.length % 4)) % 4),
    ]);
    const { text } = await read('winmail.dat', tnefOf([1, ITEM, Buffer.concat([item, rtf])]));
    assert.match(text, /blåbær/);
  });

  it('reads attachments by their own format under their long names', async () => {
    const file = tnefOf(
      [2, BEGINS, Buffer.alloc(14)],
      [2, TITLE, Buffer.from('CV~1.DOC\0')],
      [2, DATA, docxOf(paragraph('attached words'))],
      [2, ATTACHMENT, mapiList({ 0x3707: 'cv for Ida.docx' })],
      [2, BEGINS, Buffer.alloc(14)],
      [2, TITLE, Buffer.from('note.txt\0')],
      [2, DATA, Buffer.from('second')],
    );
    const { segments } = await read('winmail.dat', file);
    assert.deepEqual(
      segments
        .map(({ text, place }) => [place.path, text])
        .filter(([, text]) => /words|second/.test(String(text))),
      [
        [['cv for Ida.docx'], 'attached words\n'],
        [['note.txt'], 'second'],
      ],
    );
  });

  it('reads a mail that is attached to it', async () => {
    const inner = tnefOf([1, ITEM, mapiList({ 0x1000: 'inner body' })]);
    const attached = mapiList({ 0x3001: 'Forwarded', 0x3701: { object: inner } });
    const { segments } = await read(
      'winmail.dat',
      tnefOf([2, BEGINS, Buffer.alloc(14)], [2, ATTACHMENT, attached]),
    );
    assert.deepEqual(segments.find(({ text }) => text === 'inner body')?.place.path, ['Forwarded']);
  });

  it('reads narrow strings in the code page that it names, and properties with names', async () => {
    const item = mapiList({ 0x1000: { narrow: Buffer.from([0xc4, 0xe0]) }, 0x8001: 'Sagsnummer 17' });
    const result = await read('winmail.dat', tnefOf([1, 0x00069007, number(1251)], [1, ITEM, item]));
    assert.equal(partOf(result, 'text'), 'Да');
    assert.equal(partOf(result, 'properties'), 'Sagsnummer 17\n');
  });

  it('is read where it is attached to a mail', async () => {
    const winmail = tnefOf([1, ITEM, mapiList({ 0x1000: 'hidden body' })]).toString('base64');
    const mail =
      'From: ida@example.com\r\nMessage-ID: <1@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=s\r\n\r\n' +
      `--s\r\nContent-Type: text/plain\r\n\r\nhi\r\n--s\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${winmail}\r\n--s--\r\n`;
    const { segments } = await read('a.eml', mail);
    assert.deepEqual(segments.find(({ text }) => text === 'hidden body')?.place.path, ['winmail.dat']);
  });

  it('gives what it has when it is cut off', async () => {
    const whole = tnefOf([1, ITEM, mapiList({ 0x0037: 'kept' })], [1, 0x0002800c, Buffer.alloc(1000, 'x')]);
    const { text, ended } = await read('winmail.dat', whole.subarray(0, whole.length - 400));
    assert.match(text, /Subject: kept/);
    assert.equal(ended, 'partial/corrupt');
  });

  it('ends as corrupt or better wherever it is changed', async () => {
    const whole = tnefOf(
      [1, RECIPIENTS, Buffer.concat([number(1), mapiList({ 0x3001: 'Bo' })])],
      [1, ITEM, mapiList({ 0x0037: 'subject', 0x8001: 'named', 0x1000: { narrow: Buffer.from('body') } })],
      [2, BEGINS, Buffer.alloc(14)],
      [2, DATA, Buffer.from('some text')],
    );
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('winmail.dat', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
    }
  });

  it('ends as too deep when mails nest in one another without end', async () => {
    let inner = tnefOf([1, ITEM, mapiList({ 0x0037: 'innermost' })]);
    for (let i = 0; i < 50; i++) {
      const attached = mapiList({ 0x0037: `level ${i}`, 0x3701: { object: inner } });
      inner = tnefOf([2, BEGINS, Buffer.alloc(14)], [2, ATTACHMENT, attached]);
    }
    const { ended, text } = await read('winmail.dat', inner);
    assert.match(ended, /too_deep$/);
    assert.doesNotMatch(text, /innermost/);
  });
});
