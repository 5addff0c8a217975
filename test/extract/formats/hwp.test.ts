import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { read } from '../../support/documents/reading.ts';

const [PACKED, PASSWORD, DISTRIBUTED] = [1, 2, 4];

function hwpOf(flags: number, storage: string, sections: Readonly<Record<string, Buffer>>): Buffer {
  const header = Buffer.alloc(256);
  header.write('HWP Document File');
  header.writeUInt32LE(flags, 36);
  return compoundOf({ FileHeader: header, '\u0005HwpSummaryInformation': 'x', [storage]: sections });
}

function record(tag: number, bytes: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(tag + bytes.length * 2 ** 20);
  return Buffer.concat([header, bytes]);
}

function paragraph(text: string): Buffer {
  return record(0x43, Buffer.from(`${text}\r`, 'utf16le'));
}

describe('Hangul documents', () => {
  it('give their paragraphs, section by section, with tabs and without what is no text', async () => {
    const file = hwpOf(PACKED, 'BodyText', {
      Section10: deflateRawSync(paragraph('last')),
      Section2: deflateRawSync(
        Buffer.concat([
          record(0x42, Buffer.from('not text')),
          paragraph(`한\u0009${'x'.repeat(7)}Mette\u000b${'y'.repeat(7)} Holm`),
        ]),
      ),
    });
    const { mime, text, ended } = await read('a.hwp', file);
    assert.equal(mime, 'application/x-hwp');
    assert.equal(text, '한\tMette Holm\n\nlast\n');
    assert.equal(ended, 'scanned');
  });

  it('are read when they are for distribution, whose key stands in front', async () => {
    // A seed of zero puts the key behind the first four bytes; what hides them follows from it.
    const key = Buffer.from('0123456789abcdef');
    const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    const plain = paragraph('a secret of none');
    const padded = Buffer.concat([plain, Buffer.alloc(16 - (plain.length % 16))]);
    const hidden = Buffer.alloc(256);
    key.copy(hidden, 4);
    for (const [i, mask] of masks(0).entries()) if (i >= 4) hidden[i] = (hidden[i] ?? 0) ^ mask;
    const section = Buffer.concat([record(0x1c, hidden), cipher.update(padded)]);
    const { text, ended } = await read('a.hwp', hwpOf(DISTRIBUTED, 'ViewText', { Section0: section }));
    assert.match(text, /a secret of none/);
    assert.equal(ended, 'scanned');
  });

  it('end as encrypted when they have a password', async () => {
    const file = hwpOf(PASSWORD, 'BodyText', { Section0: Buffer.from('x') });
    assert.equal((await read('a.hwp', file)).ended, 'skipped/encrypted');
  });

  it('end as corrupt when a section is no deflated data', async () => {
    const file = hwpOf(PACKED, 'BodyText', { Section0: Buffer.alloc(50, 0xff) });
    assert.equal((await read('a.hwp', file)).ended, 'failed/corrupt');
  });
});

/** The numbers of Microsoft's rand() from a seed: a byte, then how often it comes, in turn. */
function masks(from: number): number[] {
  let seed = BigInt(from);
  const next = (): number => {
    seed = (seed * 214_013n + 2_531_011n) & 0xffffffffn;
    return Number(seed >> 16n) & 0x7fff;
  };
  const found: number[] = [];
  while (found.length < 256) {
    const mask = next() & 0xff;
    for (let left = (next() & 0xf) + 1; left > 0 && found.length < 256; left--) found.push(mask);
  }
  return found;
}
