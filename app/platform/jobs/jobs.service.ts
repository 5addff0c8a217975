import { setTimeout as pause } from 'node:timers/promises';
import cron, { type ScheduledTask } from 'node-cron';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { jobStore, type Job } from './jobs.store.ts';

/**
 * Does one job. It may be called again for the same job after a crash, so it goes on from what it finds. When
 * `signal` aborts (the appliance stops), it leaves off soon and throws the signal's reason: the job is put back.
 */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>;

/**
 * Work that survives a restart. Jobs of different kinds run side by side; those of one kind one after another, in the
 * order in which they came, or as many at once as their kind allows.
 */
export interface Jobs {
  /**
   * Puts a job in the queue as part of a deed; call `wake` once that deed is committed.
   * @returns false when a job of this kind and subject waits or runs already: there is one at a time.
   */
  enqueue(tx: Tx, kind: string, subject: string): Promise<boolean>;
  /** Has the queue looked at; before the start, nothing. */
  wake(): void;
  /** Puts back what a crash interrupted, and begins to work. Jobs of kinds without a handler stay in the queue. */
  start(): Promise<void>;
  /** Aborts what runs, waits for it to end, and puts it back in the queue. */
  stop(): Promise<void>;
}

/**
 * @param needs.atOnce how many jobs of a kind run side by side; one of the kinds that it does not name.
 * @param needs.schedules cron expressions at which a job of that kind is put in the queue (subject `schedule`).
 * @param needs.retryMs how long to wait before the queue is tried again when the database does not take a change.
 */
export function createJobs(needs: {
  db: Database;
  clock: Clock;
  log: Log;
  handlers: ReadonlyMap<string, JobHandler>;
  atOnce?: Readonly<Record<string, number>>;
  schedules: readonly { kind: string; cron: string }[];
  timeZone: string;
  retryMs?: number;
}): Jobs {
  const { db, clock, log, handlers, atOnce = {}, retryMs = 5_000 } = needs;
  const stopping = new AbortController();
  const running = new Map<Promise<void>, Job>();
  const triggered = new Set<Promise<void>>();
  let tasks: ScheduledTask[] = [];
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let started = false;

  const wake = (): void => {
    // A job begun before the start would be put back by it, as if a kill had cut it off, and be begun once more.
    if (!started) return;
    lookAgain = true;
    looking ??= look().finally(() => {
      looking = null;
      if (lookAgain && !stopping.signal.aborted) wake();
    });
  };

  const look = async (): Promise<void> => {
    while (lookAgain && !stopping.signal.aborted) {
      lookAgain = false;
      const free = [...handlers.keys()].filter(hasRoom);
      const job = await insist((tx) => jobStore.takeNext(tx, free, clock.now()));
      if (job === null) continue;
      lookAgain = true;
      const ending: Promise<void> = run(job).finally(() => {
        running.delete(ending);
        wake();
      });
      running.set(ending, job);
    }
  };

  const hasRoom = (kind: string): boolean =>
    [...running.values()].filter((job) => job.kind === kind).length < (atOnce[kind] ?? 1);

  const run = async (job: Job): Promise<void> => {
    const ending = await endingOf(job);
    await insist(async (tx) => {
      if (ending === 'interrupted') return jobStore.putBack(tx, job.id);
      await jobStore.end(tx, job.id, ending, clock.now());
      await jobStore.forgetEndedBefore(tx, new Date(clock.now().getTime() - KEPT_MS));
    });
  };

  const endingOf = async (job: Job): Promise<'done' | 'failed' | 'interrupted'> => {
    try {
      const handler = handlers.get(job.kind);
      if (handler === undefined) return 'interrupted';
      await handler(job, stopping.signal);
      return 'done';
    } catch (error) {
      if (error !== stopping.signal.reason) log.error('jobs.failed', error, { kind: job.kind, job: job.id });
      return stopping.signal.aborted ? 'interrupted' : 'failed';
    }
  };

  /**
   * Changes the queue; again and again if the database does not take it (a full disk), since a job that is not marked
   * as ended would block its kind. Gives up when the appliance stops: the next start puts back what runs.
   */
  const insist = async <T>(change: (tx: Tx) => Promise<T>): Promise<T | null> => {
    for (;;) {
      try {
        return await db.write(change);
      } catch (error) {
        log.error('jobs.queue-not-changed', error);
        if (stopping.signal.aborted) return null;
        await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  const trigger = async (kind: string): Promise<void> => {
    const queued = insist((tx) => jobStore.enqueue(tx, kind, 'schedule', clock.now())).then(wake);
    triggered.add(queued);
    await queued.finally(() => triggered.delete(queued));
  };

  return {
    enqueue: (tx, kind, subject) => jobStore.enqueue(tx, kind, subject, clock.now()),
    wake,
    async start() {
      const { back, kinds } = await db.write(async (tx) => ({
        back: await jobStore.putBackAllRunning(tx),
        kinds: await jobStore.kindsInQueue(tx),
      }));
      started = true;
      if (back > 0) log.info('jobs.put-back', { count: back });
      for (const kind of kinds) if (!handlers.has(kind)) log.warn('jobs.unknown-kind', { kind });
      tasks = needs.schedules.map(({ kind, cron: expression }) =>
        cron.schedule(expression, () => trigger(kind), {
          timezone: needs.timeZone,
          noOverlap: true,
          logger: cronLog(log, kind),
        }),
      );
      wake();
    },
    async stop() {
      stopping.abort(new Error('the appliance stops'));
      for (const task of tasks) await task.destroy();
      await Promise.all(triggered);
      await looking;
      await Promise.all(running.keys());
    },
  };
}

/** What node-cron would print on the console: above all, that a busy process missed a time. */
function cronLog(log: Log, kind: string) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn('jobs.schedule-missed', { kind }),
    error: (problem: unknown) => log.error('jobs.schedule-failed', problem, { kind }),
  };
}

/** How long an ended job stays in its table, for whoever looks for a fault: 7 days. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
