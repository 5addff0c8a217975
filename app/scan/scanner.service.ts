import type { Audit, Entry as RecordEntry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type { JobHandler } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { FolderStore, Source, SourceRecord } from '#sources/index.ts';
import type { FileStore } from './files.store.ts';
import type { FileInspector } from './file-inspector.ts';
import { overviewStore } from './overview.store.ts';
import { headlines } from './overview.ts';
import type { Readers } from './reader-print.ts';
import { nothingYet, walkedAgain, type Run, type Tally } from './run.ts';
import { createRunKeeper } from './run-keeper.ts';
import { createRunWalk } from './run-walk.ts';
import { runStore } from './runs.store.ts';

/** Scans: the handler of the job kind `scan`, and what is known of the scan that is under way. */
export interface Scanner {
  readonly handler: JobHandler;
  /** The tally of a run as of this moment, if it is under way in this process. */
  liveTally(runPublicId: string): Tally | null;
  /** Ends a run that is under way; what it has found stays. */
  cancel(runPublicId: string): void;
}

/** What a cancelled run's signal is aborted with. */
const CANCELLED = new Error('the scan was cancelled');

export function createScanner(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  log: Log;
  files: FileStore;
  folders: FolderStore;
  inspector: FileInspector;
  readers: Readers;
  /** @throws Failure when the source cannot be reached. */
  openSource: (sourceId: number) => Promise<{ record: SourceRecord; source: Source }>;
}): Scanner {
  const { db, audit, clock, log, files, folders } = needs;
  const underWay = new Map<string, { tally: Tally; cancellation: AbortController }>();

  const scan = async (run: Run, stopping: AbortSignal): Promise<void> => {
    const cancellation = new AbortController();
    const signal = AbortSignal.any([stopping, cancellation.signal]);
    const tally = run.begunAt === null ? await firstGuess(run) : walkedAgain(run.tally);
    underWay.set(run.publicId, { tally, cancellation });
    if (run.cancelAsked) cancellation.abort(CANCELLED);
    try {
      await db.write(async (tx) => {
        await runStore.begin(tx, run.id, tally, clock.now());
        if (run.begunAt === null) await audit.append(tx, entryOf(run, 'scan.begun', 'done', {}));
      });
      const { record, source } = await needs.openSource(run.sourceId);
      const keeper = createRunKeeper({ db, audit, clock, files, folders, run, tally });
      const walk = createRunWalk({
        ...needs,
        keeper,
        run,
        tally,
        source,
        filesPerSecond: record.filesPerSecond,
      });
      const { seen, unreadable } = await walk(signal);
      await db.write(async (tx) => {
        const gone = await folders.markUnseenAsGone(tx, {
          sourceId: run.sourceId,
          seen,
          unreadable,
          at: clock.now(),
        });
        await files.markFoldersGone(tx, gone, clock.now());
      });
      await end(run, 'done', null, tally);
    } catch (error) {
      if (stopping.aborted) throw error;
      if (cancellation.signal.aborted) {
        await end(run, 'cancelled', null, tally);
        return;
      }
      const problem = error instanceof Failure ? error.code : 'unexpected';
      if (problem === 'unexpected') log.error('scan.failed', error, { run: run.id });
      await end(run, 'failed', problem, tally);
    } finally {
      underWay.delete(run.publicId);
    }
  };

  const firstGuess = async (run: Run): Promise<Tally> => {
    const before = await runStore.lastDone(db.read, run.sourceId);
    return {
      ...nothingYet,
      expected: before?.tally.seen ?? null,
      expectedBytes: before?.tally.seenBytes ?? null,
    };
  };

  const end = async (
    run: Run,
    state: 'done' | 'cancelled' | 'failed',
    problem: string | null,
    tally: Tally,
  ): Promise<void> => {
    await db.write(async (tx) => {
      await runStore.end(tx, run.id, { state, problem, tally, at: clock.now() });
      await overviewStore.keepSnapshot(tx, {
        at: clock.now(),
        ...headlines(await overviewStore.endings(tx, { kind: 'company' })),
      });
      const { seen, read, failed, foldersUnreadable, findings } = tally;
      const details = { state, problem, seen, read, failed, foldersUnreadable, findings };
      await audit.append(tx, entryOf(run, 'scan.ended', state === 'failed' ? 'failed' : 'done', details));
    });
  };

  return {
    async handler(job, signal) {
      const run = await runStore.byPublicId(db.read, job.subject);
      if (run === null || (run.state !== 'queued' && run.state !== 'running')) return;
      await scan(run, signal);
    },
    liveTally: (runPublicId) => underWay.get(runPublicId)?.tally ?? null,
    cancel: (runPublicId) => underWay.get(runPublicId)?.cancellation.abort(CANCELLED),
  };
}

function entryOf(
  run: Run,
  what: 'scan.begun' | 'scan.ended',
  outcome: RecordEntry['outcome'],
  details: RecordEntry['details'],
): RecordEntry {
  const on = { kind: 'run', id: run.publicId };
  return { who: { kind: 'job', id: 'scan' }, from: null, what, on, purpose: null, outcome, details };
}
