import assert from 'node:assert/strict';
import { confidence, found } from '../found.ts';

const LINE = 'MIIEpAIBAAKCAQEA'.repeat(4);
const key = (kind: string): string => `-----BEGIN ${kind}-----\n${LINE}\n${LINE}\n-----END ${kind}-----\n`;

describe('private keys', () => {
  for (const kind of ['PRIVATE KEY', 'RSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'ENCRYPTED PRIVATE KEY']) {
    it(`are found: ${kind}`, () => {
      assert.ok(confidence('PRIVATE_KEY', `nøgle:\n${key(kind)}`) > 0.9);
    });
  }
  it('are found by their first line, however long they are', () => {
    assert.deepEqual(found('PRIVATE_KEY', key('PRIVATE KEY')), [`-----BEGIN PRIVATE KEY-----\n${LINE}`]);
  });
});

describe('near-misses of private keys', () => {
  it('a certificate is none', () => {
    assert.deepEqual(found('PRIVATE_KEY', key('CERTIFICATE')), []);
  });
  it('a public key is none', () => {
    assert.deepEqual(found('PRIVATE_KEY', key('PUBLIC KEY')), []);
  });
  it('the armour without a key is not believed', () => {
    assert.ok(confidence('PRIVATE_KEY', 'begynder med -----BEGIN PRIVATE KEY----- og så videre') < 0.5);
  });
});
