import { createDecipheriv, createHash } from 'node:crypto';
import type { ByteSource } from '#kernel/bytes.ts';
import { bytesInMemory } from '#kernel/bytes.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { Unread } from '../format.ts';
import { agilePackage } from './office-agile.ts';
import { OFFICE_DEFAULT } from './old-office-key.ts';
import type { Passwords } from './passwords.ts';

/**
 * The document inside a compound file that Office since 2007 enciphered (MS-OFFCRYPTO 2.3.4): "standard" of 2007 or
 * "agile" since 2010. What is under rights management, or a provider of keys outside, stays shut. Throws `Unread`:
 * 'encrypted', 'corrupt' for a container that is damaged, 'too_large' past `limit` bytes.
 */
export async function officePackage(
  file: ByteSource,
  passwords: Passwords,
  limit: number,
): Promise<ByteSource> {
  const root = compoundTree(file);
  const info = streamIn(root, 'EncryptionInfo')?.bytes(MAX_INFO);
  const packed = streamIn(root, 'EncryptedPackage')?.bytes(limit);
  if (!info || !packed || info.length < 8 || packed.length < 8) throw new Unread('encrypted');
  const header = Buffer.from(info);
  const content = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const size = Math.min(Number(content.readBigUInt64LE(0)), content.length - 8);
  const [major, minor] = [header.readUInt16LE(0), header.readUInt16LE(2)];
  if (major === 4 && minor === 4)
    return bytesInMemory(
      (await agilePackage(header.subarray(8), content.subarray(8), passwords)).subarray(0, size),
    );
  if (major >= 2 && major <= 4 && minor === 2)
    return bytesInMemory(standardPackage(header, content.subarray(8), passwords).subarray(0, size));
  throw new Unread('encrypted');
}

const MAX_INFO = 1024 * 1024;
const STANDARD_ROUNDS = 50_000;
const AES_BITS = [128, 192, 256];

/** AES without chaining, and a key of fifty thousand rounds of SHA-1. */
function standardPackage(info: Buffer, content: Buffer, passwords: Passwords): Buffer {
  if (info.length < 12) throw new Unread('encrypted');
  const headerLength = info.readUInt32LE(8);
  const verifier = info.subarray(12 + headerLength);
  if (headerLength < 32 || verifier.length < 4 + 16 + 16 + 4 + 32) throw new Unread('encrypted');
  const bits = info.readUInt32LE(12 + 16) || 128;
  if (!AES_BITS.includes(bits)) throw new Unread('encrypted');
  const salt = verifier.subarray(4, 20);
  const decipher = (key: Buffer, bytes: Buffer): Buffer => {
    const aes = createDecipheriv(`aes-${bits}-ecb`, key, null).setAutoPadding(false);
    return aes.update(bytes.subarray(0, bytes.length - (bytes.length % 16)));
  };
  const right = passwords.open(
    (password) => {
      const key = standardKey(salt, password, bits / 8);
      const text = decipher(key, verifier.subarray(20, 36));
      const hashed = decipher(key, verifier.subarray(40, 72)).subarray(0, 20);
      return sha1(text).equals(hashed) ? key : null;
    },
    { rounds: STANDARD_ROUNDS, first: [OFFICE_DEFAULT] },
  );
  return decipher(right, content);
}

function standardKey(salt: Buffer, password: string, length: number): Buffer {
  const numbered = Buffer.alloc(24);
  sha1(salt, Buffer.from(password, 'utf16le')).copy(numbered, 4);
  for (let i = 0; i < STANDARD_ROUNDS; i++) {
    numbered.writeUInt32LE(i, 0);
    sha1(numbered).copy(numbered, 4);
  }
  const hash = sha1(numbered.subarray(4), Buffer.alloc(4));
  const padded = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    for (const [i, byte] of hash.entries()) block[i] = fill ^ byte;
    return sha1(block);
  };
  return Buffer.concat([padded(0x36), padded(0x5c)]).subarray(0, length);
}

function sha1(...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part);
  return sum.digest();
}
