import type { Cipheriv } from 'node:crypto';
import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';

/** What an entry under WinZip's AES says of itself (AE-1 and AE-2): its strength and how it is packed. */
export interface ZipAes {
  readonly keyLength: 16 | 24 | 32;
  readonly method: number;
}

/** The number of this cipher where another entry has its way of packing, and of the extra field that tells more. */
export const AES_METHOD = 99;
const EXTRA = 0x9901;

export const ZIP_AES_ROUNDS = 1000;
/** The first bytes of the sum over the enciphered data come behind it. */
export const ZIP_AES_SUM = 10;
const VERIFIER = 2;

/** Null when the entry is under another cipher. */
export function zipAesOf(extraFields: readonly { id: number; data: Buffer }[]): ZipAes | null {
  const data = extraFields.find(({ id }) => id === EXTRA)?.data;
  const keyLength = ([16, 24, 32] as const)[(data?.[4] ?? 0) - 1];
  if (!data || data.length < 7 || keyLength === undefined) return null;
  return { keyLength, method: data.readUInt16LE(5) };
}

/** The salt and the two bytes that tell most wrong passwords, in bytes: what comes before the data. */
export function zipAesHeader({ keyLength }: ZipAes): number {
  return keyLength / 2 + VERIFIER;
}

export interface ZipAesKeys {
  readonly cipher: Buffer;
  readonly sum: Buffer;
}

/** Null when the password is a wrong one; one wrong in 65,536 gives keys all the same. */
export function zipAesKeys({ keyLength }: ZipAes, password: Uint8Array, header: Buffer): ZipAesKeys | null {
  const salt = header.subarray(0, keyLength / 2);
  const keys = pbkdf2Sync(password, salt, ZIP_AES_ROUNDS, keyLength * 2 + VERIFIER, 'sha1');
  if (!keys.subarray(keyLength * 2).equals(header.subarray(keyLength / 2))) return null;
  return { cipher: keys.subarray(0, keyLength), sum: keys.subarray(keyLength, keyLength * 2) };
}

/** Whether the data is what was enciphered under this key. */
export function zipAesSum(keys: ZipAesKeys, pieces: Iterable<Uint8Array>): Buffer {
  const sum = createHmac('sha1', keys.sum);
  for (const piece of pieces) sum.update(piece);
  return sum.digest().subarray(0, ZIP_AES_SUM);
}

/** AES counting blocks from 1 with the lowest byte first, which OpenSSL's own counter does not. */
export class ZipAesStream {
  readonly #aes: Cipheriv;
  #counter = 1;

  constructor({ cipher }: ZipAesKeys) {
    this.#aes = createCipheriv(`aes-${cipher.length * 8}-ecb`, cipher, null).setAutoPadding(false);
  }

  /** Enciphers or deciphers, which is the same. All pieces but the last are of whole blocks of 16 bytes. */
  apply(bytes: Uint8Array): Buffer {
    const blocks = Math.ceil(bytes.length / 16);
    const counters = Buffer.alloc(blocks * 16);
    for (let i = 0; i < blocks; i++, this.#counter++) {
      counters.writeUInt32LE(this.#counter >>> 0, i * 16);
      counters.writeUInt32LE(Math.floor(this.#counter / 2 ** 32), i * 16 + 4);
    }
    const out = this.#aes.update(counters).subarray(0, bytes.length);
    for (let i = 0; i < bytes.length; i++) out[i] = (out[i] ?? 0) ^ (bytes[i] ?? 0);
    return out;
  }
}
