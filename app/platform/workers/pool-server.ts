import { rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import type { Briefing } from './briefing.ts';
import { encodeFrame, parseFrame, readRawFrames } from './frames.ts';
import { parseToScanner, type FromScanner } from './pool-messages.ts';
import type { WorkerPool } from './pool.ts';

/**
 * Lets another process of this user hand files to a pool, over a Unix socket (mode 0600): see pool-messages.ts. A
 * connection that breaks off cancels its file.
 */
export async function servePool<Job, Result>(
  pool: WorkerPool<Job, Result>,
  parseJob: (message: unknown) => Job,
  socketPath: string,
): Promise<{ close(): Promise<void> }> {
  await rm(socketPath, { force: true });
  const open = new Set<Socket>();
  const briefings = new Map<string, Briefing>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    void serveFile(socket, pool, parseJob, briefings);
  });
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, resolve);
    });
  } finally {
    process.umask(mask);
  }
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
      await pool.close();
    },
  };
}

async function serveFile<Job, Result>(
  socket: Socket,
  pool: WorkerPool<Job, Result>,
  parseJob: (message: unknown) => Job,
  briefings: Map<string, Briefing>,
): Promise<void> {
  const gone = new AbortController();
  socket.on('error', () => socket.destroy());
  socket.once('close', () => gone.abort());
  const say = (message: FromScanner): unknown => socket.writable && socket.write(encodeFrame(message));
  const frames = readRawFrames(socket);
  try {
    const first = await frames.next();
    if (first.done === true) return;
    const asked = parseToScanner(parseFrame(first.value));
    const job = parseJob(asked.job);
    const briefing = await briefingNamed(asked.briefing, briefings, frames, () => say({ kind: 'brief-me' }));
    const outcome = await pool.run(
      job,
      contentOf(frames, () => say({ kind: 'ready' })),
      { signal: gone.signal, briefing },
    );
    // The one who sent the content knows best why it ended early.
    if (outcome.kind === 'cancelled' || outcome.kind === 'unreadable') return;
    say(outcome.kind === 'done' ? { kind: 'done', result: outcome.result } : { kind: outcome.kind });
  } catch {
    say({ kind: 'unavailable' });
  } finally {
    // What still comes of the content is let go by, or the answer would be lost with the connection.
    await frames.return(undefined);
    socket.resume().end();
  }
}

/** A few are kept: that of the scans and that of whoever tries other rules just now. */
const BRIEFINGS_KEPT = 4;

async function briefingNamed(
  id: string | null,
  known: Map<string, Briefing>,
  frames: AsyncGenerator<Buffer>,
  ask: () => void,
): Promise<Briefing | undefined> {
  if (id === null) return undefined;
  const kept = known.get(id);
  if (kept !== undefined) return kept;
  ask();
  const frame = await frames.next();
  if (frame.done === true) throw new Error('the briefing broke off');
  const briefing = { id, body: parseFrame(frame.value) };
  known.set(id, briefing);
  for (const oldest of [...known.keys()].slice(0, -BRIEFINGS_KEPT)) known.delete(oldest);
  return briefing;
}

/** The content, asked for only when there is a place for it. */
async function* contentOf(frames: AsyncGenerator<Buffer>, begin: () => void): AsyncGenerator<Uint8Array> {
  begin();
  for (;;) {
    const frame = await frames.next();
    if (frame.done === true) throw new Error('the content broke off');
    if (frame.value.length === 0) return;
    yield frame.value;
  }
}
