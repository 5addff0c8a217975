import assert from 'node:assert/strict';
import { ownTime } from '../../support/own-time.ts';
import { read } from '../../support/documents/reading.ts';

describe('cards and calendars', () => {
  it('give names, numbers and addresses of a card without its picture', async () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Holm;Ida\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8ren =\r\nHolm\r\n' +
      'item1.TEL;CELL:+45 12345678\r\nADR;HOME:;;Vej 1;By;;1234;DK\r\nPHOTO;ENCODING=BASE64;JPEG:abcd\r\n efgh\r\nEND:VCARD\r\n';
    const { text, ended, format } = await read('a', card);
    assert.deepEqual([ended, format], ['scanned', 'cards']);
    assert.equal(text, 'N: Holm Ida\nFN: Søren Holm\nTEL: +45 12345678\nADR: Vej 1 By 1234 DK\n');
  });

  it('give who takes part in what, with folded lines put together', async () => {
    const calendar =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE;CN="Holm, Ida";ROLE=X:mailto:ida@example.com\r\n' +
      'SUMMARY:sick leave\\, ta\r\n lk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const { text } = await read('a', calendar);
    assert.equal(text, 'ATTENDEE: Holm, Ida <ida@example.com>\nSUMMARY: sick leave, talk\n');
  });

  it('take no longer than their length for a line made of separators', async () => {
    const card = `BEGIN:VCARD\nN${';"'.repeat(200_000)}\n`;
    assert.ok((await ownTime(() => read('a', card))) < 2000);
  });
});
