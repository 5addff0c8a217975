import { systemClock } from '#kernel/clock.ts';
import { openDatabase } from '#platform/db/index.ts';
import { createJobs, jobMigrations } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';

// A process that takes a job out of the queue of the database it is given, and never ends it.
const db = await openDatabase(process.argv[2] ?? '', jobMigrations);
const jobs = createJobs({
  db,
  clock: systemClock,
  log: createLog('error'),
  timeZone: 'Europe/Copenhagen',
  schedules: [],
  handlers: new Map([
    [
      'scan',
      (job) => {
        process.stdout.write(`${job.kind} ${job.subject}, attempt ${job.attempts}\n`);
        return new Promise<void>(() => setInterval(() => undefined, 60_000));
      },
    ],
  ]),
});
await db.write((tx) => jobs.enqueue(tx, 'scan', 'source-1'));
await jobs.start();
