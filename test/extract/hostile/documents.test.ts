import assert from 'node:assert/strict';
import { bytesInMemory } from '#kernel/bytes.ts';
import { extract } from '#extract/index.ts';
import { docxOf, paragraph, xlsxOf } from '../../support/documents/office-maker.ts';
import { ownTime } from '../../support/own-time.ts';
import { read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

describe('files that are made to do harm', () => {
  it('do not get their own entities expanded', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const xml = `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]><w:document><w:p><w:t>&l9; and on</w:t></w:p></w:document>`;
    const { text } = await read('a.docx', zipOf([{ name: 'word/document.xml', content: xml }]));
    assert.equal(text, '&l9; and on\n');
  });

  it('do not get files of ours read by an entity', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:document><w:p><w:t>&f;</w:t></w:p></w:document>';
    assert.equal((await read('a.docx', zipOf([{ name: 'word/document.xml', content: xml }]))).text, '&f;\n');
  });

  it('end as too deep when their XML nests without end', async () => {
    const { ended } = await read('a.docx', docxOf(`${paragraph('start')}${'<w:x>'.repeat(100_000)}`));
    assert.equal(ended, 'partial/too_deep');
  });

  it('end as too deep when their HTML nests without end', async () => {
    const { ended } = await read('a.html', `<p>start</p>${'<div>'.repeat(100_000)}`);
    assert.equal(ended, 'partial/too_deep');
  });

  it('are read on when their HTML opens many elements and closes them', async () => {
    const { ended } = await read('a.html', `<!doctype html>${'<p>x</p><br>'.repeat(20_000)}`);
    assert.equal(ended, 'scanned');
  });

  it('end as partial when an archive says less than an entry unpacks to', async () => {
    const zip = zipOf([
      { name: 'small.txt', content: 'x'.repeat(100_000), claimedSize: 10 },
      { name: 'big.txt', content: 'y'.repeat(3_000_000), claimedSize: 2_000_000 },
    ]);
    assert.equal((await read('a.zip', zip)).ended, 'partial/corrupt');
  });

  it('end as partial when an archive says more than an entry unpacks to', async () => {
    const zip = zipOf([{ name: 'a.txt', content: 'true text', claimedSize: 4000 }]);
    const { ended, text } = await read('a.zip', zip);
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /true text/);
  });

  it('do not get the same bytes read many times by entries that overlap', async () => {
    const big = {
      name: '0.txt',
      content: Array.from({ length: 5_000 }, (_, i) => `${Math.sin(i)}`).join(' '),
    };
    const zip = zipOf([
      big,
      ...Array.from({ length: 200 }, (_, i) => ({
        name: `${i + 1}.txt`,
        content: '',
        claimedSize: big.content.length,
        overlapping: true,
      })),
    ]);
    const { ended, text } = await read('a.zip', zip);
    assert.equal(ended, 'partial/corrupt');
    assert.ok(text.length < 3 * big.content.length);
  });

  it('end, when a spreadsheet claims rows and columns beyond all bounds', async () => {
    const rows = '<row r="99999999999"><c r="ZZZZZZZZ1"><v>1</v></c><c r="A1" t="s"><v>77</v></c></row>';
    assert.equal((await read('a.xlsx', xlsxOf([{ name: 'S', rows }]))).ended, 'scanned');
  });

  it('end in one of the four ways wherever they are cut off or changed', async () => {
    const whole = docxOf(paragraph('some text').repeat(50), {
      header1: `<w:hdr>${paragraph('head')}</w:hdr>`,
    });
    for (let at = 1; at < whole.length; at += 37) {
      await read('a.docx', whole.subarray(0, at));
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('a.docx', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
    }
  });

  it('are read as text when they are one endless line', async () => {
    const { ended, segments } = await read('a.html', `<html>${'<b>x</b>'.repeat(50_000)}`);
    assert.equal(ended, 'scanned');
    assert.ok(segments.every(({ text }) => text.length <= 65_536));
  });

  it('end as partial when packed bytes are damaged in the middle', async () => {
    const zip = zipOf([
      { name: 'a.txt', content: Array.from({ length: 300_000 }, (_, i) => `${i} ${i % 77}`).join('\n') },
    ]);
    zip.fill(0xff, zip.length >> 1, (zip.length >> 1) + 2000);
    const { ended, text } = await read('a.zip', zip);
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /^1000 76$/m);
  });

  it('end as partial when a comment never does', async () => {
    const { ended } = await read('a.html', `<html><p>start</p><!--${'x'.repeat(40 * 1024 * 1024)}`);
    assert.equal(ended, 'partial/too_large');
  });

  it('do not take longer than their length for long runs of blanks and brackets', async () => {
    const blanks = ' '.repeat(200_000);
    const cost = await ownTime(async () => {
      await read('a.csv', `a;b\n${`${blanks}x;y\n`.repeat(5)}`);
      await read('a.html', `<html>${`${blanks}x`.repeat(5)}<!--${'[endif] '.repeat(30_000)}-->`);
      await read(
        'a.xlsx',
        xlsxOf([{ name: 'S', rows: '<row><c s="1"><v>5</v></c></row>' }], {
          formats: ['[#'.repeat(200_000)],
        }),
      );
      await read('a.eml', `From: a@example.com\nMessage-ID: <1>\nSubject:${blanks}x\n\n${blanks}x`);
    });
    assert.ok(cost < 5000);
  });

  it('can be left in the middle', async () => {
    const member = { content: 'some words of text\n'.repeat(200_000) };
    const zip = zipOf([
      { name: 'a.txt', ...member },
      { name: 'b.txt', ...member },
    ]);
    const extraction = await extract('a.zip', bytesInMemory(zip));
    for await (const { text } of extraction.segments) {
      assert.match(text, /some words/);
      break;
    }
    assert.equal((await extraction.segments.next()).done, true);
  });
});
