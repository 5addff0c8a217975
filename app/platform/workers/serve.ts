import { readSync, writeSync } from 'node:fs';
import type { ByteSource } from '#kernel/bytes.ts';
import type { Picture } from '#kernel/picture.ts';
import { briefingOf } from '#platform/workers/briefing.ts';
import type { Briefing } from '#platform/workers/briefing.ts';
import { encodeFrame, readFrames } from '#platform/workers/frames.ts';
import { parseAssignment } from '#platform/workers/messages.ts';
import type { FromWorker } from '#platform/workers/messages.ts';
import { parsePictureText, sendablePicture } from '#platform/workers/picture-messages.ts';
import { decipherAt } from '#platform/workers/spool-cipher.ts';
import { withdrawRights } from '#platform/workers/withdrawn-rights.ts';

/** The descriptors that a worker inherits: jobs on standard input, the spool, and where its answers go. */
const SPOOL_DESCRIPTOR = 3;
const ANSWER_DESCRIPTOR = 4;

/**
 * The worker's side of a pool: answers jobs one after the other until the appliance closes the line, then exits.
 * A handler that throws ends the process: the pool counts the file as `died` and starts a new worker.
 */
export function serveJobs<Job>(
  parseJob: (message: unknown) => Job,
  handle: (job: Job, file: ByteSource, line: Line) => Promise<unknown>,
): void {
  void serve(parseJob, handle).then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

/** What a handler may say before its result. */
export interface Line {
  /** Sends a piece ahead of the result and waits (blocks) while the appliance is not reading. */
  readonly emit: (piece: unknown) => void;
  /**
   * Has a picture read by somebody who may start programs, one at a time. The text is null when that came to nothing;
   * 'nobody' when pictures are not read there.
   */
  readonly readPicture: (picture: Picture) => Promise<{ readonly text: string | null } | 'nobody'>;
  /** What the appliance told this worker for this job; null: nothing. */
  readonly briefing: Briefing | null;
}

async function serve<Job>(
  parseJob: (message: unknown) => Job,
  handle: (job: Job, file: ByteSource, line: Line) => Promise<unknown>,
): Promise<void> {
  withdrawRights();
  send({ kind: 'ready' });
  const messages = readFrames(process.stdin);
  let known: Briefing | null = null;
  for (;;) {
    const message = await messages.next();
    if (message.done === true) return;
    const { number, key, size, job, briefing: note } = parseAssignment(message.value);
    const briefing = briefingOf(note, known);
    known = briefing ?? known;
    const file = spooledFile(Buffer.from(key, 'base64'), size);
    const line: Line = {
      briefing,
      emit: (piece) => send({ kind: 'piece', number, piece }),
      async readPicture(picture) {
        send({ kind: 'picture', number, picture: sendablePicture(picture) });
        const answer = parsePictureText((await messages.next()).value);
        if (answer.number !== number) throw new Error("another job's picture was answered");
        return answer.text === undefined ? 'nobody' : { text: answer.text };
      },
    };
    send({ kind: 'result', number, result: await handle(parseJob(job), file, line) });
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
