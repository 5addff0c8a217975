import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createVault } from '#platform/vault/index.ts';

const masterKey = z.string().transform((hex) => Buffer.from(hex, 'hex'));
const vectors = z
  .object({
    sealed: z.array(
      z.object({ masterKey, keyId: z.string(), label: z.string(), plain: z.string(), sealed: z.string() }),
    ),
    macs: z.array(
      z.object({
        masterKey,
        purpose: z.enum(['blind-index', 'path-index', 'password', 'session', 'token', 'audit-seal']),
        scope: z.string(),
        value: z.string(),
        mac: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../../vectors/sealed-field.json', import.meta.url), 'utf8')));

// Made once by WebCrypto from docs/formats/sealed-field.md, without the vault's code.
describe('the vectors of the sealed field', () => {
  for (const [index, vector] of vectors.sealed.entries()) {
    it(`number ${index + 1} opens`, () => {
      const vault = createVault([vector.masterKey]);
      assert.equal(vault.keyId, vector.keyId);
      assert.equal(vault.openText(vector.label, Buffer.from(vector.sealed, 'hex')), vector.plain);
    });
  }

  for (const { masterKey: key, purpose, scope, value, mac } of vectors.macs) {
    it(`give the same MAC for the purpose ${purpose}`, () => {
      assert.equal(createVault([key]).mac(purpose, scope, value).toString('hex'), mac);
    });
  }
});
