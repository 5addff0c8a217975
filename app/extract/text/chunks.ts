import type { ByteSource } from '#kernel/bytes.ts';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';

const CHUNK = 256 * 1024;

/** A file from its first byte to its last, in pieces of at most 256 KiB. */
export async function* chunksOf(file: ByteSource): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size;) {
    const chunk = file.read(offset, CHUNK);
    if (chunk.length === 0) return;
    offset += chunk.length;
    yield chunk;
    // Lets a watchdog's timer or a message in between two pieces of a very long file.
    await Promise.resolve();
  }
}

/**
 * The first `length` bytes of a stream (fewer only if it ends before), and the stream as if nothing had been
 * read: one that breaks within them gives what came before, and then breaks.
 */
export async function peeked(
  stream: ByteStream,
  length: number,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  let fault: Unread | null = null;
  try {
    while (size < length && !ended) {
      const next = await iterator.next();
      if (next.done) ended = true;
      else {
        read.push(next.value);
        size += next.value.length;
      }
    }
  } catch (error) {
    if (size === 0) throw error;
    fault = error instanceof Unread ? error : new Unread('corrupt', { cause: error });
    ended = true;
  }
  const head = Buffer.concat(read);

  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      while (!ended) {
        const next = await iterator.next();
        if (next.done) ended = true;
        else yield next.value;
      }
      if (fault) throw fault;
    } finally {
      if (!ended) await iterator.return?.();
    }
  }
  return { head, whole: whole() };
}

/** A stream as a file in memory. Throws `Unread('too_large')` past `limit` bytes, and lets go of the stream. */
export async function collected(stream: ByteStream, limit: number): Promise<ByteSource> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new Unread('too_large');
    chunks.push(chunk);
  }
  return bytesInMemory(Buffer.concat(chunks));
}
