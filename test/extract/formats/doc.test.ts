import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { wordOf } from '../../support/documents/old-office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

describe('doc', () => {
  it('tells body, notes, headers and comments apart', async () => {
    const result = await read(
      'a.doc',
      wordOf({ 0x4c: 'Kære Åse\r', 0x50: 'noten\r', 0x54: 'hoved\r', 0x5c: 'kommentar\r' }),
    );
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'body'), 'Kære Åse\n');
    assert.equal(partOf(result, 'footnotes'), 'noten\n');
    assert.equal(partOf(result, 'header and footer'), 'hoved\n');
    assert.equal(partOf(result, 'comments'), 'kommentar\n');
  });

  it('reads pieces of one byte a character', async () => {
    assert.equal((await read('a.doc', wordOf({ 0x4c: 'blåbær\r' }, {}, { narrow: true }))).text, 'blåbær\n');
  });

  it('parts the cells of a table by tabs and its rows by lines', async () => {
    const text = 'Navn\u0007Alder\u0007\u0007Ida\u000742\u0007\u0007';
    assert.equal((await read('a.doc', wordOf({ 0x4c: text }))).text, 'Navn\tAlder\nIda\t42\n');
  });

  it('gives the address of a link and leaves out the code of a page number', async () => {
    const link = '\u0013HYPERLINK "mailto:ida@example.com"\u0014write\u0015 \u0013PAGE\u00147\u0015\r';
    const { text } = await read('a.doc', wordOf({ 0x4c: link }));
    assert.match(text, /mailto:ida@example\.com.*write/);
    assert.doesNotMatch(text, /PAGE/);
  });

  it('is encrypted when its header says so', async () => {
    assert.equal(
      (await read('a.doc', wordOf({ 0x4c: 'x' }, {}, { flags: 0x100 }))).ended,
      'skipped/encrypted',
    );
  });

  it('reads the files that are embedded in it', async () => {
    const object = { Package: docxOf(paragraph('inner words')) };
    const { segments } = await read('a.doc', wordOf({ 0x4c: 'outer\r' }, { ObjectPool: { _1: object } }));
    const inner = segments.find(({ text }) => text === 'inner words\n');
    assert.deepEqual(inner?.place, { path: ['object 1', 'object'], part: 'body' });
  });

  it('ends as corrupt or better wherever it is changed', async () => {
    const whole = wordOf({ 0x4c: 'some text\r'.repeat(20) });
    for (let at = 0; at < whole.length; at += 29) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('a.doc', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
    }
  });
});
