import { createHash, hash } from 'node:crypto';

/**
 * The password hash sha256_crypt: `$5$rounds=N$salt$digest`, as every crypt(3) reads it.
 * Rule: Ulrich Drepper, "Unix crypt using SHA-256 and SHA-512", version 0.6; its step numbers stand beside the code.
 * Written here because the npm package that was tried (unixcrypt 3.0.4) gives another digest than crypt(3) when the
 * password is 32, 64, 96 ... bytes long; the test compares all lengths with openssl.
 *
 * Slow on purpose: seconds at 535,000 rounds. Call it in a worker thread only.
 * @param password any text without NUL (crypt(3) would stop there); its UTF-8 bytes are hashed as they are.
 * @param salt 1 to 16 characters of `./0-9A-Za-z`
 * @param rounds 1,000 to 999,999,999
 */
export function sha256Crypt(password: string, salt: string, rounds: number): string {
  if (!SALT.test(salt)) throw new Error('not a salt of sha256_crypt');
  if (!Number.isInteger(rounds) || rounds < 1_000 || rounds > 999_999_999)
    throw new Error('rounds out of range');
  if (password.includes('\0')) throw new Error('a password holds no NUL');
  const key = Buffer.from(password, 'utf8');
  const saltBytes = Buffer.from(salt, 'ascii');
  const start = firstDigest(key, saltBytes);
  const p = stretched(repeatedDigest(key, key.length), key.length); // steps 13-16
  const s = stretched(repeatedDigest(saltBytes, 16 + (start[0] ?? 0)), saltBytes.length); // steps 17-20
  return `$5$rounds=${rounds}$${salt}$${encode(manyRounds(start, p, s, rounds))}`;
}

/** The parts of a stored hash, or null if it is not one that this file makes. */
export function parseSha256Crypt(stored: string): { salt: string; rounds: number } | null {
  const found = /^\$5\$rounds=([1-9][0-9]{3,8})\$([./0-9A-Za-z]{1,16})\$[./0-9A-Za-z]{43}$/.exec(stored);
  return found?.[1] && found[2] ? { rounds: Number(found[1]), salt: found[2] } : null;
}

const SALT = /^[./0-9A-Za-z]{1,16}$/;
const DIGEST = 32;

/** Steps 1-12. */
function firstDigest(key: Buffer, salt: Buffer): Buffer {
  const b = createHash('sha256').update(key).update(salt).update(key).digest();
  const a = createHash('sha256').update(key).update(salt).update(stretched(b, key.length));
  for (let bits = key.length; bits > 0; bits >>= 1) a.update(bits & 1 ? b : key);
  return a.digest();
}

function repeatedDigest(bytes: Buffer, times: number): Buffer {
  const all = createHash('sha256');
  for (let i = 0; i < times; i++) all.update(bytes);
  return all.digest();
}

/** The digest repeated and cut to `length` bytes. */
function stretched(digest: Buffer, length: number): Buffer {
  return Buffer.alloc(length, digest);
}

/** Step 21. What is hashed after or before the digest of the last round repeats every 42 rounds. */
function manyRounds(start: Buffer, p: Buffer, s: Buffer, rounds: number): Buffer {
  const inputs = Array.from({ length: 42 }, (_, round) => roundInput(round, p, s));
  let digest = start;
  for (let round = 0; round < rounds; round++) {
    const input = inputs[round % 42];
    if (input === undefined) throw new Error('a round without its input');
    digest.copy(input.bytes, input.digestAt);
    digest = hash('sha256', input.bytes, 'buffer');
  }
  return digest;
}

function roundInput(round: number, p: Buffer, s: Buffer): { bytes: Buffer; digestAt: number } {
  const middle = [...(round % 3 ? [s] : []), ...(round % 7 ? [p] : [])];
  const gap = Buffer.alloc(DIGEST);
  const parts = round % 2 ? [p, ...middle, gap] : [gap, ...middle, p];
  const bytes = Buffer.concat(parts);
  return { bytes, digestAt: round % 2 ? bytes.length - DIGEST : 0 };
}

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Step 22: three bytes become four characters, in an order of their own; the last two bytes become three. */
function encode(digest: Buffer): string {
  const byte = (at: number): number => digest[at] ?? 0;
  let text = '';
  for (let group = 0; group < 10; group++) {
    const order = [group, 10 + group, 20 + group];
    const turn = (group * 2) % 3; // 0-10-20, 21-1-11, 12-22-2, ...
    const [x, y, z] = [order[turn % 3] ?? 0, order[(turn + 1) % 3] ?? 0, order[(turn + 2) % 3] ?? 0];
    text += characters((byte(x) << 16) | (byte(y) << 8) | byte(z), 4);
  }
  return text + characters((byte(31) << 8) | byte(30), 3);
}

function characters(value: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += ALPHABET.charAt((value >> (6 * i)) & 63);
  return text;
}
