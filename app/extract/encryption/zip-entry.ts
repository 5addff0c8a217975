import { crc32, createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import type { Passwords } from './passwords.ts';
import { ZIP_CRYPTO_HEADER, ZipCrypto } from './zip-crypto.ts';
import type { ZipAes } from './zip-aes.ts';
import { ZIP_AES_ROUNDS, ZIP_AES_SUM, zipAesHeader, zipAesKeys, ZipAesStream, zipAesSum } from './zip-aes.ts';

/** An enciphered entry of a zip file, as its directory tells of it. */
export interface LockedEntry {
  /** Its bytes in the file, with what the cipher put before and behind them. */
  readonly data: ByteSource;
  /** The way of packing: 0 none, 8 deflate. */
  readonly method: number;
  readonly crc: number;
  /** What the last byte of the header deciphers to; a writer that streams has the time there instead of the sum. */
  readonly check: number;
  /** Null: PKWARE's first cipher. */
  readonly aes: ZipAes | null;
}

/**
 * Opens an enciphered entry with the first password that fits, and gives its bytes: unpacked, again and again, and never
 * whole in memory. Its two or sixteen bits of check let wrong passwords pass, so that the whole is tried: the sum of
 * what comes out, and with AES of what goes in. Throws `Unread`: 'encrypted' when none fits, 'corrupt', 'too_large' (by
 * `counted`, which is called with the bytes so far).
 */
export async function openedEntry(
  entry: LockedEntry,
  passwords: Passwords,
  counted: (bytes: number) => void,
): Promise<() => AsyncGenerator<Uint8Array>> {
  return await passwords.openLater(
    async (password) => {
      for (const bytes of writings(password)) {
        const plain = entry.aes === null ? byZipCrypto(entry, bytes) : byAes(entry, entry.aes, bytes);
        if (plain === null) continue;
        const content = () => unpacked(entry.method, plain());
        if (entry.aes !== null || (await hasSum(content(), entry.crc, counted))) return content;
      }
      return null;
    },
    { rounds: entry.aes === null ? 0 : ZIP_AES_ROUNDS },
  );
}

const PIECE = 64 * 1024;

/** Programs take the bytes of a password as they come: UTF-8, or of Western Windows. */
function writings(password: string): Buffer[] {
  const utf8 = Buffer.from(password, 'utf8');
  const latin = Buffer.from(password, 'latin1');
  return utf8.equals(latin) || /[^\u0000-\u00ff]/.test(password) ? [utf8] : [utf8, latin];
}

type Pieces = () => Generator<Uint8Array>;

function byZipCrypto({ data, check }: LockedEntry, password: Buffer): Pieces | null {
  if (data.size < ZIP_CRYPTO_HEADER) return null;
  const header = new ZipCrypto(password).decipher(data.read(0, ZIP_CRYPTO_HEADER));
  if (header[ZIP_CRYPTO_HEADER - 1] !== check) return null;
  return function* () {
    const cipher = new ZipCrypto(password);
    let first = true;
    for (const piece of piecesOf(data, 0, data.size)) {
      const plain = cipher.decipher(piece);
      yield first ? plain.subarray(ZIP_CRYPTO_HEADER) : plain;
      first = false;
    }
  };
}

function byAes({ data }: LockedEntry, aes: ZipAes, password: Buffer): Pieces | null {
  const start = zipAesHeader(aes);
  const end = data.size - ZIP_AES_SUM;
  if (end < start) return null;
  const keys = zipAesKeys(aes, password, Buffer.from(data.read(0, start)));
  if (keys === null) return null;
  if (!zipAesSum(keys, piecesOf(data, start, end)).equals(Buffer.from(data.read(end, ZIP_AES_SUM))))
    return null;
  return function* () {
    const cipher = new ZipAesStream(keys);
    for (const piece of piecesOf(data, start, end)) yield cipher.apply(piece);
  };
}

function* piecesOf(data: ByteSource, start: number, end: number): Generator<Uint8Array> {
  for (let at = start; at < end;) {
    const piece = data.read(at, Math.min(PIECE, end - at));
    if (piece.length === 0) throw new Unread('corrupt');
    at += piece.length;
    yield piece;
  }
}

async function* unpacked(method: number, plain: Generator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    for (const piece of plain) yield await Promise.resolve(piece);
    return;
  }
  const packed = Readable.from(plain, { objectMode: false });
  const inflate = createInflateRaw();
  packed.on('error', (error) => inflate.destroy(error));
  try {
    const bytes: AsyncIterable<Uint8Array> = packed.pipe(inflate);
    for await (const chunk of bytes) yield chunk;
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('corrupt', { cause: error });
  } finally {
    packed.destroy();
  }
}

/** Half a minute of unpacking; it is done once more for the text. */
const MOST_TESTED = 16 * 1024 ** 3;

/** Damage is a wrong password here, and what is too large is so by any password. */
async function hasSum(
  content: AsyncGenerator<Uint8Array>,
  wanted: number,
  counted: (bytes: number) => void,
): Promise<boolean> {
  let [sum, size] = [0, 0];
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > MOST_TESTED) throw new Unread('too_large');
      counted(size);
      sum = crc32(chunk, sum);
    }
  } catch (error) {
    if (error instanceof Unread && error.reason !== 'corrupt') throw error;
    return false;
  }
  return sum === wanted;
}
