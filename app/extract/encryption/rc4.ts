/** RC4, which OpenSSL gives no longer and Office before 2007 used. It only undoes what somebody else enciphered so. */
export class Rc4 {
  readonly #state = Uint8Array.from({ length: 256 }, (_, i) => i);
  #i = 0;
  #j = 0;

  constructor(key: Uint8Array) {
    const state = this.#state;
    for (let i = 0, j = 0; i < 256; i++) {
      const own = state[i] ?? 0;
      j = (j + own + (key[i % key.length] ?? 0)) & 0xff;
      state[i] = state[j] ?? 0;
      state[j] = own;
    }
  }

  /** The next byte of the key stream. */
  next(): number {
    const state = this.#state;
    this.#i = (this.#i + 1) & 0xff;
    const a = state[this.#i] ?? 0;
    this.#j = (this.#j + a) & 0xff;
    const b = state[this.#j] ?? 0;
    state[this.#i] = b;
    state[this.#j] = a;
    return state[(a + b) & 0xff] ?? 0;
  }

  skip(count: number): void {
    for (let i = 0; i < count; i++) this.next();
  }

  /** Enciphers or deciphers, which is the same; into new bytes. */
  apply(bytes: Uint8Array): Buffer {
    const out = Buffer.allocUnsafe(bytes.length);
    for (let i = 0; i < bytes.length; i++) out[i] = (bytes[i] ?? 0) ^ this.next();
    return out;
  }
}
