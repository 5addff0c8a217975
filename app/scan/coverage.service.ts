import { setTimeout as pause } from 'node:timers/promises';
import type { Audit, Entry } from '#audit/index.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { By, FolderStore, Sources } from '#sources/index.ts';
import { coverageStore, type TypeEnding, type Unread } from './coverage.store.ts';
import { fileListStore, type Scope } from './file-list.store.ts';
import type { FileStore } from './files.store.ts';
import type { Run } from './run.ts';
import type { Scans } from './scans.service.ts';
import { waitingPictures } from './waiting-pictures.store.ts';

/** What was not read, why, and having it tried again. */
export interface Coverage {
  /** Everything that is there by type and ending, and how many files wait to be tried again; on the record. */
  seen(by: By, scope: Scope): Promise<CoverageSeen>;
  /**
   * Has the next scan read files again that were not read through; at most MOST_AT_ONCE, in the order of their ids.
   * @returns how many were marked now, and how many more there are.
   */
  retry(by: By, unread: Unread): Promise<{ readonly files: number; readonly left: number }>;
  /** The same for one file; marking it twice changes nothing. @throws Failure not-found */
  retryOne(by: By, scope: Scope, publicId: string): Promise<void>;
  /** Starts a scan of each source that has files waiting to be tried again. */
  scanWaiting(by: By): Promise<Run[]>;
}

export interface CoverageSeen {
  readonly endings: readonly TypeEnding[];
  /** Files that the next scan tries again; 0 for whoever sees only their own. */
  readonly waiting: number;
  /** Files whose pictures have not been read yet; 0 for whoever sees only their own. */
  readonly pictures: number;
  /** Folders that could not be listed, the first of them with the source's name; none for whoever sees only their own. */
  readonly folders: { readonly count: number; readonly first: readonly UnreadFolder[] };
}

/** A folder that could not be listed: nobody knows what is in it. */
export interface UnreadFolder {
  readonly source: string;
  readonly path: readonly string[];
  readonly reason: string;
}

/** So many are told by name. */
const MOST_FOLDERS = 100;

/** One press of a button is answered in a few seconds; so many files are a night's reading. */
const MOST_AT_ONCE = 100_000;

export function createCoverage(needs: {
  db: Database;
  audit: Audit;
  files: Pick<FileStore, 'byPublicId'>;
  folders: Pick<FolderStore, 'unreadable'>;
  sources: Pick<Sources, 'all'>;
  scans: Pick<Scans, 'start'>;
}): Coverage {
  const { db, audit, files, folders, sources, scans } = needs;

  const record = (tx: Tx, by: By, entry: Pick<Entry, 'what' | 'on' | 'details'>) =>
    audit.append(tx, { ...by, ...entry, purpose: null, outcome: 'done' });

  const unreadFolders = async (): Promise<CoverageSeen['folders']> => {
    const unread = await folders.unreadable(db.read, MOST_FOLDERS);
    if (unread.count === 0) return { count: 0, first: [] };
    const names = new Map((await sources.all()).map(({ id, name }) => [id, name]));
    const first = unread.folders.map(({ sourceId, path, unreadable }) => ({
      source: names.get(sourceId) ?? '',
      path,
      reason: unreadable ?? '',
    }));
    return { count: unread.count, first };
  };

  return {
    async seen(by, scope) {
      await db.write((tx) =>
        record(tx, by, { what: 'scan.coverage-seen', on: null, details: { scope: scope.kind } }),
      );
      const endings = await coverageStore.endings(db.read, scope);
      if (scope.kind !== 'company')
        return { endings, waiting: 0, pictures: 0, folders: { count: 0, first: [] } };
      const waiting = await coverageStore.waiting(db.read);
      return {
        endings,
        waiting: waiting.reduce((sum, source) => sum + source.files, 0),
        pictures: await waitingPictures.countAll(db.read),
        folders: await unreadFolders(),
      };
    },

    async retry(by, unread) {
      const all = await coverageStore.countUnmarked(db.read, unread);
      const wanted = Math.min(all, MOST_AT_ONCE);
      const details = { files: wanted, reason: unread.reason ?? null, kind: unread.kind ?? null };
      // Asked for: should this stop half-way, the record says more and not less than was done.
      await db.write((tx) => record(tx, by, { what: 'scan.retry-asked', on: null, details }));
      let marked = 0;
      for (let after = 0; marked < wanted;) {
        const most = Math.min(FILES_A_TURN, wanted - marked);
        const ids = await coverageStore.unmarkedAfter(db.read, unread, after, most);
        const last = ids.at(-1);
        if (last === undefined) break;
        after = last;
        const begun = performance.now();
        marked += await db.write((tx) => coverageStore.mark(tx, ids));
        // A scan that is under way gets its turn.
        await pause((performance.now() - begun) / 2);
      }
      return { files: marked, left: Math.max(0, all - marked) };
    },

    async retryOne(by, scope, publicId) {
      const file = await files.byPublicId(db.read, publicId);
      const there = file?.goneAt === null && (await fileListStore.isWithin(db.read, scope, file.id));
      if (!there)
        throw new Failure('not-found', 'there is no such file for this person', 'It may have been deleted.');
      await db.write(async (tx) => {
        const details = { files: await coverageStore.mark(tx, [file.id]), reason: file.reason, kind: null };
        await record(tx, by, { what: 'scan.retry-asked', on: { kind: 'file', id: publicId }, details });
      });
    },

    async scanWaiting(by) {
      const waiting = new Set((await coverageStore.waiting(db.read)).map(({ sourceId }) => sourceId));
      const runs: Run[] = [];
      for (const { id, publicId } of await sources.all())
        if (waiting.has(id)) runs.push(await scans.start(by, publicId));
      return runs;
    },
  };
}

/** Marked in a few milliseconds: so long nobody else writes. */
const FILES_A_TURN = 500;
