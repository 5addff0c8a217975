import assert from 'node:assert/strict';
import { zstdCompressSync } from 'node:zlib';
import { read } from '../../support/documents/reading.ts';

/** "Kære Åse, kære Åse, kære Åse" in UTF-8 by xz --format=lzma, whose stream marks its end. */
const LZMA = Buffer.from(
  '5d00008000ffffffffffffffff0025b0d0c72341c9a7d96463fff569383530335babffffc4a50000',
  'hex',
);

/** LZW as Unix' compress writes it: codes of nine bits, the lowest first, each made of one byte more than one before. */
function compressed(text: string): Buffer {
  const codes: number[] = [];
  const known = new Map<string, number>();
  let open = '';
  for (const character of Buffer.from(text).toString('latin1')) {
    const longer = open + character;
    if (longer.length === 1 || known.has(longer)) {
      open = longer;
      continue;
    }
    codes.push(known.get(open) ?? open.charCodeAt(0));
    if (known.size < 200) known.set(longer, 257 + known.size);
    open = character;
  }
  codes.push(known.get(open) ?? open.charCodeAt(0));
  const bytes = Buffer.alloc(Math.ceil((codes.length * 9) / 8));
  for (const [i, code] of codes.entries())
    for (let bit = 0; bit < 9; bit++) {
      const at = i * 9 + bit;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (((code >> bit) & 1) << (at & 7));
    }
  return Buffer.concat([Buffer.from([0x1f, 0x9d, 0x90]), bytes]);
}

describe('files packed by themselves', () => {
  it('are read when packed with Zstandard', async () => {
    const { segments, ended } = await read('brev.txt.zst', zstdCompressSync('Kære Åse'));
    assert.deepEqual(segments, [{ text: 'Kære Åse', place: { path: ['brev.txt'], line: 1 } }]);
    assert.equal(ended, 'scanned');
  });

  it('are read when packed with lzma', async () => {
    const { text, ended } = await read('brev.txt.lzma', LZMA);
    assert.equal(text, 'Kære Åse, kære Åse, kære Åse');
    assert.equal(ended, 'scanned');
  });

  it('are read when packed with compress, also where a code repeats itself', async () => {
    const { segments, ended } = await read(
      'brev.txt.Z',
      compressed('aaaaaaaaaa Kære Åse, kære Åse, kære Åse'),
    );
    assert.deepEqual(segments, [
      { text: 'aaaaaaaaaa Kære Åse, kære Åse, kære Åse', place: { path: ['brev.txt'], line: 1 } },
    ]);
    assert.equal(ended, 'scanned');
  });

  it('end as partial or failed when they are cut off', async () => {
    const whole = zstdCompressSync('Kære Åse '.repeat(1000));
    assert.match((await read('a.zst', whole.subarray(0, whole.length - 4))).ended, /corrupt$/);
  });

  it('end as corrupt when a code of compress was never made', async () => {
    assert.match((await read('a.Z', Buffer.from([0x1f, 0x9d, 0x90, 0xff, 0xff, 0xff]))).ended, /corrupt$/);
  });
});
