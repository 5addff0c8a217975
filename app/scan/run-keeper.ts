import { merkleRoot, type Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { FolderStore } from '#sources/index.ts';
import type { FileResult, FileStore, ReadLeaf } from './files.store.ts';
import type { Run, Tally } from './run.ts';
import { runStore } from './runs.store.ts';

/** A folder under way: its row is made together with the first result in it. */
export interface FolderUnderWay {
  readonly path: readonly string[];
  /** Null until its row is written. */
  id: number | null;
}

/** A file's result before its folder's row is known. */
export interface PendingFile extends Omit<FileResult, 'folderId'> {
  readonly folder: FolderUnderWay;
}

/**
 * Keeps what a run finds, many files in one transaction: the results, the line of the record with the Merkle root over
 * the files that were read, and the run's tally, all or nothing. A kill costs at most what was not yet flushed; the
 * walk after the restart finds those files unread and reads them again.
 */
export interface RunKeeper {
  folder(folder: FolderUnderWay): void;
  /** Waits while too much is pending. */
  file(file: PendingFile): Promise<void>;
  gone(fileIds: readonly number[]): void;
  unreadable(folder: FolderUnderWay, reason: string | null): void;
  flush(): Promise<void>;
}

export function createRunKeeper(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  files: FileStore;
  folders: FolderStore;
  run: Run;
  tally: Tally;
}): RunKeeper {
  const { db, audit, clock, files, folders, run, tally } = needs;
  let pending = nothingPending();
  let flushing: Promise<void> = Promise.resolve();
  let lastFlush = clock.now().getTime();

  const write = async (batch: Pending, counted: Tally): Promise<void> => {
    const at = clock.now();
    await db.write(async (tx) => {
      for (const folder of batch.folders)
        folder.id ??= (await folders.keep(tx, run.sourceId, folder.path)).id;
      for (const { folder, reason } of batch.unreadable)
        await folders.markUnreadable(tx, idOf(folder), reason);
      const read: ReadLeaf[] = [];
      for (const { folder, ...file } of batch.files) {
        const leaf = await files.keep(tx, { ...file, folderId: idOf(folder) });
        if (leaf.contentMac !== null) read.push(leaf);
      }
      await files.markGone(tx, batch.gone, at);
      if (read.length > 0) await keepOnRecord(tx, read, at);
      await runStore.keepTally(tx, run.id, counted);
    });
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
    flushing = flushing.then(async () => {
      const batch = pending;
      pending = nothingPending();
      lastFlush = clock.now().getTime();
      await write(batch, { ...tally });
    });
    // The caller that awaits the next flush hears of a fault; nobody else must be woken by it.
    flushing.catch(() => undefined);
    return flushing;
  };

  return {
    folder: (folder) => void pending.folders.push(folder),
    unreadable: (folder, reason) => void pending.unreadable.push({ folder, reason }),
    gone: (fileIds) => fileIds.forEach((id) => void pending.gone.push(id)),
    async file(file) {
      pending.files.push(file);
      const waited = clock.now().getTime() - lastFlush;
      if (pending.files.length >= FILES_AT_A_TIME || waited >= FLUSH_AFTER_MS) await flush();
    },
    flush,
  };
}

/** What a leaf of the Merkle tree covers (docs/formats/audit-chain.md): the file's id and its content's HMAC. */
export function leafBytes({ publicId, contentMac }: Pick<ReadLeaf, 'publicId' | 'contentMac'>): Buffer {
  return Buffer.from(`${publicId}\n${contentMac?.toString('hex') ?? ''}`);
}

const FILES_AT_A_TIME = 200;
/** Also how old the numbers on the page of a running scan may be. */
const FLUSH_AFTER_MS = 500;

interface Pending {
  readonly folders: FolderUnderWay[];
  readonly unreadable: { folder: FolderUnderWay; reason: string | null }[];
  readonly files: PendingFile[];
  readonly gone: number[];
}

function nothingPending(): Pending {
  return { folders: [], unreadable: [], files: [], gone: [] };
}

function idOf(folder: FolderUnderWay): number {
  if (folder.id === null) throw new Error('a folder has to be kept before what lies in it');
  return folder.id;
}
