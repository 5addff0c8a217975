import { merkleRoot, type Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { FolderStore } from '#sources/index.ts';
import type { FileResult, ReadLeaf } from './file-result.ts';
import { ageOf, keptRisk } from './file-risk.ts';
import type { FileStore } from './files.store.ts';
import { currentWeights } from './risk-weights.service.ts';
import type { WeightsStore } from './risk-weights.store.ts';
import type { Run, Tally } from './run.ts';
import { runStore } from './runs.store.ts';
import { waitingPictures } from './waiting-pictures.store.ts';

/** A folder under way: its row is made together with the first result in it. */
export interface FolderUnderWay {
  readonly path: readonly string[];
  /** Null until its row is written. */
  id: number | null;
}

/** A file's result before its folder's row is known, and before it is weighed. */
export interface PendingFile extends Omit<FileResult, 'folderId' | 'risk'> {
  readonly folder: FolderUnderWay;
}

/**
 * Keeps what a run finds, many files in one transaction: the results, the line of the record with the Merkle root over
 * the files that were read, and the run's tally, all or nothing. A kill costs at most what was not yet flushed; the
 * walk after the restart finds those files unread and reads them again.
 *
 * Each call waits while too much is pending. Once a write has failed every call throws what it failed with.
 */
export interface RunKeeper {
  /** A folder has to be kept before what lies in it. */
  cameBy(folder: FolderUnderWay): Promise<void>;
  file(file: PendingFile): Promise<void>;
  gone(fileIds: readonly number[]): Promise<void>;
  /** They are to be read again with their pictures, after everything that has text. */
  waiting(fileIds: readonly number[]): Promise<void>;
  /** Null: it can be listed again. */
  unreadable(folder: FolderUnderWay, reason: string | null): Promise<void>;
  /** @throws Failure `not-found` when the run is there no more */
  flush(): Promise<void>;
  /** The tally as of the last flush: what is true of the database. */
  readonly kept: Tally;
  /** The ids of all folders that were come by, and of those that could not be listed, as of the last flush. */
  readonly seen: ReadonlySet<number>;
  readonly unreadableFolders: ReadonlySet<number>;
}

export function createRunKeeper(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  files: FileStore;
  folders: FolderStore;
  weights: WeightsStore;
  run: Run;
  tally: Tally;
}): RunKeeper {
  const { db, audit, clock, files, folders, weights, run, tally } = needs;
  const seen = new Set<number>();
  const unreadableFolders = new Set<number>();
  let pending = nothingPending();
  let kept = { ...tally };
  let lastFlush = clock.now().getTime();
  let writing: Promise<void> = Promise.resolve();
  /** The flush that waits for the one under way; it will take everything that is pending when its turn comes. */
  let waiting: Promise<void> | null = null;

  const write = async (batch: Pending, counted: Tally): Promise<void> => {
    const at = clock.now();
    await db.write(async (tx) => {
      if (!(await runStore.keepTally(tx, run.id, counted))) throw removed();
      for (const folder of batch.folders)
        folder.id ??= (await folders.keep(tx, run.sourceId, folder.path)).id;
      for (const { folder, reason } of batch.unreadable)
        await folders.markUnreadable(tx, idOf(folder), reason);
      // In here, so that no file is weighed by a version that another has just taken the place of.
      const version = await currentWeights(tx, weights, clock);
      const results = batch.files.map(({ folder, ...file }) => {
        const ageYears = ageOf(file.modifiedAtMs, at);
        return { ...file, folderId: idOf(folder), risk: keptRisk({ ...file, ageYears }, version) };
      });
      const read = (await files.keep(tx, results)).filter(({ contentMac }) => contentMac !== null);
      await files.markGone(tx, batch.gone, at);
      await waitingPictures.add(tx, batch.waiting);
      if (read.length > 0) await keepOnRecord(tx, read, at);
    });
    kept = counted;
    for (const folder of batch.folders) seen.add(idOf(folder));
    for (const { folder, reason } of batch.unreadable)
      if (reason !== null) unreadableFolders.add(idOf(folder));
  };

  const keepOnRecord = async (tx: Tx, read: readonly ReadLeaf[], at: Date): Promise<void> => {
    const root = merkleRoot(read.map(leafBytes)).toString('hex');
    const { sequence } = await audit.append(tx, {
      who: { kind: 'job', id: 'scan' },
      from: null,
      what: 'scan.files-read',
      on: { kind: 'run', id: run.publicId },
      purpose: null,
      outcome: 'done',
      details: { files: read.length, merkleRoot: root },
    });
    await files.keepReads(tx, sequence, read, at);
  };

  const flush = (): Promise<void> => {
    if (waiting !== null) return waiting;
    waiting = writing.then(async () => {
      waiting = null;
      const batch = pending;
      pending = nothingPending();
      lastFlush = clock.now().getTime();
      await write(batch, { ...tally });
    });
    writing = waiting;
    // Whoever awaits a flush hears of a fault; nobody else must be woken by it.
    writing.catch(() => undefined);
    return writing;
  };

  const flushInTime = async (): Promise<void> => {
    const { values, ...changes } = pending;
    const many = Object.values(changes).some(({ length }) => length >= MOST_CHANGES[0]);
    const late = clock.now().getTime() - lastFlush >= FLUSH_AFTER_MS;
    if (many || late || values >= MOST_CHANGES[1]) await flush();
  };

  return {
    get kept() {
      return kept;
    },
    seen,
    unreadableFolders,
    async cameBy(folder) {
      if (folder.id !== null) {
        seen.add(folder.id);
        return;
      }
      pending.folders.push(folder);
      await flushInTime();
    },
    async unreadable(folder, reason) {
      pending.unreadable.push({ folder, reason });
      await flushInTime();
    },
    async gone(fileIds) {
      for (const id of fileIds) pending.gone.push(id);
      if (fileIds.length > 0) await flushInTime();
    },
    async waiting(fileIds) {
      for (const id of fileIds) pending.waiting.push(id);
      await flushInTime();
    },
    async file(file) {
      pending.files.push(file);
      pending.values += file.values.length;
      await flushInTime();
    },
    flush,
  };
}

/**
 * What a leaf of the Merkle tree covers: the file's row id and the HMAC of its content, as `file_reads` keeps both
 * (docs/formats/file-reads.md).
 */
export function leafBytes({ fileId, contentMac }: ReadLeaf): Buffer {
  return Buffer.from(`${fileId}\n${contentMac?.toString('hex') ?? ''}`);
}

/** Files (or folders) in one transaction, and values in them: one file may hold thousands. */
const MOST_CHANGES = [200, 4000] as const;
/** Also how old the numbers on the page of a running scan may be. */
const FLUSH_AFTER_MS = 500;

interface Pending {
  readonly folders: FolderUnderWay[];
  readonly unreadable: { folder: FolderUnderWay; reason: string | null }[];
  readonly files: PendingFile[];
  readonly gone: number[];
  readonly waiting: number[];
  /** How many values the files hold, in all. */
  values: number;
}

function nothingPending(): Pending {
  return { folders: [], unreadable: [], files: [], gone: [], waiting: [], values: 0 };
}

function idOf(folder: FolderUnderWay): number {
  if (folder.id === null) throw new Error('a folder has to be kept before what lies in it');
  return folder.id;
}

function removed(): Failure {
  return new Failure(
    'not-found',
    'the source was removed while it was being scanned',
    'Add it again to scan it.',
  );
}
