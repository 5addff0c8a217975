import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, statfs, unlink } from 'node:fs/promises';
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
   * because of a slow parser. A file over `maxBytes`, or one that would fill the disk that the database may lie on as
   * well, is too large: a stranger makes one of many terabytes in a moment, with nothing in it.
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

/**
 * @param roomIn whether the disk of a folder has room to go on; only tests have their own
 * @throws Failure `unavailable` when no file can be made in the folder.
 */
export async function createSpool(folder: string, roomIn = hasRoom): Promise<Spool> {
  const { writer, reader } = await openNameless(folder);
  const clear = async (): Promise<void> => writer.truncate(0);
  return {
    readDescriptor: reader.fd,
    fill: (content, maxBytes, signal) => fill(writer, () => roomIn(folder), content, maxBytes, signal),
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
  canGoOn: () => Promise<boolean>,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<Spooled | NotSpooled> {
  const key = randomBytes(SPOOL_KEY_LENGTH);
  const cipher = spoolCipher(key);
  const hash = createHash('sha256');
  const chunks = content[Symbol.asyncIterator]();
  let size = 0;
  let room = LOOK_EVERY;
  let ended = false;
  try {
    for (;;) {
      const next = await orCancelled(nextChunk(chunks), signal);
      if (next.kind === 'chunk') {
        if (size + next.bytes.length > maxBytes) return { kind: 'too-large' };
        if (size + next.bytes.length > room) {
          // A small file never asks: what it fills is less than what is left over.
          if (!(await canGoOn())) return { kind: 'too-large' };
          room = size + next.bytes.length + LOOK_EVERY;
        }
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

const MIB = 1024 * 1024;
/** How much is copied between two looks at the disk, in bytes. */
const LOOK_EVERY = 16 * MIB;
/** What is left free, in bytes: for the database, and for the files that others copy at the same time. */
const LEFT_FREE = 1024 * MIB;

/** Whether the disk keeps a gibibyte free, or a quarter of itself if it is small. A disk that does not say, has room. */
async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bsize, blocks, bavail } = await statfs(folder);
    return bavail * bsize > Math.min(LEFT_FREE, (blocks * bsize) / 4) + LOOK_EVERY;
  } catch {
    return true;
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
