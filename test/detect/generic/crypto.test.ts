import assert from 'node:assert/strict';
import { confidence, found } from '../found.ts';

// From the BIPs: nobody's.
const BASE_58 = '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2';
const BECH_32 = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
const BECH_32M = 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0';
const ETHER = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';

describe('addresses of crypto coins', () => {
  for (const address of [BASE_58, BECH_32, BECH_32M, BECH_32.toUpperCase()]) {
    it(`are found by their checksum: ${address.slice(0, 4)}…`, () => {
      assert.deepEqual(found('CRYPTO', `betal til ${address}.`), [address]);
    });
    it(`are not found with another letter: ${address.slice(0, 4)}…`, () => {
      assert.deepEqual(
        found(
          'CRYPTO',
          `betal til ${address.slice(0, -3)}${address.at(-1) === '2' ? '3' : '2'}${address.slice(-2)}`,
        ),
        [],
      );
    });
  }
  it('of Ethereum are found with a word beside them', () => {
    assert.ok(confidence('CRYPTO', `Ethereum wallet ${ETHER}`) > 0.8);
  });
  it('of Ethereum are not believed without', () => {
    assert.ok(confidence('CRYPTO', `hash ${ETHER}`) < 0.5);
  });
  it('are not part of a longer word', () => {
    assert.deepEqual(found('CRYPTO', `x${BASE_58}`), []);
  });
});
