import assert from 'node:assert/strict';
import cron from 'node-cron';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createJobs, jobMigrations, type Job, type JobHandler, type Jobs } from '#platform/jobs/index.ts';
import { startChild } from '../../support/child.ts';
import { keptLog, scratch, turnableClock, type Scratch } from '../../support/scratch.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('jobs', () => {
  let files: Scratch;
  let db: Database;
  let started: Jobs[];
  const clock = turnableClock();
  let lines: string[];

  beforeEach(async () => {
    files = scratch();
    db = await openDatabase(files.path('test.db'), jobMigrations);
    started = [];
  });
  afterEach(async () => {
    for (const jobs of started) await jobs.stop();
    await db.close();
    files.remove();
  });

  const make = (
    handlers: Readonly<Record<string, JobHandler>>,
    others: {
      schedules?: { kind: string; cron: string }[];
      atOnce?: Record<string, number>;
      db?: Database;
    } = {},
  ): Jobs => {
    const kept = keptLog();
    lines = kept.lines;
    const jobs = createJobs({
      db,
      clock,
      log: kept.log,
      handlers: new Map(Object.entries(handlers)),
      schedules: [],
      timeZone: 'Europe/Copenhagen',
      retryMs: 1,
      ...others,
    });
    started.push(jobs);
    return jobs;
  };
  const enqueue = (jobs: Jobs, kind: string, subject: string): Promise<boolean> =>
    db.write((tx) => jobs.enqueue(tx, kind, subject));
  const states = async (): Promise<string[]> =>
    (await db.read('jobs').orderBy('id').select('kind', 'subject', 'state')).map(
      ({ kind, subject, state }) => `${kind} ${subject} ${state}`,
    );

  /** A handler that goes on when the test says so, and tells when it was called. */
  const held = () => {
    const calls: Job[] = [];
    const { promise: begun, resolve: begin } = Promise.withResolvers<Job>();
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const handler: JobHandler = async (job, signal) => {
      calls.push(job);
      begin(job);
      const { promise: aborted, reject } = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => reject(signal.reason));
      if (signal.aborted) throw signal.reason;
      await Promise.race([released, aborted]);
    };
    return { handler, begun, release: () => release(undefined), calls };
  };
  /** Resolves when the queue has come to rest after the job of this kind: the next deed waits its turn behind it. */
  const settled = async (want: (states: string[]) => boolean): Promise<void> => {
    while (!want(await db.write(states))) await Promise.resolve();
  };

  it('of a kind that allows it are done side by side, as many as it says', async () => {
    const handlers = { a: held(), b: held(), c: held() };
    const bySubject = new Map(Object.entries(handlers).map(([subject, { handler }]) => [subject, handler]));
    const jobs = make(
      { scan: (job, signal) => bySubject.get(job.subject)?.(job, signal) ?? Promise.resolve() },
      { atOnce: { scan: 2 } },
    );
    for (const subject of bySubject.keys()) await enqueue(jobs, 'scan', subject);
    await jobs.start();
    await Promise.all([handlers.a.begun, handlers.b.begun]);
    assert.deepEqual(await states(), ['scan a running', 'scan b running', 'scan c queued']);
    handlers.b.release();
    await handlers.c.begun;
    assert.deepEqual(await states(), ['scan a running', 'scan b done', 'scan c running']);
  });

  it('are done, one after another within a kind', async () => {
    const order: string[] = [];
    const { promise: all, resolve } = Promise.withResolvers<undefined>();
    const jobs = make({
      scan: (job) => {
        order.push(job.subject);
        if (job.subject === 'c') resolve(undefined);
        return Promise.resolve();
      },
    });
    for (const subject of ['a', 'b', 'c']) await enqueue(jobs, 'scan', subject);
    await jobs.start();
    await all;
    await settled((all3) => all3.every((state) => state.endsWith('done')));
    assert.deepEqual(order, ['a', 'b', 'c']);
  });

  it('of one kind never run at the same time', async () => {
    const first = held();
    const jobs = make({ scan: first.handler });
    await enqueue(jobs, 'scan', 'a');
    await enqueue(jobs, 'scan', 'b');
    await jobs.start();
    await first.begun;
    await settled((now) => now.includes('scan a running'));
    assert.deepEqual(await states(), ['scan a running', 'scan b queued']);
    assert.equal(first.calls.length, 1);
    first.release();
    await settled((now) => now.every((state) => state.endsWith('done')));
    assert.equal(first.calls.length, 2);
  });

  it('of different kinds run side by side', async () => {
    const scan = held();
    const backup = held();
    const jobs = make({ scan: scan.handler, backup: backup.handler });
    await enqueue(jobs, 'scan', 'a');
    await enqueue(jobs, 'backup', 'a');
    await jobs.start();
    await Promise.all([scan.begun, backup.begun]);
    assert.deepEqual(await states(), ['scan a running', 'backup a running']);
    scan.release();
    backup.release();
  });

  it('are not queued twice for one kind and subject, waiting or running', async () => {
    const first = held();
    const jobs = make({ scan: first.handler });
    assert.equal(await enqueue(jobs, 'scan', 'a'), true);
    assert.equal(await enqueue(jobs, 'scan', 'a'), false);
    await jobs.start();
    await first.begun;
    assert.equal(await enqueue(jobs, 'scan', 'a'), false);
    first.release();
    await settled((now) => now.includes('scan a done'));
    assert.equal(await enqueue(jobs, 'scan', 'a'), true);
  });

  it('are held to one of a kind and subject by the database itself', async () => {
    const row = { kind: 'scan', subject: 'a', state: 'queued', attempts: 0, queued_at: 0 } as const;
    await db.write((tx) => tx('jobs').insert(row));
    await assert.rejects(
      db.write((tx) => tx('jobs').insert({ ...row, state: 'running' })),
      /UNIQUE/,
    );
  });

  it('are queued with the deed that asks for them, or not at all', async () => {
    const jobs = make({ scan: held().handler });
    const deed = db.write(async (tx) => {
      await jobs.enqueue(tx, 'scan', 'a');
      throw new Error('the deed failed');
    });
    await assert.rejects(deed);
    assert.deepEqual(await states(), []);
  });

  it('that are queued later begin when they are woken', async () => {
    const later = held();
    const jobs = make({ scan: later.handler });
    await jobs.start();
    await enqueue(jobs, 'scan', 'a');
    jobs.wake();
    assert.equal((await later.begun).subject, 'a');
    later.release();
  });

  it('that throw are marked as failed, logged without their words, and do not stop the next', async () => {
    const jobs = make({
      scan: (job) => (job.subject === 'a' ? Promise.reject(new Error('secret')) : Promise.resolve()),
    });
    await enqueue(jobs, 'scan', 'a');
    await enqueue(jobs, 'scan', 'b');
    await jobs.start();
    await settled((now) => now.includes('scan b done'));
    assert.deepEqual(await states(), ['scan a failed', 'scan b done']);
    assert.match(lines.join(''), /jobs\.failed/);
    assert.ok(!lines.join('').includes('secret'));
  });

  it('of a kind that nobody knows stay in the queue, and the log says so', async () => {
    const known = held();
    const jobs = make({ scan: known.handler });
    await enqueue(jobs, 'dream', 'a');
    await enqueue(jobs, 'scan', 'a');
    await jobs.start();
    await known.begun;
    known.release();
    await settled((now) => now.includes('scan a done'));
    assert.deepEqual(await states(), ['dream a queued', 'scan a done']);
    assert.match(lines.join(''), /jobs\.unknown-kind.*dream|dream.*jobs\.unknown-kind/);
  });

  it('that run when the appliance stops are put back as if they had not begun', async () => {
    const interrupted = held();
    const jobs = make({ scan: interrupted.handler });
    await enqueue(jobs, 'scan', 'a');
    await jobs.start();
    await interrupted.begun;
    await jobs.stop();
    assert.deepEqual(await db.read('jobs').select('state', 'attempts'), [{ state: 'queued', attempts: 0 }]);
    assert.ok(!lines.join('').includes('jobs.failed'));
  });

  it('that end in time although the appliance stops are done', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
    const { promise: go, resolve: release } = Promise.withResolvers<undefined>();
    const jobs = make({
      scan: async () => {
        begin(undefined);
        await go;
      },
    });
    await enqueue(jobs, 'scan', 'a');
    await jobs.start();
    await begun;
    const stopped = jobs.stop();
    release(undefined);
    await stopped;
    assert.deepEqual(await states(), ['scan a done']);
  });

  it('do not begin any more once the appliance stops', async () => {
    const never = held();
    const jobs = make({ scan: never.handler });
    await jobs.start();
    await jobs.stop();
    await enqueue(jobs, 'scan', 'a');
    jobs.wake();
    assert.deepEqual(await db.write(states), ['scan a queued']);
    assert.equal(never.calls.length, 0);
  });

  it('that are woken before the start begin with it, and once only', async () => {
    const { handler, calls, begun } = held();
    const jobs = make({ scan: handler }, { atOnce: { scan: 8 } });
    await enqueue(jobs, 'scan', 'run-1');
    jobs.wake();
    await jobs.start();
    await begun;
    await jobs.stop();
    assert.equal(calls.length, 1);
  });

  it('that a killed process left begin again, and know that they do', async () => {
    await db.close();
    const child = startChild(new URL('./entries/worker-on-jobs.ts', import.meta.url), [
      files.path('test.db'),
    ]);
    assert.equal(await child.line(), 'scan source-1, attempt 1');
    await child.kill();
    db = await openDatabase(files.path('test.db'), jobMigrations);
    assert.deepEqual(await states(), ['scan source-1 running']);
    const again = held();
    await make({ scan: again.handler }).start();
    assert.deepEqual(await again.begun, { id: 1, kind: 'scan', subject: 'source-1', attempts: 2 });
    again.release();
    await settled((now) => now.includes('scan source-1 done'));
  });

  it('are marked as ended even when the database refuses at first', async () => {
    let refusals = 3;
    const reluctant: Database = {
      ...db,
      write: (deed) => (refusals-- > 0 ? Promise.reject(new Error('disk full')) : db.write(deed)),
    };
    const first = held();
    const jobs = make({ scan: first.handler }, { db: { ...db, write: (deed) => reluctant.write(deed) } });
    refusals = 0;
    await enqueue(jobs, 'scan', 'a');
    await jobs.start();
    await first.begun;
    refusals = 3;
    first.release();
    await settled((now) => now.includes('scan a done'));
    assert.match(lines.join(''), /jobs\.queue-not-changed/);
  });

  it('that ended long ago are forgotten', async () => {
    const jobs = make({ scan: () => Promise.resolve() });
    await enqueue(jobs, 'scan', 'old');
    await jobs.start();
    await settled((now) => now.includes('scan old done'));
    clock.advance(8 * DAY_MS);
    await enqueue(jobs, 'scan', 'new');
    jobs.wake();
    await settled((now) => now.includes('scan new done'));
    assert.deepEqual(await states(), ['scan new done']);
  });

  describe('on a schedule', () => {
    const everySecond = [{ kind: 'backup', cron: '* * * * * *' }];

    it('are queued and done', async () => {
      const due = held();
      await make({ backup: due.handler }, { schedules: everySecond }).start();
      assert.equal((await due.begun).subject, 'schedule');
      due.release();
    });

    it('do not overlap when one takes longer than until the next', async () => {
      const long = held();
      let deeds = 0;
      const { promise: triggeredTwice, resolve } = Promise.withResolvers<undefined>();
      const counting: Database = {
        ...db,
        write: async (deed) => {
          const result = await db.write(deed);
          if (long.calls.length > 0 && result === false && ++deeds === 2) resolve(undefined);
          return result;
        },
      };
      await make({ backup: long.handler }, { schedules: everySecond, db: counting }).start();
      await triggeredTwice;
      assert.deepEqual(await states(), ['backup schedule running']);
      assert.equal(long.calls.length, 1);
      long.release();
    });

    it('have no schedule any more once the appliance stops', async () => {
      const jobs = make({ backup: held().handler }, { schedules: everySecond });
      await jobs.start();
      assert.equal(cron.getTasks().size, 1);
      await jobs.stop();
      assert.equal(cron.getTasks().size, 0);
    });
  });
});
