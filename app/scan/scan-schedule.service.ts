import type { Database } from '#platform/db/index.ts';
import type { Jobs } from '#platform/jobs/index.ts';
import type { By, Schedules, Standing } from '#sources/index.ts';
import { runStore } from './runs.store.ts';
import type { Scanner } from './scanner.service.ts';
import type { Scans } from './scans.service.ts';

/** Starts the scans that are due, holds those whose source may not be read, and lets them go on afterwards. */
export interface ScanSchedule {
  /** To be called each minute, and when a schedule or a pause was changed. What it does is done once, however often. */
  heed(): Promise<void>;
}

export function createScanSchedule(needs: {
  db: Database;
  jobs: Jobs;
  schedules: Schedules;
  scans: Pick<Scans, 'start'>;
  scanner: Pick<Scanner, 'hold'>;
}): ScanSchedule {
  const { db, jobs, schedules, scans, scanner } = needs;

  const heedOne = async ({ source, hold, dueDay }: Standing): Promise<void> => {
    const active = await runStore.active(db.read, source.id);
    if (hold !== null) {
      if (active !== null) scanner.hold(active.publicId);
      return;
    }
    if (dueDay !== null) {
      await schedules.noteBegin(source.id, dueDay);
      await scans.start(BY_SCHEDULE, source.publicId);
    } else if (active !== null) {
      // Held before, its job has ended without it. Nothing is added while it has one.
      await db.write((tx) => jobs.enqueue(tx, 'scan', active.publicId));
      jobs.wake();
    }
  };

  return {
    async heed() {
      for (const one of await schedules.standing()) await heedOne(one);
    },
  };
}

const BY_SCHEDULE: By = { who: { kind: 'job', id: 'schedule' }, from: null };
