import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#kernel/errors.ts';
import type { Briefing } from './briefing.ts';
import { encodeFrame, encodeRawFrame, readFrames } from './frames.ts';
import { CONTENT_FRAME, parseFromScanner, type ToScanner } from './pool-messages.ts';
import type { Outcome, RunOptions, WorkerPool } from './pool.ts';

/**
 * A pool in another process, reached over its Unix socket (pool-server.ts): in the bundle, parsers run in a container
 * without a network. The other side is not believed: its answers are checked, and the content's hash is made here.
 */
export function createRemotePool<Job, Result>(options: {
  socketPath: string;
  /** How many files at a time. Default: one a processor core, as the scanner has. */
  size?: number;
  parseResult: (message: unknown) => Result;
  /** How long a scanner that does not answer, since it starts again, is waited for. */
  patienceMs?: number;
}): WorkerPool<Job, Result> {
  const closing = new AbortController();

  const run: WorkerPool<Job, Result>['run'] = async (job, content, { signal, briefing, isKnown } = {}) => {
    const ended = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    const socket = await connect(options.socketPath, options.patienceMs ?? PATIENCE_MS, ended);
    if (socket === null) return { kind: 'cancelled' };
    const cancel = (): unknown => socket.destroy();
    ended.addEventListener('abort', cancel, { once: true });
    try {
      const outcome = await converse(socket, { job, briefing }, { content, isKnown }, options.parseResult);
      return ended.aborted ? { kind: 'cancelled' } : outcome;
    } catch (error) {
      if (ended.aborted) return { kind: 'cancelled' };
      throw error;
    } finally {
      ended.removeEventListener('abort', cancel);
      socket.destroy();
    }
  };

  return {
    size: Math.max(1, options.size ?? availableParallelism()),
    run,
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
  };
}

const PATIENCE_MS = 60_000;
const TRY_AGAIN_MS = 250;

/** @throws Failure `unavailable` when nobody listens for as long as we are patient. */
async function connect(path: string, patienceMs: number, signal: AbortSignal): Promise<Socket | null> {
  const until = performance.now() + patienceMs;
  while (!signal.aborted) {
    const socket = createConnection(path);
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    // From here on a broken connection is told by the end of the answers.
    socket.on('error', () => socket.destroy());
    if (connected) return socket;
    if (performance.now() > until) throw scannerAway();
    await sleep(TRY_AGAIN_MS);
  }
  return null;
}

async function converse<Result>(
  socket: Socket,
  { job, briefing }: { job: unknown; briefing: Briefing | undefined },
  { content, isKnown }: { content: AsyncIterable<Uint8Array>; isKnown: RunOptions<never>['isKnown'] },
  parseResult: (message: unknown) => Result,
): Promise<Outcome<Result>> {
  const answers = readFrames(socket);
  socket.write(encodeFrame({ job, briefing: briefing?.id ?? null } satisfies ToScanner));
  let first = await next(answers);
  if (first?.kind === 'brief-me' && briefing !== undefined) {
    socket.write(encodeFrame(briefing.body));
    first = await next(answers);
  }
  // Not before the scanner has a place for it: a source's file stays open no longer than it is copied.
  if (first?.kind !== 'ready') throw scannerAway();
  const answered = new AbortController();
  const answering = next(answers).finally(() => answered.abort());
  let sent: { contentHash: string; size: number };
  try {
    sent = await send(socket, content, answered.signal);
  } catch (error) {
    return { kind: 'unreadable', error };
  }
  if (!answered.signal.aborted) {
    // The other side still waits for the content's end, and lets go of all of it when the connection breaks off.
    if ((await isKnown?.(sent.contentHash)) === true) return { kind: 'cancelled' };
    await write(socket, encodeRawFrame(new Uint8Array()));
  }
  const answer = await answering;
  if (answer === null || answer.kind === 'ready' || answer.kind === 'brief-me')
    return { kind: 'died', ...sent };
  if (answer.kind === 'unavailable') throw scannerAway();
  if (answer.kind === 'too-large') return { kind: 'too-large' };
  if (answer.kind !== 'done') return { kind: answer.kind, ...sent };
  try {
    return { kind: 'done', result: parseResult(answer.result), ...sent };
  } catch {
    return { kind: 'died', ...sent };
  }
}

async function send(
  socket: Socket,
  content: AsyncIterable<Uint8Array>,
  answered: AbortSignal,
): Promise<{ contentHash: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    if (answered.aborted) break;
    hash.update(chunk);
    size += chunk.length;
    for (let at = 0; at < chunk.length; at += CONTENT_FRAME) {
      await write(socket, encodeRawFrame(chunk.subarray(at, at + CONTENT_FRAME)));
    }
  }
  return { contentHash: hash.digest('hex'), size };
}

/** Waits until the other side has kept up. One that is gone takes nothing more, which its silence will tell. */
async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.destroyed || socket.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.once('drain', done).once('close', done);
  });
}

async function next(answers: AsyncGenerator) {
  try {
    const answer = await answers.next();
    return answer.done === true ? null : parseFromScanner(answer.value);
  } catch {
    return null;
  }
}

function scannerAway(): Failure {
  return new Failure(
    'unavailable',
    'the scanner does not answer',
    'See that the scanner runs (docker compose ps), then scan again: it goes on from where it was.',
  );
}
