import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '#kernel/errors.ts';
import { encodeFrame } from '#platform/workers/frames.ts';
import { servePool } from '#platform/workers/pool-server.ts';
import type { WorkerPool } from '#platform/workers/pool.ts';
import { createRemotePool } from '#platform/workers/remote-pool.ts';

/** The other side's pool, small enough to see what reaches it: it answers with the length and hash of the content. */
function measuringPool(): WorkerPool<string, string> & { readonly seen: { cancelled: number } } {
  const seen = { cancelled: 0 };
  return {
    seen,
    size: 2,
    close: () => Promise.resolve(),
    async run(job, content, { signal, briefing } = {}) {
      if (job === 'hang') {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        seen.cancelled++;
        return { kind: 'cancelled' };
      }
      if (job === 'fail') throw new Error('no place');
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const chunk of content) {
          hash.update(chunk);
          size += chunk.length;
          if (job === 'too-large') return { kind: 'too-large' };
        }
      } catch (error) {
        return { kind: 'unreadable', error };
      }
      const contentHash = hash.digest('hex');
      if (job === 'time out') return { kind: 'timed-out', contentHash, size };
      const result = job === 'briefed' ? JSON.stringify(briefing ?? null) : `${job} ${size} ${contentHash}`;
      return { kind: 'done', result, contentHash, size };
    },
  };
}

describe('a pool in another process', () => {
  let folder: string;
  let socketPath: string;
  let server: { close(): Promise<void> };
  let there: ReturnType<typeof measuringPool>;
  let pool: WorkerPool<string, string>;

  const remote = (patienceMs = 2_000): WorkerPool<string, string> =>
    createRemotePool({ socketPath, patienceMs, parseResult: parseText });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'remote-pool-'));
    socketPath = join(folder, 'scanner.sock');
    there = measuringPool();
    server = await servePool(there, parseText, socketPath);
    pool = remote();
  });
  afterEach(async () => {
    await pool.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('hands a briefing on, once, and again to a scanner that starts anew', async () => {
    const told = async (body: unknown): Promise<unknown> => {
      const outcome = await pool.run('briefed', pieces(Buffer.from('x'), 1), { briefing: { id: 'a', body } });
      return outcome.kind === 'done' ? outcome.result : outcome.kind;
    };
    assert.equal(await told('first'), '{"id":"a","body":"first"}');
    assert.equal(await told('not sent'), '{"id":"a","body":"first"}');
    await server.close();
    server = await servePool(there, parseText, socketPath);
    assert.equal(await told('anew'), '{"id":"a","body":"anew"}');
  });

  it('hands on that there is no briefing', async () => {
    const outcome = await pool.run('briefed', pieces(Buffer.from('x'), 1));
    assert.equal(outcome.kind === 'done' && outcome.result, 'null');
  });

  it('answers as the pool does, with the content whole', async () => {
    const bytes = randomBytes(3_000_000);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const outcome = await pool.run('job', pieces(bytes, 700_001));
    assert.deepEqual(outcome, {
      kind: 'done',
      result: `job 3000000 ${hash}`,
      contentHash: hash,
      size: 3_000_000,
    });
  });

  it('has nothing read whose content is known already', async () => {
    const bytes = Buffer.from('the same again');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const isKnown = (contentHash: string) => Promise.resolve(contentHash === hash);
    assert.deepEqual(await pool.run('job', pieces(bytes, 5), { isKnown }), { kind: 'cancelled' });
    assert.equal((await pool.run('job', pieces(Buffer.from('other'), 5), { isKnown })).kind, 'done');
  });

  it('reads an empty file', async () => {
    const outcome = await pool.run('job', pieces(Buffer.alloc(0), 1));
    assert.equal(outcome.kind === 'done' && outcome.size, 0);
  });

  it('tells how a file ended that its worker did not finish', async () => {
    assert.equal((await pool.run('time out', pieces(Buffer.from('abc'), 1))).kind, 'timed-out');
  });

  it('tells of a file that is too large before it has been sent whole', async () => {
    assert.equal((await pool.run('too-large', pieces(randomBytes(5_000_000), 100_000))).kind, 'too-large');
  });

  it('says what the source threw, and stops the other side', async () => {
    const outcome = await pool.run('job', breaking());
    assert.ok(outcome.kind === 'unreadable');
    assert.equal((outcome.error as Error).message, 'the disk');
  });

  it('cancels on the other side too', async () => {
    const stop = new AbortController();
    const running = pool.run('hang', pieces(Buffer.from('x'), 1), { signal: stop.signal });
    await pause(50);
    stop.abort();
    assert.deepEqual(await running, { kind: 'cancelled' });
    for (let tries = 0; there.seen.cancelled === 0 && tries < 100; tries++) await pause(10);
    assert.equal(there.seen.cancelled, 1);
  });

  it('throws when the scanner itself is in trouble, since that is no fault of the file', async () => {
    await assert.rejects(pool.run('fail', pieces(Buffer.from('x'), 1)), (error) => isUnavailable(error));
  });

  it('waits for a scanner that starts again', async () => {
    await server.close();
    const running = pool.run('job', pieces(Buffer.from('abc'), 1));
    await pause(300);
    server = await servePool(there, parseText, socketPath);
    assert.equal((await running).kind, 'done');
  });

  it('throws when nobody listens for too long', async () => {
    await server.close();
    await assert.rejects(remote(100).run('job', pieces(Buffer.from('x'), 1)), (error) =>
      isUnavailable(error),
    );
  });

  it('lets only its own user reach the socket', () => {
    assert.equal(statSync(socketPath).mode & 0o777, 0o600);
  });

  describe('does not believe a scanner', () => {
    let liar: Server;
    const lying = async (answer: (socket: Socket) => void): Promise<void> => {
      await server.close();
      liar = createServer((socket) => {
        socket.on('error', () => socket.destroy()).resume();
        answer(socket);
      });
      await new Promise<void>((resolve) => liar.listen(socketPath, resolve));
      server = { close: () => new Promise((resolve) => liar.close(() => resolve())) };
    };

    it('that answers in another shape', async () => {
      await lying((socket) => {
        socket.write(encodeFrame({ kind: 'ready' }));
        socket.write(encodeFrame({ kind: 'done', result: { not: 'agreed' } }));
      });
      assert.equal((await pool.run('job', pieces(Buffer.from('x'), 1))).kind, 'died');
    });

    it('that breaks off', async () => {
      await lying((socket) => socket.end(encodeFrame({ kind: 'ready' })));
      assert.equal((await pool.run('job', pieces(Buffer.from('x'), 1))).kind, 'died');
    });

    it('that announces an answer larger than memory', async () => {
      await lying((socket) => {
        socket.write(encodeFrame({ kind: 'ready' }));
        socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
      });
      assert.equal((await pool.run('job', pieces(Buffer.from('x'), 1))).kind, 'died');
    });
  });
});

function parseText(message: unknown): string {
  if (typeof message !== 'string') throw new Error('not what was agreed');
  return message;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Failure && error.code === 'unavailable';
}

async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) {
    await Promise.resolve();
    yield bytes.subarray(at, at + length);
  }
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from('begun');
  throw new Error('the disk');
}
