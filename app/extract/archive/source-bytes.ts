import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';

const CHUNK = 64 * 1024;

/** The bytes of a file one by one, in order. Past the end it throws `Unread('corrupt')`. */
export class SourceBytes {
  readonly #file: ByteSource;
  #chunk: Uint8Array = new Uint8Array(0);
  #start: number;
  #at = 0;

  constructor(file: ByteSource, start = 0) {
    this.#file = file;
    this.#start = start;
  }

  /** How far into the file it has read, in bytes. */
  get position(): number {
    return this.#start + this.#at;
  }

  get atEnd(): boolean {
    return this.position >= this.#file.size;
  }

  next(): number {
    if (this.#at >= this.#chunk.length) this.#fill();
    return this.#chunk[this.#at++] ?? 0;
  }

  /** Whether the next byte is this one. */
  startsWith(byte: number): boolean {
    return this.#file.read(this.position, 1)[0] === byte;
  }

  take(length: number): Buffer {
    const bytes = Buffer.from(this.#file.read(this.position, length));
    if (bytes.length < length) throw new Unread('corrupt');
    this.skip(length);
    return bytes;
  }

  skip(length: number): void {
    if (this.#at + length <= this.#chunk.length) {
      this.#at += length;
      return;
    }
    this.#start += this.#at + length;
    this.#at = 0;
    this.#chunk = new Uint8Array(0);
  }

  #fill(): void {
    this.#start += this.#chunk.length;
    this.#chunk = this.#file.read(this.#start, CHUNK);
    this.#at = 0;
    if (this.#chunk.length === 0) throw new Unread('corrupt');
  }
}
