import type { Audit, Entry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { Jobs } from '#platform/jobs/index.ts';
import type { By, Sources } from '#sources/index.ts';
import { isOpen, type Run } from './run.ts';
import { runStore } from './runs.store.ts';
import type { Scanner } from './scanner.service.ts';

/** Asking for scans, following and cancelling them. */
export interface Scans {
  /** Queues a scan of a source; answers the one that waits or runs already, if there is one. @throws Failure not-found */
  start(by: By, sourcePublicId: string): Promise<Run>;
  /** Ends a scan that waits or runs; what it has found stays. @throws Failure not-found, conflict when it has ended */
  cancel(by: By, runPublicId: string): Promise<void>;
  /** With its tally as of this moment. @throws Failure not-found */
  get(runPublicId: string): Promise<Run>;
  newest(limit: number): Promise<Run[]>;
  newestOf(sourceId: number): Promise<Run | null>;
}

export function createScans(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  jobs: Jobs;
  sources: Sources;
  scanner: Pick<Scanner, 'liveTally' | 'cancel' | 'hurry'>;
}): Scans {
  const { db, audit, clock, jobs, sources, scanner } = needs;

  const live = (run: Run): Run => ({ ...run, tally: { ...(scanner.liveTally(run.publicId) ?? run.tally) } });

  const record = (tx: Tx, by: By, what: Entry['what'], run: Run) =>
    audit.append(tx, {
      ...by,
      what,
      on: { kind: 'run', id: run.publicId },
      purpose: null,
      outcome: 'done',
      details: { source: run.sourceId },
    });

  return {
    async start(by, sourcePublicId) {
      const source = await sources.get(sourcePublicId);
      scanner.hurry(source.id);
      const askedBy = by.who.kind === 'person' ? by.who.id : null;
      const run = await db.write(async (tx) => {
        const active = await runStore.active(tx, source.id);
        if (active !== null) {
          // Its job has ended without it if the database took no change at that moment (a full disk).
          await jobs.enqueue(tx, 'scan', active.publicId);
          return active;
        }
        const added = await runStore.add(tx, {
          publicId: newId(),
          sourceId: source.id,
          askedBy,
          at: clock.now(),
        });
        await jobs.enqueue(tx, 'scan', added.publicId);
        await record(tx, by, 'scan.queued', added);
        return added;
      });
      jobs.wake();
      return run;
    },

    async cancel(by, runPublicId) {
      await db.write(async (tx) => {
        const run = await runStore.byPublicId(tx, runPublicId);
        if (run === null) throw notFound();
        if (!isOpen(run)) {
          throw new Failure('conflict', 'this scan has ended already', 'Start another when you need one.');
        }
        await runStore.askToCancel(tx, run.id);
        // One that has not begun has nothing to keep. Its job will find it ended.
        if (run.begunAt === null) {
          const { tally } = run;
          await runStore.end(tx, run.id, { state: 'cancelled', problem: null, tally, at: clock.now() });
        } else await jobs.enqueue(tx, 'scan', run.publicId);
        await record(tx, by, 'scan.cancelled', run);
      });
      scanner.cancel(runPublicId);
      jobs.wake();
    },

    async get(runPublicId) {
      const run = await runStore.byPublicId(db.read, runPublicId);
      if (run === null) throw notFound();
      return live(run);
    },

    newest: async (limit) => (await runStore.newest(db.read, limit)).map(live),

    async newestOf(sourceId) {
      const run = await runStore.newestOf(db.read, sourceId);
      return run === null ? null : live(run);
    },
  };
}

function notFound(): Failure {
  return new Failure('not-found', 'there is no such scan', 'See the list of scans under Sources.');
}
