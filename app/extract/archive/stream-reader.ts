import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';

/** Reads a stream piece by piece: so many bytes at once, or a part of it as a stream of its own. */
export class StreamReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  #ended = false;

  constructor(stream: ByteStream) {
    this.#iterator = stream[Symbol.asyncIterator]();
  }

  /** As many bytes as asked for; fewer only at the stream's end. */
  async upTo(length: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.part(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** The next so many bytes as they come. What the reader of them leaves is passed over by `skip`. */
  async *part(length: number, left: { bytes: number } = { bytes: length }): AsyncGenerator<Uint8Array> {
    while (left.bytes > 0) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      const piece = this.#held.subarray(0, left.bytes);
      this.#held = this.#held.subarray(piece.length);
      left.bytes -= piece.length;
      yield piece;
    }
  }

  /** Throws `Unread('corrupt')` when the stream ends before. */
  async skip(length: number): Promise<void> {
    let left = length;
    for await (const piece of this.part(length)) left -= piece.length;
    if (left > 0) throw new Unread('corrupt');
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
  }

  async #more(): Promise<boolean> {
    while (!this.#ended) {
      const next = await this.#iterator.next();
      if (next.done) this.#ended = true;
      else if (next.value.length > 0) {
        this.#held = next.value;
        return true;
      }
    }
    return false;
  }
}
