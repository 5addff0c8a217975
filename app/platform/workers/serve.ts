import { readSync, writeSync } from 'node:fs';
import type { ByteSource } from '#kernel/bytes.ts';
import { encodeFrame, readFrames } from '#platform/workers/frames.ts';
import { parseAssignment } from '#platform/workers/messages.ts';
import type { FromWorker } from '#platform/workers/messages.ts';
import { decipherAt } from '#platform/workers/spool-cipher.ts';

/** The descriptors that a worker inherits: jobs on standard input, the spool, and where its answers go. */
const SPOOL_DESCRIPTOR = 3;
const ANSWER_DESCRIPTOR = 4;

/**
 * The worker's side of a pool: answers jobs one after the other until the appliance closes the line, then exits.
 * `emit` sends a piece ahead of the result and waits (blocks) while the appliance is not reading. A handler that
 * throws ends the process: the pool counts the file as `died` and starts a new worker.
 */
export function serveJobs<Job>(
  parseJob: (message: unknown) => Job,
  handle: (job: Job, file: ByteSource, emit: (piece: unknown) => void) => Promise<unknown>,
): void {
  void serve(parseJob, handle).then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

async function serve<Job>(
  parseJob: (message: unknown) => Job,
  handle: (job: Job, file: ByteSource, emit: (piece: unknown) => void) => Promise<unknown>,
): Promise<void> {
  send({ kind: 'ready' });
  for await (const message of readFrames(process.stdin)) {
    const { number, key, size, job } = parseAssignment(message);
    const file = spooledFile(Buffer.from(key, 'base64'), size);
    const emit = (piece: unknown): void => send({ kind: 'piece', number, piece });
    send({ kind: 'result', number, result: await handle(parseJob(job), file, emit) });
  }
}

function send(message: FromWorker): void {
  const frame = encodeFrame(message);
  for (let done = 0; done < frame.length;) done += writeSync(ANSWER_DESCRIPTOR, frame, done);
}

const WINDOW = 64 * 1024;

/** Parsers look at a few bytes here and there: one deciphered window is kept, so that this stays cheap. */
function spooledFile(key: Buffer, size: number): ByteSource {
  let window: Buffer = Buffer.alloc(0);
  let windowAt = 0;
  return {
    size,
    read(offset, length) {
      const start = Math.min(whole(offset), size);
      const end = Math.min(start + whole(length), size);
      if (end - start > WINDOW) return readAt(key, start, end - start);
      if (start < windowAt || end > windowAt + window.length) {
        windowAt = start - (start % 16);
        window = readAt(key, windowAt, Math.min(WINDOW + 16, size - windowAt));
      }
      return Buffer.from(window.subarray(start - windowAt, end - windowAt));
    },
  };
}

function readAt(key: Buffer, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const count = readSync(SPOOL_DESCRIPTOR, bytes, done, length - done, offset + done);
    if (count === 0) break;
    done += count;
  }
  return decipherAt(key, offset, bytes.subarray(0, done));
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError('a file is read at whole, positive places');
  return value;
}
