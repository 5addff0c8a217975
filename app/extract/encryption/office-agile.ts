import { createDecipheriv, hash } from 'node:crypto';
import { bytesInMemory } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import { chunksOf } from '../text/chunks.ts';
import { attribute, gatheredXml } from '../text/xml.ts';
import { OFFICE_DEFAULT } from './old-office-key.ts';
import type { Passwords } from './passwords.ts';

/**
 * A package as Office since 2010 enciphers it (MS-OFFCRYPTO 2.3.4.10 to 15): the XML says how, and the first password's
 * key opens the package's own. The signature over the whole is not verified. Throws `Unread`: 'encrypted', 'corrupt'.
 */
export async function agilePackage(xml: Buffer, content: Buffer, passwords: Passwords): Promise<Buffer> {
  const { data, password: lock } = await settingsIn(xml);
  const key = passwords.open((password) => packageKey(lock, password), {
    rounds: lock.rounds,
    first: [OFFICE_DEFAULT],
  });
  const pieces: Buffer[] = [];
  for (let at = 0, number = 0; at < content.length; at += SEGMENT, number++)
    pieces.push(deciphered(data, key, ivOf(data, uint32(number)), content.subarray(at, at + SEGMENT)));
  return Buffer.concat(pieces);
}

const SEGMENT = 4096;

/** What the hashes are made for: to tell the right password, and to open the package's key. */
const VERIFIER_TEXT = Buffer.from('fea7d2763b4b9e79', 'hex');
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex');
const PACKAGE_KEY = Buffer.from('146e0be7abacd0d6', 'hex');

interface Cipher {
  readonly salt: Buffer;
  readonly blockSize: number;
  readonly keyLength: number;
  readonly hashLength: number;
  readonly hash: string;
}

interface Lock extends Cipher {
  readonly rounds: number;
  readonly text: Buffer;
  readonly hashed: Buffer;
  readonly key: Buffer;
}

function packageKey(lock: Lock, password: string): Buffer | null {
  let sum = hash(lock.hash, Buffer.concat([lock.salt, Buffer.from(password, 'utf16le')]), 'buffer');
  const numbered = Buffer.alloc(4 + sum.length);
  for (let i = 0; i < lock.rounds; i++) {
    numbered.writeUInt32LE(i, 0);
    sum.copy(numbered, 4);
    sum = hash(lock.hash, numbered, 'buffer');
  }
  const opened = (purpose: Buffer, bytes: Buffer): Buffer => {
    const key = fitted(hash(lock.hash, Buffer.concat([sum, purpose]), 'buffer'), lock.keyLength);
    return deciphered(lock, key, fitted(lock.salt, lock.blockSize), bytes);
  };
  const text = opened(VERIFIER_TEXT, lock.text).subarray(0, lock.salt.length);
  const expected = opened(VERIFIER_HASH, lock.hashed).subarray(0, lock.hashLength);
  if (!hash(lock.hash, text, 'buffer').equals(expected)) return null;
  return opened(PACKAGE_KEY, lock.key).subarray(0, lock.keyLength);
}

function deciphered({ keyLength }: Cipher, key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const aes = createDecipheriv(`aes-${keyLength * 8}-cbc`, key, iv).setAutoPadding(false);
  return aes.update(bytes.subarray(0, bytes.length - (bytes.length % 16)));
}

function ivOf(cipher: Cipher, number: Buffer): Buffer {
  return fitted(hash(cipher.hash, Buffer.concat([cipher.salt, number]), 'buffer'), cipher.blockSize);
}

/** Cut, or filled up, to a length. */
function fitted(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(length, 0x36)]).subarray(0, length);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

type Attributes = (name: string) => string;

async function settingsIn(xml: Buffer): Promise<{ data: Cipher; password: Lock }> {
  const found: { data: Cipher | null; password: Lock | null } = { data: null, password: null };
  await gatheredXml(chunksOf(bytesInMemory(xml)), {
    open(element) {
      const given: Attributes = (name) => attribute(element, name) ?? '';
      if (element.name === 'keyData') found.data = cipherOf(given);
      if (element.name === 'encryptedKey' && given('spinCount') !== '') found.password ??= lockOf(given);
    },
  });
  const { data, password } = found;
  // Without one the key lies with a certificate or a service.
  if (!data || !password) throw new Unread('encrypted');
  return { data, password };
}

const HASHES: Record<string, string> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};

function cipherOf(given: Attributes): Cipher {
  const name = HASHES[given('hashAlgorithm')];
  const keyBits = Number(given('keyBits'));
  const isKnown = given('cipherAlgorithm') === 'AES' && given('cipherChaining') === 'ChainingModeCBC';
  if (name === undefined || !isKnown || ![128, 192, 256].includes(keyBits) || given('blockSize') !== '16')
    throw new Unread('encrypted');
  return {
    salt: Buffer.from(given('saltValue'), 'base64'),
    blockSize: 16,
    keyLength: keyBits / 8,
    hashLength: Number(given('hashSize')),
    hash: name,
  };
}

function lockOf(given: Attributes): Lock {
  return {
    ...cipherOf(given),
    rounds: Number(given('spinCount')),
    text: Buffer.from(given('encryptedVerifierHashInput'), 'base64'),
    hashed: Buffer.from(given('encryptedVerifierHashValue'), 'base64'),
    key: Buffer.from(given('encryptedKeyValue'), 'base64'),
  };
}
