import assert from 'node:assert/strict';
import { readWith } from '../../support/documents/locked-reading.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { LOCKED, PACKED } from '../../support/documents/seven-zip-samples.ts';

const bytesOf = (archive: string): Buffer => Buffer.from(archive, 'base64');

describe('7z archives', () => {
  for (const [way, archive] of Object.entries(PACKED))
    it(`are read when they are packed by: ${way}`, async () => {
      const result = await read('a.7z', bytesOf(archive));
      assert.equal(result.ended, 'scanned');
      assert.deepEqual(partOf(result, 'names').trim().split('\n').toSorted(), ['a.txt', 'b.txt', 'tom.txt']);
      const inFile = (name: string) =>
        result.segments.filter(({ place }) => place.path[0] === name).map(({ text }) => text);
      assert.deepEqual(inFile('a.txt'), ['Kære Åse, det første brev\n'.repeat(3)]);
      assert.deepEqual(inFile('b.txt'), ['det andet brev til sidst\n'.repeat(2)]);
    });

  for (const way of ['packed', 'names', 'stored'] as const)
    it(`are opened by the password that fits: ${way}`, async () => {
      const { text, ended } = await readWith(['forkert', 'p4'], 'a.7z', bytesOf(LOCKED[way]));
      assert.equal(ended, 'scanned');
      assert.match(text, /Kære Åse[^]*til sidst/);
    });

  it('give their names when no password opens them', async () => {
    for (const archive of [LOCKED.packed, LOCKED.stored]) {
      const { text, ended, locked } = await readWith(['forkert'], 'a.7z', bytesOf(archive));
      assert.deepEqual([ended, locked], ['partial/encrypted', true]);
      assert.match(text, /a\.txt\nb\.txt/);
      assert.doesNotMatch(text, /Kære|andet/);
    }
  });

  it('are skipped as encrypted when their names are under another password', async () => {
    const { ended, locked } = await readWith(['forkert'], 'a.7z', bytesOf(LOCKED.names));
    assert.deepEqual([ended, locked], ['skipped/encrypted', true]);
  });

  it('are left shut when a password fits and the way of packing is a rare one', async () => {
    assert.equal((await readWith(['p4'], 'a.7z', bytesOf(LOCKED.rare))).ended, 'partial/unsupported');
  });

  it('are read when they are longer than what may be held in memory', async () => {
    const archive = bytesOf(PACKED.nothing);
    const { ended } = await read('a.7z', archive, { maxInMemory: archive.length - 1 });
    assert.equal(ended, 'scanned');
  });

  it('are partial when a file has another sum than the archive says', async () => {
    const archive = bytesOf(PACKED.nothing);
    archive[40] = (archive[40] ?? 0) ^ 1;
    const { ended, text } = await read('a.7z', archive);
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /til sidst/);
  });

  it('stop where more is unpacked than one file may unpack to', async () => {
    assert.equal(
      (await read('a.7z', bytesOf(PACKED.LZMA), { maxUnpacked: -1000 })).ended,
      'skipped/too_large',
    );
  });

  it('end as damaged or encrypted, and not otherwise, when a byte of them is another', async () => {
    for (const archive of [...Object.values(PACKED), LOCKED.packed, LOCKED.names])
      for (let at = 6; at < 230; at += 9) {
        const changed = bytesOf(archive);
        changed[at] = (changed[at] ?? 0) ^ 0x5a;
        assert.match(
          (await readWith(['p4'], 'a.7z', changed)).ended,
          /^(scanned|(partial|failed|skipped)\/(encrypted|corrupt|unsupported|too_large))$/,
        );
      }
  });
});
