import assert from 'node:assert/strict';
import yauzl from 'yauzl';
import { plain, t } from '../../scripts/demo/text.ts';
import { createPen, lure } from '../../scripts/demo/pen.ts';
import { createRng } from '../../scripts/demo/rng.ts';
import { docx } from '../../scripts/demo/makers/docx.ts';
import { encode } from '../../scripts/demo/makers/charset.ts';
import { plainText, wrapped } from '../../scripts/demo/makers/plain-text.ts';
import { csv } from '../../scripts/demo/makers/csv.ts';
import { zip } from '../../scripts/demo/makers/zip.ts';
import { independentText } from './independent-text.ts';

describe('makers of demo files', () => {
  const value = { type: 'PHONE_NUMBER', text: '+4567123456', written: '67 12 34 56' } as const;

  it('text keeps its values through templates', () => {
    assert.equal(plain(t`Ring ${t`på ${value}`} nu`), 'Ring på 67 12 34 56 nu');
  });

  it('lines break around a value and never in it', () => {
    assert.deepEqual(
      wrapped(t`Ring på ${value} nu`, (line) => line.length <= 12),
      ['Ring på', '67 12 34 56', 'nu'],
    );
  });

  it('a letter that a charset lacks becomes its plain relative', () => {
    assert.deepEqual([...encode('å – ł', 'cp850')], [0x86, 0x20, 0x2d, 0x20, 0x6c]);
  });

  it('UTF-16 begins with its mark', () => {
    assert.deepEqual([...encode('æ', 'utf-16le')], [0xff, 0xfe, 0xe6, 0x00]);
  });

  it('a cell with the delimiter in it stands in quotes', () => {
    const made = csv({ name: '', columns: ['a', 'b'], rows: [['1;2', 1.5]] });
    assert.equal(Buffer.from(made).toString(), 'a;b\r\n"1;2";1,5\r\n');
  });

  it('plain text has every part of a paper', () => {
    const made = plainText({
      title: 'Titel',
      header: 'top',
      footer: 'bund',
      blocks: [
        { kind: 'note', text: 'note' },
        { kind: 'list', items: ['punkt'] },
      ],
    });
    for (const part of ['top', 'Titel', '[note]', '- punkt', 'bund'])
      assert.ok(Buffer.from(made).toString().includes(part), part);
  });

  it('a Word document split into runs reads as before', async () => {
    const made = docx(
      { title: '', blocks: [{ kind: 'paragraph', text: t`Ring ${value}.` }] },
      { splitRuns: true },
    );
    assert.match(await independentText(made), /^Ring 67 12 34 56\.$/m);
  });

  it('an archive with a password says so', async () => {
    const bytes = Buffer.from(
      zip([{ name: 'a.txt', bytes: Buffer.from('hemmeligt') }], { password: 'kode' }),
    );
    const archive = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
    for await (const entry of archive.eachEntry()) assert.equal(entry.isEncrypted(), true);
    assert.equal(archive.entryCount, 1);
    assert.ok(!bytes.includes('hemmeligt'));
  });

  it('an order number that begins with no date is no near miss of a CPR number', () => {
    assert.equal(lure('DK_CPR', '9912345678'), '9912345678');
  });

  it('a value without a label is not written as bare digits', () => {
    const pens = Array.from({ length: 40 }, (_, at) => createPen(createRng(`pen ${at}`)));
    assert.ok(pens.every((pen) => pen.phoneAlone('67123456').written !== '67123456'));
  });
});
