import assert from 'node:assert/strict';
import { der, derText } from '../../support/documents/der-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const KIND = Buffer.from('060b2a864886f70d010910011f', 'hex');
const VERSION = Buffer.from('020101', 'hex');
const STAMPS = der(0xa0, Buffer.from('0403616263', 'hex'));

function stamped(...parts: readonly Buffer[]): Buffer {
  return der(0x30, KIND, der(0xa0, der(0x30, VERSION, ...parts, STAMPS)));
}

describe('tsd', () => {
  it('reads what was stamped by its own format', async () => {
    const { segments, ended, format } = await read(
      'cv.docx.tsd',
      stamped(der(0x04, docxOf(paragraph('the life')))),
    );
    assert.equal(format, 'tsd');
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments, [{ text: 'the life\n', place: { path: ['cv.docx'], part: 'body' } }]);
  });

  it('gives the name that the file had, and where it came from', async () => {
    const metadata = der(0x30, Buffer.from('0101ff', 'hex'), derText('Ida Holm.txt'));
    const address = der(0x16, Buffer.from('https://example.com/x'));
    const result = await read('a.tsd', stamped(address, metadata, der(0x04, Buffer.from('words'))));
    assert.equal(partOf(result, 'properties'), 'https://example.com/x\nIda Holm.txt\n');
    assert.deepEqual(result.segments.at(-1)?.place.path, ['Ida Holm.txt']);
  });

  it('puts together what comes in pieces of open length', async () => {
    const open = Buffer.concat([
      Buffer.from('2480', 'hex'),
      der(0x04, Buffer.from('one ')),
      der(0x04, Buffer.from('two')),
      Buffer.alloc(2),
    ]);
    assert.equal((await read('a.txt.tsd', stamped(open))).text, 'one two');
  });

  it('is not taken for the PDF that is in it', async () => {
    const { format, ended } = await read('a.tsd', stamped(der(0x04, Buffer.from('%PDF-1.4 broken'))));
    assert.equal(format, 'tsd');
    assert.equal(ended, 'failed/corrupt');
  });

  it('is scanned when only the stamp is there', async () => {
    assert.equal((await read('a.tsd', stamped())).ended, 'scanned');
  });

  it('ends as corrupt or better wherever it is changed', async () => {
    const whole = stamped(derText('x'), der(0x04, Buffer.from('some words of text')));
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('a.tsd', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
    }
  });
});
