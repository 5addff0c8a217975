import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import { Failure } from '#kernel/errors.ts';
import { SPOOL_KEY_LENGTH, spoolCipher } from '#platform/workers/spool-cipher.ts';

/** A file's content as it lies in the spool. `contentHash` is the SHA-256 of the clear content, in hex. */
export interface Spooled {
  readonly kind: 'spooled';
  readonly key: Buffer;
  readonly size: number;
  readonly contentHash: string;
}

/** Why nothing lies in the spool. `unreadable` carries what the content's own stream threw. */
export type NotSpooled =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/**
 * A place for one file at a time on its way to one worker. It is a file without a name (made 0600, unlinked at
 * once), enciphered under a key that is made anew for each file and never written down.
 */
export interface Spool {
  /** The read-only descriptor that the worker inherits. */
  readonly readDescriptor: number;
  /**
   * Copies the content in. The content is always closed before this settles, so nobody's delete or rename fails
   * because of a slow parser.
   * @throws Failure `unavailable` when the spool itself cannot be written (the disk is full).
   */
  fill(
    content: AsyncIterable<Uint8Array>,
    maxBytes: number,
    signal?: AbortSignal,
  ): Promise<Spooled | NotSpooled>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Failure `unavailable` when no file can be made in the folder. */
export async function createSpool(folder: string): Promise<Spool> {
  const { writer, reader } = await openNameless(folder);
  const clear = async (): Promise<void> => writer.truncate(0);
  return {
    readDescriptor: reader.fd,
    fill: (content, maxBytes, signal) => fill(writer, content, maxBytes, signal),
    clear,
    close: async () => {
      await clear();
      await Promise.all([writer.close(), reader.close()]);
    },
  };
}

async function openNameless(folder: string): Promise<{ writer: FileHandle; reader: FileHandle }> {
  const path = join(folder, `spool-${randomBytes(12).toString('hex')}`);
  const { O_CREAT, O_EXCL, O_WRONLY, O_RDONLY, O_NOFOLLOW } = constants;
  try {
    const writer = await open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
      return { writer, reader: await open(path, O_RDONLY | O_NOFOLLOW) };
    } finally {
      await unlink(path);
    }
  } catch (error) {
    throw spoolFailure(error);
  }
}

async function fill(
  writer: FileHandle,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<Spooled | NotSpooled> {
  const key = randomBytes(SPOOL_KEY_LENGTH);
  const cipher = spoolCipher(key);
  const hash = createHash('sha256');
  const chunks = content[Symbol.asyncIterator]();
  let size = 0;
  let ended = false;
  try {
    for (;;) {
      const next = await orCancelled(nextChunk(chunks), signal);
      if (next.kind === 'chunk') {
        if (size + next.bytes.length > maxBytes) return { kind: 'too-large' };
        hash.update(next.bytes);
        await write(writer, cipher.update(next.bytes), size);
        size += next.bytes.length;
        continue;
      }
      ended = next.kind !== 'cancelled';
      if (next.kind !== 'end') return next;
      return { kind: 'spooled', key, size, contentHash: hash.digest('hex') };
    }
  } finally {
    // Not awaited after a cancellation: a source that hangs would hang its closing as well.
    const closing = ended ? undefined : chunks.return?.().catch(() => undefined);
    if (signal?.aborted !== true) await closing;
  }
}

type Next = { kind: 'chunk'; bytes: Uint8Array } | { kind: 'end' } | { kind: 'unreadable'; error: unknown };

async function nextChunk(chunks: AsyncIterator<Uint8Array>): Promise<Next> {
  try {
    const next = await chunks.next();
    return next.done === true ? { kind: 'end' } : { kind: 'chunk', bytes: next.value };
  } catch (error) {
    return { kind: 'unreadable', error };
  }
}

/** A listener for each wait, taken off again: racing one long-lived promise would pile up a reaction a chunk. */
function orCancelled<T>(
  step: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T | { kind: 'cancelled' }> {
  if (signal === undefined) return step;
  if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
  const cancelled = Promise.withResolvers<{ kind: 'cancelled' }>();
  const abort = (): void => cancelled.resolve({ kind: 'cancelled' });
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([step, cancelled.promise]).finally(() => signal.removeEventListener('abort', abort));
}

async function write(writer: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) {
      done += (await writer.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
    }
  } catch (error) {
    throw spoolFailure(error);
  }
}

function spoolFailure(cause: unknown): Failure {
  return new Failure(
    'unavailable',
    'The spool folder cannot be written.',
    'Check that its disk has room and that the appliance may write there.',
    { cause },
  );
}
