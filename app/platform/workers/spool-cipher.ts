import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipheriv } from 'node:crypto';

/**
 * How a spooled file lies on disk: AES-256 in counter mode, so that any part can be read alone. Every file has a
 * random key of its own that is used for nothing else, which is why its counter may start at zero. There is no
 * authentication: the spool has no name on the disk, and only the process that reads it could be fooled by it.
 */
export const SPOOL_KEY_LENGTH = 32;
const BLOCK = 16;
const ALGORITHM = 'aes-256-ctr';

/** Enciphers a file from its start to its end. */
export function spoolCipher(key: Uint8Array): Cipheriv {
  return createCipheriv(ALGORITHM, key, counterAt(0));
}

/** Deciphers the bytes that stand at `offset` of the file. */
export function decipherAt(key: Uint8Array, offset: number, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, counterAt(Math.floor(offset / BLOCK)));
  const skipped = offset % BLOCK;
  if (skipped > 0) decipher.update(Buffer.alloc(skipped));
  return decipher.update(bytes);
}

function counterAt(block: number): Buffer {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(block), BLOCK - 8);
  return counter;
}
