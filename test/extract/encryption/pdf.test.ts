import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Rc4 } from '#extract/encryption/rc4.ts';
import { readWith } from '../../support/documents/locked-reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

describe('PDF files under a password', () => {
  it('are read with the password that fits', async () => {
    const { text, ended } = await readWith(['forkert', 'p4'], 'a.pdf', lockedPdf('Brev til Aase', 'p4'));
    assert.equal(ended, 'scanned');
    assert.match(text, /Brev til Aase/);
  });

  it('are read without a password when it only forbids to change them', async () => {
    assert.match((await readWith([], 'a.pdf', lockedPdf('Brev til Aase', ''))).text, /Brev til Aase/);
  });

  it('end as encrypted when no password fits', async () => {
    const { text, ended, locked } = await readWith(['forkert'], 'a.pdf', lockedPdf('Brev', 'p4'));
    assert.deepEqual([text, ended, locked], ['', 'skipped/encrypted', true]);
  });

  it('make what they lie in partial as encrypted', async () => {
    const file = zipOf([{ name: 'a.pdf', content: lockedPdf('Brev', 'p4') }]);
    assert.equal((await readWith([], 'a.zip', file)).ended, 'partial/encrypted');
    assert.equal((await readWith(['p4'], 'a.zip', file)).ended, 'scanned');
  });
});

/** What fills a password up to 32 bytes (PDF 1.7, 7.6.3.3). */
const FILLING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest();
const filled = (password: string): Buffer =>
  Buffer.concat([Buffer.from(password, 'latin1'), FILLING]).subarray(0, 32);

/** A page of text, enciphered with RC4 of 40 bits (revision 2 of the standard security handler). */
function lockedPdf(words: string, password: string): Buffer {
  const id = Buffer.alloc(16, 1);
  const owner = new Rc4(md5(filled('ejer')).subarray(0, 5)).apply(filled(password));
  const rights = Buffer.from('c4ffffff', 'hex');
  const key = md5(filled(password), owner, rights, id).subarray(0, 5);
  const user = new Rc4(key).apply(FILLING);
  const drawn = Buffer.from(`BT /F1 20 Tf 50 700 Td (${words}) Tj ET`, 'latin1');
  const content = new Rc4(md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10)).apply(drawn);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${String(content.length)} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -60 >>`,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${String(i + 1)} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(at);
    parts.push(part);
    at += part.length;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const hex = id.toString('hex');
  const trailer = `xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R /Encrypt 6 0 R /ID [<${hex}> <${hex}>] >>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(trailer)]);
}
