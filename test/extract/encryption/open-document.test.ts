import assert from 'node:assert/strict';
import { Blowfish } from '#extract/encryption/blowfish.ts';
import { lockedOdt, lockedWholeOdt } from '../../support/documents/locked-open-document-maker.ts';
import { readWith } from '../../support/documents/locked-reading.ts';
import { ownTime } from '../../support/own-time.ts';

const WORDS = `Kære Åse ${'og alle de andre '.repeat(500)}sidste ord`;

describe('OpenDocument files under a password', () => {
  it('are read with the password that fits', async () => {
    const { text, ended } = await readWith(['forkert', 'blåbær7'], 'a.odt', lockedOdt(WORDS, 'blåbær7'));
    assert.equal(ended, 'scanned');
    assert.match(text, /Kære Åse[^]*sidste ord/);
  });

  it('are read when a whole package lies enciphered in another', async () => {
    const file = lockedWholeOdt(WORDS, 'blåbær7');
    assert.match((await readWith(['forkert', 'blåbær7'], 'a.odt', file)).text, /Kære Åse[^]*sidste ord/);
  });

  it('end as encrypted when no password fits', async () => {
    for (const file of [lockedOdt(WORDS, 'rigtig'), lockedWholeOdt(WORDS, 'rigtig')]) {
      const { text, ended } = await readWith(['forkert'], 'a.odt', file);
      assert.deepEqual([text, ended], ['', 'skipped/encrypted']);
    }
  });

  it('end as encrypted at once when a key would take too long, or too much memory', async () => {
    const files = [
      lockedOdt(WORDS, 'x', { claimed: 2_000_000_000 }),
      lockedWholeOdt(WORDS, 'x', { memory: 64 * 1024 * 1024 }),
    ];
    const cost = await ownTime(async () => {
      for (const file of files)
        assert.equal((await readWith(['x'], 'a.odt', file)).ended, 'skipped/encrypted');
    });
    assert.ok(cost < 2000, String(cost));
  });
});

describe('Blowfish', () => {
  it('is the one of its author’s test vectors', () => {
    // In feedback of one block, what stands for zeros is the enciphered vector itself.
    const enciphered = (key: string, block: string): string =>
      new Blowfish(Buffer.from(key, 'hex'))
        .decipherFeedback(Buffer.alloc(8), Buffer.from(block, 'hex'))
        .toString('hex');
    assert.equal(enciphered('0000000000000000', '0000000000000000'), '4ef997456198dd78');
    assert.equal(enciphered('ffffffffffffffff', 'ffffffffffffffff'), '51866fd5b85ecb8a');
    assert.equal(enciphered('0123456789abcdef', '1111111111111111'), '61f9c3802281b096');
  });
});
