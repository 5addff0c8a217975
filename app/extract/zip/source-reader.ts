import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { ByteSource } from '#kernel/bytes.ts';

const CHUNK = 64 * 1024;

/** A ByteSource as yauzl wants to read it. A read past the end is an error to yauzl, a short read to us. */
export class SourceReader extends yauzl.RandomAccessReader {
  readonly #file: ByteSource;

  constructor(file: ByteSource) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    try {
      const bytes = this.#file.read(position, length);
      buffer.set(bytes, offset);
      callback(bytes.length < length ? new Error('unexpected end of file') : null, bytes.length);
    } catch (error) {
      callback(error instanceof Error ? error : new Error('unreadable'));
    }
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  *#range(start: number, end: number): Generator<Uint8Array> {
    for (let at = start; at < end;) {
      const chunk = this.#file.read(at, Math.min(CHUNK, end - at));
      if (chunk.length === 0) throw new Error('unexpected end of file');
      at += chunk.length;
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  }
}
