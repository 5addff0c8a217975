import { createHash } from 'node:crypto';
import { Rc4 } from '#extract/encryption/rc4.ts';

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
};

const sum = (hash: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash(hash).update(Buffer.concat(parts)).digest();

/** A lock of Office 97 to 2003: what a file says of it, and the key stream of each block. */
export interface OldLock {
  readonly info: Buffer;
  readonly keys: (block: number) => Rc4;
}

/** RC4 of 40 bits (MS-OFFCRYPTO 2.3.6). */
export function simpleLock(password: string): OldLock {
  const salt = Buffer.alloc(16, 2);
  const start = sum('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const base = sum('md5', ...Array.from({ length: 16 }, () => Buffer.concat([start, salt]))).subarray(0, 5);
  const keys = (block: number): Rc4 => new Rc4(sum('md5', base, u32(block)));
  const text = Buffer.alloc(16, 1);
  const stream = keys(0);
  const info = Buffer.concat([
    Buffer.from([1, 0, 1, 0]),
    salt,
    stream.apply(text),
    stream.apply(sum('md5', text)),
  ]);
  return { info, keys };
}

/** RC4 by the system's CryptoAPI (MS-OFFCRYPTO 2.3.5). */
export function cryptoApiLock(password: string, bits: 40 | 56 | 128): OldLock {
  const salt = Buffer.alloc(16, 2);
  const start = sum('sha1', salt, Buffer.from(password, 'utf16le'));
  const keys = (block: number): Rc4 => {
    const key = sum('sha1', start, u32(block)).subarray(0, bits / 8);
    return new Rc4(bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key);
  };
  const text = Buffer.alloc(16, 1);
  const stream = keys(0);
  const provider = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le');
  const header = Buffer.concat([u32(4, 0, 0x6801, 0x8004, bits, 1, 0, 0), provider]);
  const verifier = Buffer.concat([
    u32(16),
    salt,
    stream.apply(text),
    u32(20),
    stream.apply(sum('sha1', text)),
  ]);
  return { info: Buffer.concat([Buffer.from([2, 0, 2, 0]), u32(4, header.length), header, verifier]), keys };
}

/** A stream in blocks, each under a key stream of its own, but for its first bytes. */
export function inBlocks(bytes: Buffer, { keys }: OldLock, size: number, clear: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0, block = 0; at < bytes.length; at += size, block++)
    parts.push(keys(block).apply(bytes.subarray(at, at + size)));
  return Buffer.concat([bytes.subarray(0, clear), Buffer.concat(parts).subarray(clear)]);
}
