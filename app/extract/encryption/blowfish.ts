/**
 * Blowfish (Schneier 1993), which OpenSSL gives no longer and OpenOffice used before 2011; only what undoes its cipher
 * feedback of 64 bits. Its tables are the binary digits of pi behind the point, which are computed here.
 */
export class Blowfish {
  readonly #keys: Uint32Array;
  readonly #boxes: Uint32Array;
  #left = 0;
  #right = 0;

  constructor(key: Uint8Array) {
    const digits = piDigits();
    this.#keys = digits.slice(0, ROUNDS + 2);
    this.#boxes = digits.slice(ROUNDS + 2);
    for (let i = 0, at = 0; i < this.#keys.length; i++) {
      let word = 0;
      for (let byte = 0; byte < 4; byte++, at++) word = (word << 8) | (key[at % key.length] ?? 0);
      this.#keys[i] = (this.#keys[i] ?? 0) ^ word;
    }
    for (const table of [this.#keys, this.#boxes]) {
      for (let i = 0; i < table.length; i += 2) {
        this.#block();
        table[i] = this.#left;
        table[i + 1] = this.#right;
      }
    }
  }

  decipherFeedback(bytes: Uint8Array, iv: Uint8Array): Buffer {
    const out = Buffer.from(bytes);
    const before = Buffer.alloc(8);
    before.set(iv.subarray(0, 8));
    const stream = Buffer.alloc(8);
    for (let at = 0; at < bytes.length; at += 8) {
      this.#left = before.readUInt32BE(0);
      this.#right = before.readUInt32BE(4);
      this.#block();
      stream.writeUInt32BE(this.#left, 0);
      stream.writeUInt32BE(this.#right, 4);
      before.set(bytes.subarray(at, at + 8));
      for (let i = 0; i < 8 && at + i < out.length; i++) out[at + i] = (out[at + i] ?? 0) ^ (stream[i] ?? 0);
    }
    return out;
  }

  /** Enciphers the block that stands in the two halves. */
  #block(): void {
    const keys = this.#keys;
    let left = this.#left;
    let right = this.#right;
    for (let round = 0; round < ROUNDS; round++) {
      left ^= keys[round] ?? 0;
      const mixed = right ^ this.#mixed(left);
      right = left;
      left = mixed;
    }
    this.#left = (right ^ (keys[ROUNDS + 1] ?? 0)) >>> 0;
    this.#right = (left ^ (keys[ROUNDS] ?? 0)) >>> 0;
  }

  #mixed(word: number): number {
    const boxes = this.#boxes;
    const a = boxes[word >>> 24] ?? 0;
    const b = boxes[256 + ((word >>> 16) & 0xff)] ?? 0;
    const c = boxes[512 + ((word >>> 8) & 0xff)] ?? 0;
    const d = boxes[768 + (word & 0xff)] ?? 0;
    return (((a + b) ^ c) + d) | 0;
  }
}

const ROUNDS = 16;
const WORDS = ROUNDS + 2 + 4 * 256;
const SPARE_BITS = 64n;

let known: Uint32Array | null = null;

/** By Machin's formula, pi = 16 arctan 1/5 - 4 arctan 1/239, in whole numbers; takes some milliseconds, once. */
function piDigits(): Uint32Array {
  if (known !== null) return known;
  const one = 1n << (BigInt(WORDS * 32) + SPARE_BITS);
  const pi = 16n * arctanOfInverse(5n, one) - 4n * arctanOfInverse(239n, one);
  const behindPoint = (pi - 3n * one) >> SPARE_BITS;
  const hex = behindPoint.toString(16).padStart(WORDS * 8, '0');
  known = Uint32Array.from({ length: WORDS }, (_, i) => parseInt(hex.slice(i * 8, i * 8 + 8), 16));
  return known;
}

function arctanOfInverse(x: bigint, one: bigint): bigint {
  let power = one / x;
  let sum = power;
  for (let n = 3n, sign = -1n; power !== 0n; n += 2n, sign = -sign) {
    power /= x * x;
    sum += (sign * power) / n;
  }
  return sum;
}
