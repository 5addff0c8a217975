import assert from 'node:assert/strict';
import { readWith } from '../../support/documents/locked-reading.ts';
import { lockedZip } from '../../support/documents/locked-zip-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { agileOf } from '../../support/documents/locked-package-maker.ts';

const TEXT = `Kære Åse\n${'linje efter linje\n'.repeat(20_000)}til sidst\n`;

describe('zip files under a password', () => {
  for (const aes of [undefined, 128, 192, 256] as const) {
    it(`are read under ${aes === undefined ? 'the first cipher' : `AES of ${aes} bits`}, packed and stored`, async () => {
      for (const stored of [false, true]) {
        const member = { name: 'brev.txt', content: TEXT, password: 'p4', stored };
        const file = lockedZip([aes === undefined ? member : { ...member, aes }]);
        const { text, ended } = await readWith(['forkert', 'p4'], 'a.zip', file);
        assert.equal(ended, 'scanned');
        assert.match(text, /^brev\.txt$|Kære Åse[^]*til sidst/m);
        assert.ok(text.includes('til sidst'));
      }
    });
  }

  it('are read when the program wrote the sum behind the data', async () => {
    const file = lockedZip([{ name: 'a.txt', content: TEXT, password: 'p4', streamed: true }]);
    assert.match((await readWith(['p4'], 'a.zip', file)).text, /til sidst/);
  });

  it('are read with a password of each entry its own', async () => {
    const file = lockedZip([
      { name: 'a.txt', content: 'den ene', password: 'p1' },
      { name: 'b.txt', content: 'den anden', password: 'p2', aes: 256 },
    ]);
    assert.match((await readWith(['p1', 'p2'], 'a.zip', file)).text, /den ene[^]*den anden/);
  });

  it('do not take a wrong password for a right one, whatever its check says', async () => {
    const file = lockedZip([{ name: 'a.txt', content: TEXT, password: 'rigtig' }]);
    // Of so many wrong ones some pass the check of one byte.
    for (let i = 0; i < 40; i++) {
      const wrong = Array.from({ length: 50 }, (_, n) => `${String(i)}-${String(n)}`);
      assert.equal((await readWith(wrong, 'a.zip', file)).ended, 'partial/encrypted');
    }
  });

  it('give their names, and the entries that a password opens, when others stay shut', async () => {
    const file = lockedZip([
      { name: 'a.txt', content: 'den ene', password: 'p1' },
      { name: 'b.txt', content: 'den anden', password: 'p2' },
    ]);
    const { text, ended, locked } = await readWith(['p1'], 'a.zip', file);
    assert.deepEqual([ended, locked], ['partial/encrypted', true]);
    assert.match(text, /den ene/);
    assert.doesNotMatch(text, /den anden/);
  });

  it('have documents in them opened by the same passwords', async () => {
    const document = agileOf(docxOf(paragraph('inderst')), 'p2');
    const file = lockedZip([{ name: 'a.docx', content: document, password: 'p1', aes: 256 }]);
    assert.match((await readWith(['p1', 'p2'], 'a.zip', file)).text, /inderst/);
  });

  it('end as damaged or encrypted, and not otherwise, when a byte of them is another', async () => {
    const whole = lockedZip([{ name: 'a.txt', content: TEXT, password: 'p1', aes: 128 }]);
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0x5a;
      const { ended } = await readWith(['p1'], 'a.zip', broken);
      assert.match(ended, /^(scanned|(partial|failed|skipped)\/(encrypted|corrupt|unsupported))$/);
    }
  });
});
