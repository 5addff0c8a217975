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

/** Work that survives a restart. Jobs of different kinds run side by side, those of one kind one after another. */
export interface Jobs {
  /** Puts a job in the queue as part of a deed; call `wake` once that deed is committed. */
  enqueue(tx: Tx, kind: string, subject: string): Promise<boolean>;
  wake(): void;
  /** Puts back what a crash interrupted, and begins to work. */
  start(): Promise<void>;
  /** Aborts what runs, waits for it to end, and puts it back in the queue. */
  stop(): Promise<void>;
}

/** @param schedules cron expressions at which a job of that kind is put in the queue (subject `schedule`). */
export function createJobs(needs: {
  db: Database;
  clock: Clock;
  log: Log;
  handlers: ReadonlyMap<string, JobHandler>;
  schedules: readonly { kind: string; cron: string }[];
  timeZone: string;
}): Jobs {
  const { db, clock, log, handlers } = needs;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const unknownKinds = new Set<string>();
  let tasks: ScheduledTask[] = [];
  let looking: Promise<void> | null = null;
  let lookAgain = false;

  const wake = (): void => {
    lookAgain = true;
    looking ??= look().finally(() => {
      looking = null;
      if (lookAgain && !stopping.signal.aborted) wake();
    });
  };

  const look = async (): Promise<void> => {
    try {
      while (lookAgain && !stopping.signal.aborted) {
        lookAgain = false;
        const busy = [...running.keys(), ...unknownKinds];
        const job = await db.write((tx) => jobStore.takeNext(tx, busy, clock.now()));
        if (job === null) continue;
        lookAgain = true;
        begin(job);
      }
    } catch (error) {
      lookAgain = false;
      log.error('jobs.look-failed', error);
    }
  };

  const begin = (job: Job): void => {
    running.set(
      job.kind,
      run(job).finally(() => {
        running.delete(job.kind);
        wake();
      }),
    );
  };

  const run = async (job: Job): Promise<void> => {
    const handler = handlers.get(job.kind);
    if (handler === undefined) {
      unknownKinds.add(job.kind);
      log.warn('jobs.unknown-kind', { kind: job.kind });
      await db.write((tx) => jobStore.putBack(tx, job.id));
      return;
    }
    try {
      await handler(job, stopping.signal);
      await db.write((tx) => jobStore.end(tx, job.id, 'done', clock.now()));
    } catch (error) {
      if (!stopping.signal.aborted) log.error('jobs.failed', error, { kind: job.kind, job: job.id });
      await db
        .write((tx) =>
          stopping.signal.aborted
            ? jobStore.putBack(tx, job.id)
            : jobStore.end(tx, job.id, 'failed', clock.now()),
        )
        .catch((failure: unknown) => log.error('jobs.not-marked', failure, { kind: job.kind, job: job.id }));
    }
  };

  const trigger = async (kind: string): Promise<void> => {
    try {
      await db.write((tx) => jobStore.enqueue(tx, kind, 'schedule', clock.now()));
      wake();
    } catch (error) {
      log.error('jobs.trigger-failed', error, { kind });
    }
  };

  return {
    enqueue: (tx, kind, subject) => jobStore.enqueue(tx, kind, subject, clock.now()),
    wake,
    async start() {
      const back = await db.write((tx) => jobStore.putBackAllRunning(tx));
      if (back > 0) log.info('jobs.put-back', { count: back });
      tasks = needs.schedules.map(({ kind, cron: expression }) =>
        cron.schedule(expression, () => trigger(kind), { timezone: needs.timeZone, noOverlap: true }),
      );
      wake();
    },
    async stop() {
      stopping.abort(new Error('the appliance stops'));
      for (const task of tasks) await task.stop();
      await looking;
      await Promise.all(running.values());
    },
  };
}
