import type { Audit, Entry as RecordEntry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type { JobHandler } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import { SourceAway, type FolderStore, type OpenedSource } from '#sources/index.ts';
import { createAwaySources } from './away-sources.ts';
import type { FileStore } from './files.store.ts';
import type { FileInspector } from './file-inspector.ts';
import { overviewStore } from './overview.store.ts';
import { headlines } from './overview.ts';
import type { Readers } from './reader-print.ts';
import type { WeightsStore } from './risk-weights.store.ts';
import { isOpen, nothingYet, type Run, type Tally } from './run.ts';
import { createRunKeeper, type RunKeeper } from './run-keeper.ts';
import { createRunPictures } from './run-pictures.ts';
import { createRunWalk } from './run-walk.ts';
import { runStore } from './runs.store.ts';

/** Scans: the handler of the job kind `scan`, and what is known of the scan that is under way. */
export interface Scanner {
  readonly handler: JobHandler;
  /** The tally of a run as of this moment, if it is under way in this process. */
  liveTally(runPublicId: string): Tally | null;
  /** Ends a run that is under way; what it has found stays. */
  cancel(runPublicId: string): void;
  /** From now on the source is tried at once, if it was waited for. */
  hurry(sourceId: number): void;
  /** Leaves off with a run that is under way; its next job goes on where it was. */
  hold(runPublicId: string): void;
}

/** What a cancelled run's signal is aborted with, and that of a run that is held. */
const CANCELLED = new Error('the scan was cancelled');
const HELD = new Error('the source may not be read at the moment');

export function createScanner(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  log: Log;
  stores: { files: FileStore; folders: FolderStore; weights: WeightsStore };
  reading: {
    inspector: FileInspector;
    readers: Readers;
    /** Whether the writing in pictures is read, after everything that has text. */
    readsPictures: boolean;
    /** @throws Failure when the source cannot be reached. */
    openSource: (sourceId: number) => Promise<OpenedSource>;
  };
  /** Whether nothing of a source may be read at the moment. Left out: everything may, always. */
  isHeld?: (sourceId: number) => Promise<boolean>;
  /** How long a source that does not answer is waited for, in milliseconds. Default: 12 hours. */
  mostAwayMs?: number;
}): Scanner {
  const { db, audit, clock, log, stores, reading, isHeld = () => Promise.resolve(false) } = needs;
  const away = createAwaySources({ clock, mostMs: needs.mostAwayMs ?? MOST_AWAY_MS });
  const { files, folders } = stores;
  const underWay = new Map<string, UnderWay>();

  const scan = async (run: Run, live: UnderWay, stopping: AbortSignal): Promise<void> => {
    const { cancellation } = live;
    const signal = AbortSignal.any([stopping, cancellation.signal]);
    const tally = await firstGuess(run);
    live.tally = tally;
    if (run.cancelAsked) cancellation.abort(CANCELLED);
    // One that is cancelled has its end to come to, held or not.
    else if ((await isHeld(run.sourceId)) || away.isTooEarly(run.sourceId)) return;
    if (!(await begin(run, tally))) return;
    const keeper = createRunKeeper({ db, audit, clock, ...stores, run, tally });
    let opened: OpenedSource | null = null;
    try {
      opened = await reading.openSource(run.sourceId);
      const { source } = opened;
      const { filesPerSecond, megabytesPerSecond } = opened.record;
      const atATime = turnsOf(reading.inspector.atATime, megabytesPerSecond);
      const walked = { db, files, folders, ...reading, keeper, run, tally, source, filesPerSecond, atATime };
      await createRunWalk(walked)(signal);
      await markGone(run, keeper);
      if (reading.readsPictures) await createRunPictures(walked)(signal);
      away.forget(run.sourceId);
      await end(run, 'done', null, keeper.kept);
    } catch (error) {
      if (stopping.aborted) {
        if (error !== stopping.reason) log.error('scan.interrupted', error, { run: run.id });
        throw stopping.reason;
      }
      // A source that is away says so before the walk has looked at its signal.
      if (error === CANCELLED || (error instanceof SourceAway && cancellation.signal.reason === CANCELLED)) {
        await end(run, 'cancelled', null, keeper.kept);
        return;
      }
      if (error === HELD) {
        await db.write((tx) =>
          audit.append(tx, entryOf(run, 'scan.held', 'done', { read: keeper.kept.read })),
        );
        return;
      }
      if (error instanceof SourceAway) {
        await wait(run, error, keeper.kept);
        return;
      }
      const problem = error instanceof Failure ? error.code : 'unexpected';
      if (problem === 'unexpected' || problem === 'unavailable')
        log.error('scan.failed', error, { run: run.id });
      await end(run, 'failed', problem, keeper.kept);
    } finally {
      await opened?.close();
    }
  };

  /** The run stays open, and its next job walks again (decisions/0007); nothing is gone or read because of it. */
  const wait = async (run: Run, { reason }: SourceAway, tally: Tally): Promise<void> => {
    const next = away.note(run.sourceId, reason, tally.seen > 0);
    const problem = `source-${reason}`;
    log.warn('scan.source-away', { run: run.id, reason, next });
    if (next === 'give-up') return end(run, 'failed', problem, tally);
    await db.write(async (tx) => {
      await runStore.wait(tx, run.id, { problem, tally });
      const details = { problem, read: tally.read };
      if (next === 'wait') await audit.append(tx, entryOf(run, 'scan.held', 'failed', details));
    });
  };

  /** @returns false when there is nothing to do any more. */
  const begin = (run: Run, tally: Tally): Promise<boolean> =>
    db.write(async (tx) => {
      if (!(await runStore.begin(tx, run.id, tally, clock.now()))) return false;
      if (run.begunAt === null) await audit.append(tx, entryOf(run, 'scan.begun', 'done', {}));
      return true;
    });

  const markGone = (run: Run, { seen, unreadableFolders: unreadable }: RunKeeper): Promise<void> =>
    db.write(async (tx) => {
      const walked = { sourceId: run.sourceId, seen, unreadable, at: clock.now() };
      const gone = await folders.markUnseenAsGone(tx, walked);
      await files.markFoldersGone(tx, gone, clock.now());
    });

  /** What there will be to count: what an interrupted walk of this run had counted ahead, or the run before saw. */
  const firstGuess = async (run: Run): Promise<Tally> => {
    const { expected, expectedBytes } = run.tally;
    if (expected !== null) return { ...nothingYet, expected, expectedBytes };
    const before = await runStore.lastDone(db.read, run.sourceId);
    if (before === null) return { ...nothingYet };
    return { ...nothingYet, expected: before.tally.seen, expectedBytes: before.tally.seenBytes };
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
      const { seen, read, failed, foldersUnreadable, places } = tally;
      const details = { state, problem, seen, read, failed, foldersUnreadable, places };
      await audit.append(tx, entryOf(run, 'scan.ended', state === 'failed' ? 'failed' : 'done', details));
    });
  };

  return {
    async handler(job, signal) {
      // First of all, so that a cancellation finds it here or else in the row that is read next.
      const live: UnderWay = { tally: null, cancellation: new AbortController() };
      underWay.set(job.subject, live);
      try {
        const run = await runStore.byPublicId(db.read, job.subject);
        if (run !== null && isOpen(run)) await scan(run, live, signal);
      } finally {
        underWay.delete(job.subject);
      }
    },
    liveTally: (runPublicId) => underWay.get(runPublicId)?.tally ?? null,
    cancel: (runPublicId) => underWay.get(runPublicId)?.cancellation.abort(CANCELLED),
    hurry: (sourceId) => away.forget(sourceId),
    hold: (runPublicId) => underWay.get(runPublicId)?.cancellation.abort(HELD),
  };
}

const MOST_AWAY_MS = 12 * 60 * 60_000;

/**
 * How many files of a run are handed over at a time. One whose bytes are held back keeps the places of the pool for
 * long, so it has a quarter of them; other sources would wait for it.
 */
function turnsOf(atATime: number, megabytesPerSecond: number | null): number {
  return megabytesPerSecond === null ? atATime : Math.max(1, Math.floor(atATime / 4));
}

/** A run under way in this process. */
interface UnderWay {
  tally: Tally | null;
  readonly cancellation: AbortController;
}

function entryOf(
  run: Run,
  what: 'scan.begun' | 'scan.ended' | 'scan.held',
  outcome: RecordEntry['outcome'],
  details: RecordEntry['details'],
): RecordEntry {
  const on = { kind: 'run', id: run.publicId };
  return { who: { kind: 'job', id: 'scan' }, from: null, what, on, purpose: null, outcome, details };
}
