import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { storeOf } from '../../support/documents/store-maker.ts';

const MAIL = { 0x0037: 'Løn', 0x0c1a: 'Ida Holm', 0x5d01: 'ida@example.com', 0x1000: 'the body' };

describe('pst', () => {
  it('reads a mail and says in which folder it lies', async () => {
    const result = await read('a.pst', storeOf({ folder: 'Inbox', mail: MAIL }));
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'headers'), 'Subject: Løn\nFrom: Ida Holm <ida@example.com>\n');
    assert.deepEqual(result.segments.find(({ text }) => text === 'the body')?.place, {
      path: ['Inbox', 'Løn'],
      part: 'text',
      line: 1,
    });
  });

  it('reads attachments by their own format', async () => {
    const attachment = { name: 'cv.docx', content: docxOf(paragraph('attached words')) };
    const { segments } = await read('a.pst', storeOf({ folder: 'Inbox', mail: MAIL, attachment }));
    const words = segments.find(({ text }) => text === 'attached words\n');
    assert.deepEqual(words?.place.path, ['Inbox', 'Løn', 'cv.docx']);
  });

  it('ends, when its tree of nodes leads back to itself', async () => {
    const store = storeOf({ folder: 'Inbox', mail: MAIL });
    store[1024 + 491] = 1;
    for (const entry of [0, 32]) store.writeUInt32LE(1024, 1024 + entry + 16);
    assert.equal((await read('a.pst', store)).ended, 'failed/corrupt');
  });

  it('ends as corrupt or better wherever it is changed or cut off', async () => {
    const whole = storeOf({ folder: 'Inbox', mail: MAIL });
    for (let at = 4; at < whole.length; at += 7) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('a.pst', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
      assert.match(
        (await read('a.pst', whole.subarray(0, at))).ended,
        /^(scanned|(partial|skipped|failed)\/\w+)$/,
      );
    }
  });
});
