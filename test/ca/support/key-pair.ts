import { generateKeyPairSync } from 'node:crypto';
import type { KeyPair } from '#ca/core/certificates.ts';

/** A fresh RSA key pair, made the blocking way: short enough for a test. */
export function keyPair(bits: number): KeyPair {
  return generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
