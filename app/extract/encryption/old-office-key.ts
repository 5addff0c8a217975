import { createHash, timingSafeEqual } from 'node:crypto';
import { Unread } from '../format.ts';
import type { Passwords } from './passwords.ts';
import { Rc4 } from './rc4.ts';

/** The key stream of a block: what is enciphered is cut into blocks, and each begins anew. */
export type BlockKeys = (block: number) => Rc4;

/** What Office uses where a document is "encrypted" only so that its structure is protected: it opens without asking. */
export const OFFICE_DEFAULT = 'VelvetSweatshop';

/**
 * The keys of a document of Office 97 to 2003, from what says how it is enciphered (MS-OFFCRYPTO 2.3.5 and 2.3.6): RC4 with
 * 40 bits, or with 40 to 128 by the system's CryptoAPI. Throws `Unread('encrypted')` when no password fits, or what says
 * so is damaged.
 */
export function oldOfficeKeys(info: Buffer, passwords: Passwords): BlockKeys {
  if (info.length < 4) throw new Unread('encrypted');
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  if (major === 1 && minor === 1) return simpleKeys(info.subarray(4), passwords);
  if (major >= 2 && major <= 4 && minor === 2) return cryptoApiKeys(info, passwords);
  throw new Unread('encrypted');
}

function simpleKeys(info: Buffer, passwords: Passwords): BlockKeys {
  if (info.length < 48) throw new Unread('encrypted');
  const salt = info.subarray(0, 16);
  return passwords.open(
    (password) => {
      const start = digest('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
      const salted = Array.from({ length: 16 }, () => [start, salt]).flat();
      const base = digest('md5', ...salted).subarray(0, 5);
      const keys: BlockKeys = (block) => new Rc4(digest('md5', base, uint32(block)));
      return isRight(keys, 'md5', info.subarray(16, 32), info.subarray(32, 48)) ? keys : null;
    },
    { first: [OFFICE_DEFAULT] },
  );
}

/** Lengths of the header and what it names come before the salt; the hash is SHA-1 in all of them. */
function cryptoApiKeys(info: Buffer, passwords: Passwords): BlockKeys {
  if (info.length < 12) throw new Unread('encrypted');
  const headerLength = info.readUInt32LE(8);
  const verifier = info.subarray(12 + headerLength);
  if (headerLength < 32 || verifier.length < 4 + 16 + 16 + 4 + 20) throw new Unread('encrypted');
  const keyBits = info.readUInt32LE(12 + 16) || 40;
  if (keyBits < 40 || keyBits > 128) throw new Unread('encrypted');
  const salt = verifier.subarray(4, 20);
  return passwords.open(
    (password) => {
      const start = digest('sha1', salt, Buffer.from(password, 'utf16le'));
      const keys: BlockKeys = (block) => {
        const key = digest('sha1', start, uint32(block)).subarray(0, keyBits / 8);
        // 40 bits stand in a key of 128, as Windows had it.
        return new Rc4(keyBits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key);
      };
      return isRight(keys, 'sha1', verifier.subarray(20, 36), verifier.subarray(40, 60)) ? keys : null;
    },
    { first: [OFFICE_DEFAULT] },
  );
}

/** A random text and its hash, one after the other in the first block. */
function isRight(keys: BlockKeys, hash: 'md5' | 'sha1', text: Buffer, hashed: Buffer): boolean {
  const stream = keys(0);
  return timingSafeEqual(digest(hash, stream.apply(text)), stream.apply(hashed));
}

function digest(hash: 'md5' | 'sha1', ...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash(hash);
  for (const part of parts) sum.update(part);
  return sum.digest();
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Deciphers a whole stream that is cut into blocks of `size` bytes from its beginning on, but for its first `clear` bytes. */
export function decipheredBlocks(bytes: Buffer, keys: BlockKeys, size: number, clear = 0): Buffer {
  const out = Buffer.from(bytes);
  for (let at = 0, block = 0; at < out.length; at += size, block++) {
    const stream = keys(block);
    for (let i = at; i < Math.min(at + size, out.length); i++) {
      const key = stream.next();
      if (i >= clear) out[i] = (out[i] ?? 0) ^ key;
    }
  }
  return out;
}
