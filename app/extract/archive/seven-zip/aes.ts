import { createDecipheriv, createHash } from 'node:crypto';
import type { ByteSource } from '#kernel/bytes.ts';
import type { Passwords } from '../../encryption/passwords.ts';
import { Unread } from '../../format.ts';

/** How 7-Zip makes a key of a password, and where its cipher (AES of 256 bits in CBC) begins. */
export interface SevenZipLock {
  /** The key takes 2 to this power rounds. */
  readonly power: number;
  readonly salt: Buffer;
  readonly iv: Buffer;
}

/** 7-Zip itself writes 19; what asks for more than this is after our time. */
const MOST_POWER = 24;
/** No rounds at all: the salt and the password are the key. */
const PLAIN_KEY = 0x3f;
const BLOCK = 16;
const KEY = 32;
/** How many bytes are hashed in the time of one of the rounds that `Passwords` counts. */
const BYTES_A_ROUND = 300;

/** Throws `Unread`: 'corrupt', 'encrypted' where the key would take too long. */
export function lockOf(settings: Buffer): SevenZipLock {
  const [first = 0, second = 0] = settings;
  const power = first & 0x3f;
  const saltLength = (first >> 7) + (second >> 4);
  const ivLength = ((first >> 6) & 1) + (second & 0xf);
  if (settings.length === 0 || settings.length < saltLength + ivLength) throw new Unread('corrupt');
  if (power > MOST_POWER && power !== PLAIN_KEY) throw new Unread('encrypted');
  const iv = Buffer.alloc(BLOCK);
  settings.copy(iv, 0, 2 + saltLength, 2 + saltLength + ivLength);
  return { power, salt: settings.subarray(2, 2 + saltLength), iv };
}

/** The keys of one archive: the folders of one mostly share theirs, and each takes a twentieth of a second. */
export class SevenZipKeys {
  readonly #passwords: Passwords;
  readonly #known = new Map<string, Buffer>();

  constructor(passwords: Passwords) {
    this.#passwords = passwords;
  }

  /** Throws `Unread('encrypted')` when what may be spent on keys is spent. */
  key({ power, salt }: SevenZipLock, password: string): Buffer {
    const name = `${String(power)} ${salt.toString('hex')} ${password}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const secret = Buffer.concat([salt, Buffer.from(password, 'utf16le')]);
    if (power !== PLAIN_KEY)
      this.#passwords.spend(Math.ceil(((secret.length + 8) * 2 ** power) / BYTES_A_ROUND));
    const key =
      power === PLAIN_KEY
        ? Buffer.concat([secret, Buffer.alloc(KEY)]).subarray(0, KEY)
        : hashed(secret, power);
    this.#known.set(name, key);
    return key;
  }
}

const AT_ONCE = 4096;

/** SHA-256 over the secret and a counter of eight bytes, again and again. */
function hashed(secret: Buffer, power: number): Buffer {
  const sum = createHash('sha256');
  const rounds = 2 ** power;
  const unit = secret.length + 8;
  const many = Math.min(rounds, AT_ONCE);
  const units = Buffer.alloc(unit * many);
  for (let i = 0; i < many; i++) secret.copy(units, i * unit);
  for (let round = 0; round < rounds; round += many) {
    for (let i = 0; i < many; i++) units.writeUInt32LE(round + i, i * unit + secret.length);
    sum.update(units);
  }
  return sum.digest();
}

/** What the bytes decipher to under this key, whether it is the right one or not. */
export function deciphered(file: ByteSource, { iv }: SevenZipLock, key: Buffer, size: number): ByteSource {
  const length = Math.min(size, file.size - (file.size % BLOCK));
  return {
    size: length,
    read: (offset, wanted) => {
      const from = offset - (offset % BLOCK);
      const until = Math.min(offset + wanted, length);
      if (until <= offset) return new Uint8Array(0);
      // Each block is mixed with the enciphered one before it, so that reading may begin anywhere.
      const before = from === 0 ? iv : file.read(from - BLOCK, BLOCK);
      const blocks = file.read(from, Math.ceil((until - from) / BLOCK) * BLOCK);
      if (before.length < BLOCK) return new Uint8Array(0);
      const plain = createDecipheriv('aes-256-cbc', key, before).setAutoPadding(false).update(blocks);
      return plain.subarray(offset - from, until - from);
    },
  };
}
