import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Picture } from '#kernel/picture.ts';
import { createWorkerPool } from '#platform/workers/pool.ts';
import type { Outcome, RunOptions, WorkerPool } from '#platform/workers/pool.ts';

type PictureReader = (picture: Picture, signal?: AbortSignal) => Promise<string | null>;

interface Job {
  deed: string;
  argument?: string;
}
interface Said {
  said: string;
}

const MIB = 1024 * 1024;
const result = z.strictObject({ said: z.string() });

describe('a worker pool', () => {
  let folder: string;
  let pool: WorkerPool<Job, Said, string>;

  const makePool = (
    changes: {
      timeMs?: number;
      filesPerWorker?: number;
      maxBytes?: number;
      readPicture?: PictureReader;
    } = {},
  ): typeof pool =>
    createWorkerPool<Job, Said, string>({
      entry: new URL('./entries/probe.worker.ts', import.meta.url),
      size: 1,
      spoolFolder: folder,
      limits: { timeMs: changes.timeMs ?? 15_000, residentBytes: 300 * MIB },
      filesPerWorker: changes.filesPerWorker ?? 100,
      maxBytes: changes.maxBytes ?? 64 * MIB,
      parseResult: (message) => result.parse(message),
      parsePiece: (message) => z.string().parse(message),
      ...(changes.readPicture === undefined ? {} : { readPicture: changes.readPicture }),
    });
  const run = (
    deed: string,
    argument = '',
    content = 'some text',
    options?: RunOptions<string>,
  ): Promise<Outcome<Said>> => pool.run({ deed, argument }, pieces(content), options);
  const said = async (deed: string, argument = '', content?: string): Promise<string> => {
    const outcome = await run(deed, argument, content);
    assert.equal(outcome.kind, 'done');
    return outcome.result.said;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pool-test-'));
    pool = makePool();
  });
  after(async () => {
    await pool.close();
    rmSync(folder, { recursive: true });
  });

  describe('briefs its workers so that one', () => {
    const told = async (briefing?: RunOptions<string>['briefing'], deed = 'briefed'): Promise<string> => {
      const outcome = await run(deed, '', 'text', { briefing });
      return outcome.kind === 'done' ? outcome.result.said : outcome.kind;
    };
    it('knows what it was told for this job', async () => {
      assert.equal(await told({ id: 'a', body: ['Falk'] }), '{"id":"a","body":["Falk"]}');
    });
    it('is not told again what it knows', async () => {
      await told({ id: 'b', body: 'first' });
      // Equal ids are equal bodies: that this one is not seen shows that it was not sent.
      assert.equal(await told({ id: 'b', body: 'not sent' }), '{"id":"b","body":"first"}');
    });
    it('is told when it changes', async () => {
      await told({ id: 'c', body: 1 });
      assert.equal(await told({ id: 'd', body: 2 }), '{"id":"d","body":2}');
    });
    it('is told anew when another process takes its place', async () => {
      await told({ id: 'e', body: 3 });
      await run('die');
      assert.equal(await told({ id: 'e', body: 3 }), '{"id":"e","body":3}');
    });
    it('knows nothing for a job that has none', async () => {
      await told({ id: 'f', body: 4 });
      assert.equal(await told(), 'null');
    });
  });

  describe('locks its workers down so that one', () => {
    it('has an empty environment', async () => {
      assert.equal(await said('environment'), '{}');
    });
    it('was started with an empty environment', async () => {
      assert.equal(readFileSync(`/proc/${await said('pid')}/environ`, 'latin1'), '');
    });
    it('cannot read /etc/passwd', async () => {
      assert.equal(await said('read', '/etc/passwd'), 'ERR_ACCESS_DENIED');
    });
    it('cannot list the spool folder', async () => {
      assert.equal(await said('list', folder), 'ERR_ACCESS_DENIED');
    });
    it("cannot read the appliance's memory through /proc", async () => {
      assert.equal(await said('read', `/proc/${process.pid}/environ`), 'ERR_ACCESS_DENIED');
    });
    it('cannot write a file', async () => {
      assert.equal(await said('write', join(folder, 'x')), 'ERR_ACCESS_DENIED');
    });
    it('cannot start a process', async () => {
      assert.equal(await said('spawn'), 'ERR_ACCESS_DENIED');
    });
    it('cannot reach the network, not even this machine', async () => {
      const server = createServer();
      const port = await new Promise<number>((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        }),
      );
      try {
        assert.equal(await said('connect', String(port)), 'ERR_ACCESS_DENIED');
      } finally {
        server.close();
      }
    });
    it('stands in a network of its own, with nothing in it', async () => {
      const pid = await said('pid');
      assert.notEqual(readlinkSync(`/proc/${pid}/ns/net`), readlinkSync('/proc/self/ns/net'));
    });
    it('cannot make code out of text', async () => {
      assert.match(await said('eval'), /EvalError/);
    });
    it('leaves no core dump', async () => {
      const limits = readFileSync(`/proc/${await said('pid')}/limits`, 'latin1');
      assert.match(limits, /Max core file size\s+0\s+0/);
    });
    it('can gain no privileges', async () => {
      assert.match(readFileSync(`/proc/${await said('pid')}/status`, 'latin1'), /NoNewPrivs:\s+1/);
    });
  });

  describe('has the pictures of its workers read', () => {
    const seen: Picture[] = [];
    const reading = async (readPicture?: (picture: Picture) => Promise<string | null>): Promise<string> => {
      const readers = makePool({ ...(readPicture === undefined ? {} : { readPicture }) });
      try {
        const outcome = await readers.run({ deed: 'picture' }, pieces('text'));
        return outcome.kind === 'done' ? outcome.result.said : outcome.kind;
      } finally {
        await readers.close();
      }
    };
    it('as they were made', async () => {
      await reading((picture) => Promise.resolve(seen.push(picture) > 0 ? 'words' : null));
      assert.deepEqual(seen, [{ width: 5, height: 4, dpi: 300, grey: Buffer.alloc(20, 255) }]);
    });
    it('and answers with their text', async () => {
      assert.equal(await reading(() => Promise.resolve('words')), '{"text":"words"}');
    });
    it('and says when that came to nothing', async () => {
      assert.equal(await reading(() => Promise.resolve(null)), '{"text":null}');
    });
    it('and says when nobody reads them here', async () => {
      assert.equal(await reading(), '"nobody"');
    });
    const endOf = async (deed: string, readPicture: PictureReader): Promise<string> => {
      const readers = makePool({ timeMs: 1000, readPicture });
      try {
        return (await readers.run({ deed }, pieces('text'))).kind;
      } finally {
        await readers.close();
      }
    };
    it('no longer than a job may take', async () => {
      assert.equal(await endOf('pictures-forever', () => pause(300, 'words')), 'timed-out');
    });
    it('and breaks off the reading of one when the time is over', async () => {
      const never: PictureReader = (_, signal) =>
        new Promise((resolve) => signal?.addEventListener('abort', () => resolve(null)));
      assert.equal(await endOf('picture', never), 'timed-out');
    });
    it('and takes none that is larger than it says', async () => {
      assert.equal((await run('false-picture')).kind, 'died');
    });
  });

  it('hands a file over whole', async () => {
    const content = randomBytes(3_000_001).toString('latin1');
    assert.equal((await said('content', '', content)) === content, true);
  });

  it('hands over any part of a file', async () => {
    const content = randomBytes(300_000).toString('latin1');
    for (const [offset, length] of [
      [0, 5],
      [17, 100],
      [65_530, 20],
      [199_999, 80_000],
      [299_990, 50],
      [400_000, 5],
    ] as const) {
      assert.equal(
        await said('part', `${offset}+${length}`, content),
        content.slice(offset, offset + length),
      );
    }
  });

  it('hands over an empty file', async () => {
    assert.equal(await said('content', '', ''), '');
  });

  it('has nothing read whose content is known already, and takes the next', async () => {
    const hash = createHash('sha256').update('known').digest('hex');
    const isKnown = (contentHash: string) => Promise.resolve(contentHash === hash);
    assert.deepEqual(await run('pid', '', 'known', { isKnown }), { kind: 'cancelled' });
    assert.equal((await run('pid', '', 'not known', { isKnown })).kind, 'done');
  });

  it('tells the SHA-256 and the length of what it copied', async () => {
    const outcome = await run('pid', '', 'løn');
    const expected = createHash('sha256').update('løn', 'latin1').digest('hex');
    assert.ok(outcome.kind === 'done');
    assert.deepEqual([outcome.contentHash, outcome.size], [expected, 3]);
  });

  it('leaves no name in the spool folder', async () => {
    await said('pid');
    assert.deepEqual(readdirSync(folder), []);
  });

  it('keeps nothing readable in the spool while a worker reads', async () => {
    const marker = 'no eye may see this line';
    const running = run('sleep', '600', marker.repeat(1000));
    const onDisk = await spooledBytes(folder, marker.length * 1000);
    await running;
    assert.equal(onDisk.includes(marker.slice(0, 8)), false);
  });

  it('empties the spool after each file', async () => {
    await run('pid', '', 'x'.repeat(100_000));
    assert.equal(
      spoolLengths(folder).every((length) => length === 0),
      true,
    );
  });

  it('enciphers the same file differently each time', async () => {
    const seen: string[] = [];
    for (let time = 0; time < 2; time++) {
      const running = run('sleep', '400', 'same'.repeat(500));
      seen.push((await spooledBytes(folder, 2000)).toString('hex'));
      await running;
    }
    assert.notEqual(seen[0], seen[1]);
  });

  it('keeps a worker for the next file', async () => {
    assert.equal(await said('pid'), await said('pid'));
  });

  it('replaces a worker after so many files', async () => {
    const few = makePool({ filesPerWorker: 1 });
    try {
      const first = await few.run({ deed: 'pid' }, pieces('a'));
      const second = await few.run({ deed: 'pid' }, pieces('a'));
      assert.notDeepEqual(first, second);
    } finally {
      await few.close();
    }
  });

  it('kills a worker that takes too long', async () => {
    const quick = makePool({ timeMs: 300 });
    try {
      assert.equal((await quick.run({ deed: 'loop' }, pieces('a'))).kind, 'timed-out');
    } finally {
      await quick.close();
    }
  });

  it('kills a worker that hoards memory outside the heap', async () => {
    assert.equal((await run('hoard-buffers')).kind, 'out-of-memory');
  });

  it('knows a full heap as out of memory', async () => {
    assert.equal((await run('hoard-objects')).kind, 'out-of-memory');
  });

  for (const deed of ['die', 'throw', 'wrong-shape', 'huge-frame']) {
    it(`counts a worker that does "${deed}" as died`, async () => {
      assert.equal((await run(deed)).kind, 'died');
    });
    it(`goes on with another worker after "${deed}"`, async () => {
      const before = await said('pid');
      await run(deed);
      assert.notEqual(await said('pid'), before);
    });
  }

  it('replaces a worker that was killed while idle', async () => {
    const victim = Number(await said('pid'));
    process.kill(victim, 'SIGKILL');
    await pause(100);
    assert.notEqual(await said('pid'), String(victim));
  });

  it('cancels a file that a worker is reading', async () => {
    const outcome = await run('loop', '', 'a', { signal: AbortSignal.timeout(200) });
    assert.equal(outcome.kind, 'cancelled');
  });

  it('cancels a file whose source hangs', async () => {
    const outcome = await pool.run({ deed: 'pid' }, hanging(), { signal: AbortSignal.timeout(50) });
    assert.equal(outcome.kind, 'cancelled');
  });

  it('cancels a file that waits for its turn', async () => {
    const first = run('sleep', '300');
    const second = await run('pid', '', 'a', { signal: AbortSignal.timeout(50) });
    await first;
    assert.equal(second.kind, 'cancelled');
  });

  it('hands back what the content threw', async () => {
    const fault = new Error('vanished');
    const outcome = await pool.run({ deed: 'pid' }, failing(fault));
    assert.deepEqual(outcome, { kind: 'unreadable', error: fault });
  });

  it('closes the content before a worker reads it', async () => {
    let closed = false;
    async function* content(): AsyncGenerator<Uint8Array> {
      try {
        yield Buffer.from('a');
        yield await Promise.resolve(Buffer.from('b'));
      } finally {
        closed = true;
      }
    }
    let closedAtFirstPiece = false;
    await pool.run({ deed: 'pieces', argument: '1' }, content(), {
      onPiece: () => void (closedAtFirstPiece = closed),
    });
    assert.equal(closedAtFirstPiece, true);
  });

  it('refuses a file over the largest size and closes its content', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(Buffer.alloc(MIB));
      } finally {
        closed = true;
      }
    }
    const outcome = await pool.run({ deed: 'pid' }, endless());
    assert.deepEqual([outcome.kind, closed], ['too-large', true]);
  });

  it('passes pieces on in order and waits for their reader', async () => {
    let most = 0;
    let open = 0;
    let count = 0;
    const outcome = await run('pieces', '20', 'a', {
      onPiece: async () => {
        most = Math.max(most, ++open);
        await pause(2);
        open--;
        count++;
      },
    });
    assert.deepEqual([outcome.kind, count, most], ['done', 20, 1]);
  });

  it('does not count the time that its own reader takes', async () => {
    const quick = makePool({ timeMs: 1000 });
    try {
      const slowReader = { onPiece: () => pause(300) };
      const outcome = await quick.run({ deed: 'pieces', argument: '5' }, pieces('a'), slowReader);
      assert.equal(outcome.kind, 'done');
    } finally {
      await quick.close();
    }
  });

  it('takes nothing new once it is closed', async () => {
    const closing = makePool();
    await closing.close();
    assert.deepEqual(await closing.run({ deed: 'pid' }, pieces('a')), { kind: 'cancelled' });
  });

  it('lets the running file end before it closes', async () => {
    const closing = makePool();
    const running = closing.run({ deed: 'sleep', argument: '200' }, pieces('a'));
    await closing.close();
    assert.equal((await running).kind, 'done');
  });

  it('refuses to run when the spool folder is missing', async () => {
    const lost = createWorkerPool<Job, Said>({
      entry: new URL('./entries/probe.worker.ts', import.meta.url),
      spoolFolder: join(folder, 'missing'),
      limits: { timeMs: 1000, residentBytes: 300 * MIB },
      parseResult: (message) => result.parse(message),
    });
    await assert.rejects(lost.run({ deed: 'pid' }, pieces('a')), { code: 'unavailable' });
    await lost.close();
  });

  it('refuses to run when its workers do not start', async () => {
    const broken = createWorkerPool<Job, Said>({
      entry: new URL('./entries/missing.worker.ts', import.meta.url),
      spoolFolder: folder,
      limits: { timeMs: 1000, residentBytes: 300 * MIB },
      parseResult: (message) => result.parse(message),
    });
    await assert.rejects(broken.run({ deed: 'pid' }, pieces('a')), { code: 'unavailable' });
    await broken.close();
  });
});

async function* pieces(content: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content, 'latin1');
  for (let at = 0; at < bytes.length; at += 100_000)
    yield await Promise.resolve(bytes.subarray(at, at + 100_000));
}

async function* failing(fault: Error): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from('the first part'));
  throw fault;
}

async function* hanging(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('the first part');
  await new Promise(() => undefined);
}

/** What lies in this process's nameless spool files, as root or the same user would read it. */
async function spooledBytes(folder: string, length: number): Promise<Buffer> {
  for (let tries = 0; tries < 200; tries++) {
    for (const path of spoolPaths(folder)) {
      const bytes = readFileSync(path);
      if (bytes.length === length) return bytes;
    }
    await pause(5);
  }
  throw new Error('nothing was spooled');
}

function spoolLengths(folder: string): number[] {
  const lengths = spoolPaths(folder).map((path) => readFileSync(path).length);
  assert.notEqual(lengths.length, 0);
  return lengths;
}

function spoolPaths(folder: string): string[] {
  const descriptors = readdirSync('/proc/self/fd').map((name) => `/proc/self/fd/${name}`);
  return descriptors.filter((path) => {
    try {
      return readlinkSync(path).startsWith(join(folder, 'spool-'));
    } catch {
      return false;
    }
  });
}
