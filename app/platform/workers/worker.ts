import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';
import { Failure } from '#kernel/errors.ts';
import type { Picture } from '#kernel/picture.ts';
import { noteFor } from '#platform/workers/briefing.ts';
import type { Briefing } from '#platform/workers/briefing.ts';
import { encodeFrame, readFrames } from '#platform/workers/frames.ts';
import { launchWorker } from '#platform/workers/launch.ts';
import type { Launch } from '#platform/workers/launch.ts';
import { parseFromWorker } from '#platform/workers/messages.ts';
import type { Assignment, FromWorker } from '#platform/workers/messages.ts';
import { receivedPicture } from '#platform/workers/picture-messages.ts';
import type { PictureText } from '#platform/workers/picture-messages.ts';
import { residentBytes, watch } from '#platform/workers/watchdog.ts';
import type { Watchdog, WorkerLimits } from '#platform/workers/watchdog.ts';

/** How one job ended. After anything but `done` the process is gone. */
export type Ending<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'timed-out' | 'out-of-memory' | 'died' | 'cancelled' };

export interface Task<Result, Piece> {
  readonly job: unknown;
  readonly briefing: Briefing | undefined;
  readonly key: Buffer;
  readonly size: number;
  readonly limits: WorkerLimits;
  readonly signal: AbortSignal | undefined;
  /** Both check what a worker says, and throw when it is not what was agreed. */
  parseResult(message: unknown): Result;
  parsePiece(message: unknown): Piece;
  /** The worker waits while this is under way. What it throws ends the worker and goes on to the caller. */
  onPiece(piece: Piece): void | Promise<void>;
  /**
   * Reads a picture for the worker, which waits. Its time goes on meanwhile: otherwise one that was taken over could
   * have pictures read for ever. The signal is raised when the job is over; null: none is read.
   */
  readonly readPicture: ((picture: Picture, signal?: AbortSignal) => Promise<string | null>) | null;
}

/** One worker process, from start to end. It does one job at a time. */
export interface Worker {
  run<Result, Piece>(task: Task<Result, Piece>): Promise<Ending<Result>>;
  isAlive(): boolean;
  residentBytes(): number;
  /** Lets an idle process end by itself; kills one that does not. */
  stop(): Promise<void>;
}

const START_MS = 60_000;
const STOP_MS = 2_000;

/** @throws Failure `unavailable` when the process does not come up: a fault of the installation, not of a file. */
export async function startWorker(launch: Launch): Promise<Worker> {
  const child = launchWorker(launch);
  const { input, answers } = lines(child);
  const exited = once(child, 'close').catch(() => undefined);
  const tail = errorTail(child);
  const messages = readFrames(answers);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    answers.destroy();
    await exited;
  };
  const slow = setTimeout(() => child.kill('SIGKILL'), START_MS);
  const first = await next(messages).finally(() => clearTimeout(slow));
  if (first?.kind !== 'ready' || child.pid === undefined) {
    await kill();
    throw new Failure(
      'unavailable',
      'A worker process does not start.',
      'Run the self-test; the installation is incomplete, or this machine is out of memory.',
    );
  }
  const pid = child.pid;
  let jobs = 0;
  let briefed: string | null = null;

  const run = async <Result, Piece>(task: Task<Result, Piece>): Promise<Ending<Result>> => {
    const number = jobs++;
    const stopped: { cause: 'timed-out' | 'out-of-memory' | 'cancelled' | null } = { cause: null };
    const over = new AbortController();
    const end = (why: 'timed-out' | 'out-of-memory' | 'cancelled'): void => {
      stopped.cause ??= why;
      over.abort();
      child.kill('SIGKILL');
    };
    const cancel = (): void => end('cancelled');
    const watchdog = watch(pid, task.limits, end);
    task.signal?.addEventListener('abort', cancel, { once: true });
    try {
      if (task.signal?.aborted === true) cancel();
      const assignment: Assignment = {
        number,
        key: task.key.toString('base64'),
        size: task.size,
        job: task.job,
        briefing: noteFor(task.briefing, briefed),
      };
      briefed = task.briefing?.id ?? briefed;
      input.write(encodeFrame(assignment));
      const result = await answer({ messages, input, over: over.signal }, number, task, watchdog);
      if (result !== null) return { kind: 'done', result: result.value };
    } catch (error) {
      await kill();
      throw error;
    } finally {
      watchdog.stop();
      task.signal?.removeEventListener('abort', cancel);
    }
    await kill();
    return { kind: stopped.cause ?? (heapIsFull(tail()) ? 'out-of-memory' : 'died') };
  };

  const stop = async (): Promise<void> => {
    input.end();
    const stuck = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(stuck);
    answers.destroy();
  };
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  return { run, isAlive, residentBytes: () => residentBytes(pid), stop };
}

/**
 * The job's result; null when the worker ended or broke the rules. The worker is not trusted here: a message out of
 * turn, of another job, too large or of another shape is worth as much as none.
 */
async function answer<Result, Piece>(
  { messages, input, over }: { messages: AsyncGenerator; input: Writable; over: AbortSignal },
  number: number,
  task: Task<Result, Piece>,
  watchdog: Watchdog,
): Promise<{ value: Result } | null> {
  for (;;) {
    const message = await next(messages);
    if (message === null || message.kind === 'ready' || message.number !== number) return null;
    if (message.kind === 'result') {
      const value = attempt(() => task.parseResult(message.result));
      return value;
    }
    if (message.kind === 'picture') {
      const picture = attempt(() => receivedPicture(message.picture));
      if (picture === null) return null;
      const text = await task.readPicture?.(picture.value, over);
      if (over.aborted) return null;
      const answered = { kind: 'picture-text', number, ...(text === undefined ? {} : { text }) } as const;
      input.write(encodeFrame(answered satisfies PictureText));
      continue;
    }
    const piece = attempt(() => task.parsePiece(message.piece));
    if (piece === null) return null;
    watchdog.pause();
    await task.onPiece(piece.value);
    watchdog.resume();
  }
}

async function next(messages: AsyncGenerator): Promise<FromWorker | null> {
  try {
    const message = await messages.next();
    return message.done === true ? null : parseFromWorker(message.value);
  } catch {
    return null;
  }
}

function attempt<T>(parse: () => T): { value: T } | null {
  try {
    return { value: parse() };
  } catch {
    return null;
  }
}

function lines(child: ChildProcess): { input: Writable; answers: Readable } {
  const input = child.stdin;
  const answers = child.stdio[4];
  if (input === null || !(answers instanceof Readable)) throw new Error('a worker has its lines');
  // A dead worker is noticed by the end of its answers; what breaks on the way says no more.
  for (const end of [child, input, answers]) end.on('error', () => undefined);
  return { input, answers };
}

/** A worker's standard error may quote the file: it is read, kept for one question below, and never written anywhere. */
function errorTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('latin1').on('data', (text: string) => {
    tail = (tail + text).slice(-4096);
  });
  return () => tail;
}

function heapIsFull(errors: string): boolean {
  return errors.includes('heap out of memory') || errors.includes('Array buffer allocation failed');
}
