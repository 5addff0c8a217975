import { argon2Sync, createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { Unread } from '../format.ts';
import { Blowfish } from './blowfish.ts';
import type { PartLock } from './open-document-locks.ts';
import type { Passwords } from './passwords.ts';

/**
 * A part of an OpenDocument package with the first password that fits; still packed by deflate. Throws `Unread`:
 * 'encrypted' when none fits or it is under another cipher, 'corrupt'.
 */
export function openedPart(bytes: Buffer, lock: PartLock, passwords: Passwords): Buffer {
  const decipher = decipherOf(lock);
  return passwords.open(
    (password) => {
      const plain = decipher(bytes, keyOf(lock, password));
      return plain !== null && isRight(plain, lock) ? plain : null;
    },
    { rounds: roundsOf(lock) },
  );
}

/** KiB of memory that one key may take, and how often it is gone through: four times what LibreOffice asks for. */
const MOST_ARGON = { memory: 256 * 1024, passes: 12, parallelism: 16 };
/** One pass over a MiB takes about as long as so many rounds. */
const ROUNDS_A_MIB = 1000;

function roundsOf({ derivation, rounds, argon }: PartLock): number {
  if (!isArgon(derivation)) return rounds >= 1 ? rounds : Infinity;
  const { memory, passes, parallelism } = argon;
  const isBounded =
    memory <= MOST_ARGON.memory && passes <= MOST_ARGON.passes && parallelism <= MOST_ARGON.parallelism;
  return isBounded ? ((memory * passes) / 1024) * ROUNDS_A_MIB : Infinity;
}

function isArgon(derivation: string): boolean {
  return /argon2id$/i.test(derivation);
}

function keyOf(lock: PartLock, password: string): Buffer {
  const start = createHash(lock.startHash).update(password, 'utf8').digest();
  if (!isArgon(lock.derivation)) return pbkdf2Sync(start, lock.salt, lock.rounds, lock.keyLength, 'sha1');
  return argon2Sync('argon2id', {
    message: start,
    nonce: lock.salt,
    tagLength: lock.keyLength,
    ...lock.argon,
  });
}

/** Of Blowfish, in bytes; AES has at most 32. */
const LONGEST_KEY = 56;

type Decipher = (bytes: Buffer, key: Buffer) => Buffer | null;

function decipherOf({ algorithm, iv, keyLength, derivation }: PartLock): Decipher {
  if (!isArgon(derivation) && !/pbkdf2$/i.test(derivation)) throw new Unread('encrypted');
  if (!(keyLength >= 1 && keyLength <= LONGEST_KEY)) throw new Unread('encrypted');
  if (/blowfish/i.test(algorithm)) return (bytes, key) => new Blowfish(key).decipherFeedback(bytes, iv);
  const mode = /aes(128|192|256)-(cbc|gcm)$/.exec(algorithm);
  if (mode === null || keyLength * 8 !== Number(mode[1])) throw new Unread('encrypted');
  return mode[2] === 'cbc' ? chained(keyLength, iv) : counted(keyLength);
}

/** The last byte of the last block says how many bytes fill it up. */
function chained(keyLength: number, iv: Buffer): Decipher {
  return (bytes, key) => {
    const aes = createDecipheriv(`aes-${keyLength * 8}-cbc`, key, iv).setAutoPadding(false);
    const plain = aes.update(bytes.subarray(0, bytes.length - (bytes.length % 16)));
    const filling = plain.at(-1) ?? 0;
    return filling >= 1 && filling <= 16 ? plain.subarray(0, plain.length - filling) : null;
  };
}

/** As XML Encryption 1.1 has it: the vector in front and the sum behind. */
function counted(keyLength: number): Decipher {
  return (bytes, key) => {
    if (bytes.length < VECTOR + SUM) throw new Unread('corrupt');
    const name = keyLength === 16 ? 'aes-128-gcm' : keyLength === 24 ? 'aes-192-gcm' : 'aes-256-gcm';
    const aes = createDecipheriv(name, key, bytes.subarray(0, VECTOR), { authTagLength: SUM });
    aes.setAuthTag(bytes.subarray(-SUM));
    try {
      return Buffer.concat([aes.update(bytes.subarray(VECTOR, -SUM)), aes.final()]);
    } catch {
      return null;
    }
  };
}

const VECTOR = 12;
const SUM = 16;

/** Without a checksum the cipher itself has told. */
function isRight(plain: Buffer, { checksum }: PartLock): boolean {
  if (checksum === null) return true;
  const { hash, most, sum } = checksum;
  return createHash(hash).update(plain.subarray(0, most)).digest().equals(sum);
}
