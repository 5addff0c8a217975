import { createCipheriv, createHash } from 'node:crypto';
import { compoundOf } from './compound-maker.ts';

const sum = (hash: string, ...parts: readonly Uint8Array[]): Buffer => {
  const made = createHash(hash);
  for (const part of parts) made.update(part);
  return made.digest();
};

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
};

const sizeOf = (content: Buffer): Buffer => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(content.length));
  return size;
};

function padded(bytes: Buffer, to = 16): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
}

const wide = (password: string): Buffer => Buffer.from(password, 'utf16le');

interface AgileSettings {
  readonly hash: string;
  readonly bits: 128 | 192 | 256;
  readonly rounds: number;
  /** Rounds that it says it takes, when that shall be another number. */
  readonly claimed: number;
}

/** A document of Office since 2010 under a password (MS-OFFCRYPTO 2.3.4.10 to 15). */
export function agileOf(
  content: Buffer,
  password: string,
  { hash = 'sha512', bits = 256, rounds = 1000, claimed }: Partial<AgileSettings> = {},
): Buffer {
  const salt = Buffer.alloc(16, 3);
  const dataSalt = Buffer.alloc(16, 4);
  const packageKey = Buffer.alloc(bits / 8, 5);
  const fitted = (bytes: Buffer, length: number): Buffer =>
    Buffer.concat([bytes, Buffer.alloc(64, 0x36)]).subarray(0, length);
  let start = sum(hash, salt, wide(password));
  for (let i = 0; i < rounds; i++) start = sum(hash, u32(i), start);
  const cipher = (key: Buffer, iv: Buffer, bytes: Buffer): Buffer =>
    createCipheriv(`aes-${bits}-cbc`, key, iv).setAutoPadding(false).update(padded(bytes));
  const locked = (purpose: string, bytes: Buffer): string =>
    cipher(fitted(sum(hash, start, Buffer.from(purpose, 'hex')), bits / 8), salt, bytes).toString('base64');
  const text = Buffer.alloc(16, 9);
  const name = hash.toUpperCase();
  const common = `saltSize="16" blockSize="16" keyBits="${bits}" hashSize="${sum(hash).length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${name}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${claimed ?? rounds}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${locked('fea7d2763b4b9e79', text)}" encryptedVerifierHashValue="${locked('d7aa0f6d3061344e', sum(hash, text))}" encryptedKeyValue="${locked('146e0be7abacd0d6', packageKey)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const pieces: Buffer[] = [];
  for (let at = 0, i = 0; at < content.length; at += 4096, i++)
    pieces.push(cipher(packageKey, fitted(sum(hash, dataSalt, u32(i)), 16), content.subarray(at, at + 4096)));
  return compoundOf({
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0]), u32(0x40), Buffer.from(xml)]),
    EncryptedPackage: Buffer.concat([sizeOf(content), ...pieces]),
  });
}

/** A document of Office 2007 under a password (MS-OFFCRYPTO 2.3.4.5 to 9): AES of 128 bits. */
export function standardOf(content: Buffer, password: string): Buffer {
  const salt = Buffer.alloc(16, 6);
  let start = sum('sha1', salt, wide(password));
  for (let i = 0; i < 50_000; i++) start = sum('sha1', u32(i), start);
  const last = sum('sha1', start, u32(0));
  const block = Buffer.alloc(64, 0x36);
  for (const [i, byte] of last.entries()) block[i] = 0x36 ^ byte;
  const key = sum('sha1', block).subarray(0, 16);
  const cipher = (bytes: Buffer): Buffer =>
    createCipheriv('aes-128-ecb', key, null).setAutoPadding(false).update(padded(bytes));
  const provider = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le');
  const header = Buffer.concat([u32(0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0), provider]);
  const text = Buffer.alloc(16, 8);
  return compoundOf({
    EncryptionInfo: Buffer.concat([
      Buffer.from([3, 0, 2, 0]),
      u32(0x24, header.length),
      header,
      u32(16),
      salt,
      cipher(text),
      u32(20),
      cipher(sum('sha1', text)),
    ]),
    EncryptedPackage: Buffer.concat([sizeOf(content), cipher(content)]),
  });
}
