/** What an RTF file consists of, told in the order of the file. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word; `value` is the number behind it. */
  word(name: string, value: number | null): void;
  /** A control character such as "~" or "*". */
  symbol(character: string): void;
  /** One byte that was written in hexadecimal. */
  byte(byte: number): void;
  /** Bytes of text as they stand. */
  bytes(bytes: Buffer): void;
  /** Bytes of a picture or an object. */
  binary(bytes: Buffer): void;
}

const [OPEN, CLOSE, BACKSLASH, QUOTE, MINUS, SPACE] = [0x7b, 0x7d, 0x5c, 0x27, 0x2d, 0x20];
/** The specification allows words of 32 letters and numbers of ten digits. */
const MAX_WORD = 64;

/** Splits RTF (Word 2007 RTF Specification 1.9.1) into its tokens, in pieces as they come. */
export class RtfTokens {
  readonly #handler: RtfHandler;
  #carry: Buffer = Buffer.alloc(0);
  #binary = 0;

  constructor(handler: RtfHandler) {
    this.#handler = handler;
  }

  write(piece: Uint8Array): void {
    const bytes = Buffer.concat([this.#carry, piece]);
    this.#carry = bytes.subarray(this.#read(bytes, bytes.length - MAX_WORD));
  }

  end(): void {
    this.#read(this.#carry, this.#carry.length);
    this.#carry = Buffer.alloc(0);
  }

  /** Reads tokens that begin before `until`; gives the place of the first that was not read. */
  #read(bytes: Buffer, until: number): number {
    let at = 0;
    while (at < until) {
      if (this.#binary > 0) {
        const binary = bytes.subarray(at, at + this.#binary);
        this.#binary -= binary.length;
        this.#handler.binary(binary);
        at += binary.length;
        continue;
      }
      const byte = bytes[at];
      if (byte === BACKSLASH) at = this.#control(bytes, at + 1);
      else if (byte === OPEN || byte === CLOSE) {
        if (byte === OPEN) this.#handler.open();
        else this.#handler.close();
        at++;
      } else at = this.#text(bytes, at, until);
    }
    return at;
  }

  #text(bytes: Buffer, from: number, until: number): number {
    let at = from;
    for (; at < until; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === 0x0a || byte === 0x0d) break;
    }
    if (at > from) this.#handler.bytes(bytes.subarray(from, at));
    while (bytes[at] === 0x0a || bytes[at] === 0x0d) at++;
    return at;
  }

  #control(bytes: Buffer, from: number): number {
    const first = bytes[from] ?? 0;
    if (!isLetter(first)) {
      if (first !== QUOTE) {
        this.#handler.symbol(String.fromCharCode(first));
        return from + 1;
      }
      const byte = Number.parseInt(bytes.toString('latin1', from + 1, from + 3), 16);
      if (Number.isNaN(byte)) return from + 1;
      this.#handler.byte(byte);
      return from + 3;
    }
    let at = from;
    while (isLetter(bytes[at] ?? 0) && at - from < MAX_WORD / 2) at++;
    const name = bytes.toString('latin1', from, at);
    const digits = at;
    if (bytes[at] === MINUS) at++;
    while (isDigit(bytes[at] ?? 0) && at - digits < 11) at++;
    const value = at > digits ? Number(bytes.toString('latin1', digits, at)) : null;
    if (bytes[at] === SPACE) at++;
    if (name === 'bin') this.#binary = Math.max(0, value ?? 0);
    else this.#handler.word(name, value);
    return at;
  }
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
