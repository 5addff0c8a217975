/** Twelve bytes before the data, the last of which tells most wrong passwords. */
export const ZIP_CRYPTO_HEADER = 12;

/** PKWARE's first cipher of zip files (APPNOTE 6.1): three registers that the password and then the text turn. */
export class ZipCrypto {
  #a = 0x12345678;
  #b = 0x23456789;
  #c = 0x34567890;

  constructor(password: Uint8Array) {
    for (const byte of password) this.#turn(byte);
  }

  decipher(bytes: Uint8Array): Buffer {
    const out = Buffer.allocUnsafe(bytes.length);
    for (let i = 0; i < bytes.length; i++) {
      const plain = (bytes[i] ?? 0) ^ this.#key();
      out[i] = plain;
      this.#turn(plain);
    }
    return out;
  }

  #key(): number {
    const word = (this.#c & 0xffff) | 2;
    return (Math.imul(word, word ^ 1) >>> 8) & 0xff;
  }

  #turn(byte: number): void {
    this.#a = (CRC[(this.#a ^ byte) & 0xff] ?? 0) ^ (this.#a >>> 8);
    this.#b = (Math.imul((this.#b + (this.#a & 0xff)) | 0, 134_775_813) + 1) | 0;
    this.#c = (CRC[(this.#c ^ (this.#b >>> 24)) & 0xff] ?? 0) ^ (this.#c >>> 8);
  }
}

/** CRC-32 a byte at a time: the cipher takes single steps of it. */
const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
