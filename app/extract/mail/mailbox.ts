import type { ByteStream } from '../format.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const FROM = Buffer.from('From ');

/**
 * The mails of a mailbox, each without the line that begins it; null for one that is longer than `limit` bytes. A mail
 * begins where "From " stands at the beginning of a line after an empty one.
 */
export async function* mailsIn(bytes: ByteStream, limit: number): AsyncGenerator<Buffer | null> {
  const mailbox = new Mailbox(limit);
  for await (const piece of bytes) {
    mailbox.write(piece);
    yield* mailbox.take();
  }
  mailbox.end();
  yield* mailbox.take();
}

class Mailbox {
  readonly #limit: number;
  #carry: Buffer = Buffer.alloc(0);
  #mail: Buffer[] = [];
  #size = 0;
  #afterEmpty = true;
  #ready: (Buffer | null)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  write(piece: Uint8Array): void {
    const bytes = Buffer.concat([this.#carry, piece]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#line(bytes.subarray(start, end + 1));
      start = end + 1;
    }
    this.#carry = bytes.subarray(start);
    // A line without end is no beginning of a mail: it need not be kept whole.
    if (this.#carry.length > MAX_LINE) {
      this.#add(this.#carry);
      this.#carry = Buffer.alloc(0);
    }
  }

  end(): void {
    if (this.#carry.length > 0) this.#line(this.#carry);
    this.#finish();
  }

  take(): (Buffer | null)[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #line(line: Buffer): void {
    const begins = this.#afterEmpty && line.subarray(0, FROM.length).equals(FROM);
    this.#afterEmpty = line.length <= 2 && (line[0] === NEWLINE || line[0] === RETURN);
    if (begins) this.#finish();
    else this.#add(line);
  }

  #add(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > this.#limit) this.#mail = [];
    else this.#mail.push(bytes);
  }

  #finish(): void {
    if (this.#size > this.#limit) this.#ready.push(null);
    else if (this.#size > 0) this.#ready.push(Buffer.concat(this.#mail));
    this.#mail = [];
    this.#size = 0;
  }
}

const MAX_LINE = 1024 * 1024;
