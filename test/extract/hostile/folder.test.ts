import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { records, run } from '../../boot/cli/command-line.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { gzipQuine, zipQuine } from '../../support/documents/quine-maker.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';
import { scratch } from '../../support/scratch.ts';
import type { Scratch } from '../../support/scratch.ts';

/** Invented. */
const CPR = '070761-4285';
const ORDINARY = 12;
const ENDS =
  /^(scanned|(partial|skipped|failed) (encrypted|corrupt|too_large|too_deep|timed_out|unsupported|no_text))$/;

/** What somebody who wishes a scan ill would put beside other people's files. */
function hostileFiles(): Record<string, string | Buffer> {
  const word = docxOf(paragraph('some text').repeat(50));
  const loop =
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n';
  const entity =
    '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document><w:p><w:t>&f;</w:t></w:p></w:document>';
  return {
    'r.zip': zipQuine(),
    'r.gz': gzipQuine(),
    'bomb.gz': gzipSync(Buffer.alloc(64 * 1024 * 1024)),
    'loop.pdf': loop,
    'deep.docx': docxOf('<w:x>'.repeat(100_000)),
    'deep.rtf': `{\\rtf1 ${'{'.repeat(500_000)}`,
    'entity.docx': zipOf([{ name: 'word/document.xml', content: entity }]),
    'cut.docx': word.subarray(0, word.length >> 1),
    'outside.zip': zipOf([{ name: '../../etc/passwd', content: 'x' }]),
    'noise.png': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(4000, 7)]),
    'zeros.txt': Buffer.alloc(1_000_000),
    'line.csv': 'a'.repeat(5_000_000),
    '<img src=x onerror=alert(1)>.txt': 'x',
    'two\nlines.txt': 'x',
  };
}

describe('a folder with hostile files among ordinary ones', function () {
  this.timeout(180_000);
  let room: Scratch;
  let lines: Record<string, unknown>[];
  let hostile: number;

  before(async () => {
    room = scratch();
    const files = hostileFiles();
    hostile = Object.keys(files).length + 1;
    for (const [name, content] of Object.entries(files)) writeFileSync(room.path(name), content);
    writeFileSync(
      Buffer.concat([Buffer.from(room.path('no-charset-')), Buffer.from([0xff, 0xfe, 0x80])]),
      'x',
    );
    for (let i = 0; i < ORDINARY; i++) writeFileSync(room.path(`ordinary-${i}.txt`), `cpr-nr. ${CPR}`);
    lines = records((await run(['scan', room.folder, '--json'])).stdout);
  });
  after(() => room.remove());

  it('has every file accounted for', () => {
    assert.equal(lines.length, ORDINARY + hostile);
  });

  it('has every file end in one of the four ways, for a reason of the list', () => {
    for (const { status, reason } of lines)
      assert.match([status, reason].filter((word) => typeof word === 'string').join(' '), ENDS);
  });

  it('has the ordinary ones read as if they were alone', () => {
    const ordinary = lines.filter(({ path }) => String(path).includes('ordinary-'));
    assert.deepEqual(
      ordinary.map(({ status, findings }) => [status, JSON.stringify(findings).includes('DK_CPR')]),
      Array.from({ length: ORDINARY }, () => ['scanned', true]),
    );
  });

  it('tells nothing of the files that it was pointed to', () => {
    assert.doesNotMatch(JSON.stringify(lines), /root:|\/bin\//);
  });
});
