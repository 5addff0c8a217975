import assert from 'node:assert/strict';
import { agileOf, standardOf } from '../../support/documents/locked-package-maker.ts';
import { readWith } from '../../support/documents/locked-reading.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { ownTime } from '../../support/own-time.ts';

const LETTER = docxOf(paragraph(`Kære Åse ${'og alle de andre '.repeat(2000)}`) + paragraph('sidste linje'));

describe('Office documents since 2007 under a password', () => {
  it('are read as the documents they are, with the password that fits', async () => {
    const { text, ended, mime } = await readWith(
      ['forkert', 'blåbær7'],
      'a.docx',
      agileOf(LETTER, 'blåbær7'),
    );
    assert.deepEqual([ended, mime.split('.').at(-1)], ['scanned', 'document']);
    assert.match(text, /Kære Åse[^]*sidste linje/);
  });

  it('are read by all the hashes and lengths of key that Office offers', async () => {
    for (const [hash, bits] of [
      ['sha1', 128],
      ['sha256', 192],
      ['sha384', 256],
    ] as const)
      assert.equal(
        (await readWith(['x'], 'a.docx', agileOf(LETTER, 'x', { hash, bits }))).ended,
        'scanned',
        hash,
      );
  });

  it('are read when Office 2007 wrote them', async () => {
    assert.match((await readWith(['blåbær7'], 'a.docx', standardOf(LETTER, 'blåbær7'))).text, /sidste linje/);
  });

  it('are read without a password when it is the one that Office gives by itself', async () => {
    assert.equal((await readWith([], 'a.docx', agileOf(LETTER, 'VelvetSweatshop'))).ended, 'scanned');
  });

  it('end as encrypted when no password fits', async () => {
    for (const file of [agileOf(LETTER, 'rigtig'), standardOf(LETTER, 'rigtig')]) {
      const { text, ended, locked } = await readWith(['forkert'], 'a.docx', file);
      assert.deepEqual([text, ended, locked], ['', 'skipped/encrypted', true]);
    }
  });

  it('end as encrypted at once when a key would take more rounds than Office ever asks for', async () => {
    const file = agileOf(LETTER, 'x', { rounds: 1, claimed: 2_000_000_000 });
    const cost = await ownTime(async () => {
      assert.equal((await readWith(['x'], 'a.docx', file)).ended, 'skipped/encrypted');
    });
    assert.ok(cost < 2000, String(cost));
  });

  it('end as encrypted under rights management', async () => {
    const file = compoundOf({ '\u0009DRMContent': Buffer.alloc(600, 1) });
    assert.equal((await readWith(['x'], 'a.doc', file)).ended, 'skipped/encrypted');
  });
});
