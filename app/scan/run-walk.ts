import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type {
  Entry,
  FileEntry,
  FolderListing,
  FolderStore,
  Source,
  UnreadableFolder,
} from '#sources/index.ts';
import { countAhead } from './count-ahead.ts';
import type { KnownFile } from './file.ts';
import type { FileInspector, FilePlace } from './file-inspector.ts';
import { knownFileStore } from './known-files.store.ts';
import { createPace } from './pace.ts';
import { isCurrent, type Readers } from './reader-print.ts';
import type { Run, Tally } from './run.ts';
import type { FolderUnderWay, PendingFile, RunKeeper } from './run-keeper.ts';
import { createUnderWay } from './under-way.ts';

/**
 * Walks a source once: compares each listing with what is known, has the files that are new or changed inspected,
 * several at a time, and hands all results to the keeper. A file that is unchanged costs its place in the listing.
 * What was found is kept also when the walk ends early: when the signal aborts it throws the signal's reason.
 */
export function createRunWalk(needs: {
  db: Database;
  folders: FolderStore;
  inspector: FileInspector;
  readers: Readers;
  keeper: RunKeeper;
  run: Run;
  tally: Tally;
  source: Source;
  filesPerSecond: number | null;
  /** How many files are handed over at a time. */
  atATime: number;
  /** Whether the pictures that are left are read afterwards. */
  readsPictures: boolean;
}): (signal: AbortSignal) => Promise<void> {
  const { db, folders, inspector, readers, keeper, run, tally, source, readsPictures } = needs;
  const pace = createPace(needs.filesPerSecond);
  const underWay = createUnderWay(needs.atATime);

  const enter = async (path: readonly string[]): Promise<OpenFolder> => {
    const row = await folders.at(db.read, run.sourceId, path);
    const folder: FolderUnderWay = { path, id: row === null || row.gone ? null : row.id };
    await keeper.cameBy(folder);
    if (row !== null && row.unreadable !== null) await keeper.unreadable(folder, null);
    const before = row === null ? null : { id: row.id, ...(await knownFileStore.thereIn(db.read, row.id)) };
    return { folder, before, listed: new Set() };
  };

  const list = async (open: OpenFolder, listing: FolderListing, signal: AbortSignal): Promise<void> => {
    const { folder } = open;
    const keyOf = ({ name }: Entry): Buffer => folders.pathKey(run.sourceId, [...folder.path, name]);
    const pathKeys = listing.entries.map(keyOf);
    const wanted = { sourceId: run.sourceId, runId: run.id, pathKeys };
    const known = open.before === null ? NONE : await knownFileStore.known(db.read, wanted);
    for (const [index, entry] of listing.entries.entries()) {
      const pathKey = pathKeys[index] ?? keyOf(entry);
      const before = known.get(pathKey.toString('hex')) ?? null;
      if (before?.gone === false) open.listed.add(before.id);
      await visit(entry, { known: before, pathKey, folder }, signal);
    }
  };

  const visit = async (entry: Entry, place: FilePlace, signal: AbortSignal): Promise<void> => {
    if (entry.kind === 'file') return visitFile(entry, place, signal);
    count(entry);
    tally.special++;
    const { known } = place;
    if (known?.gone !== false || known.identity !== entry.kind)
      await keeper.file(inspector.notOpened(entry, place, run));
  };

  const visitFile = async (entry: FileEntry, place: FilePlace, signal: AbortSignal): Promise<void> => {
    const { known } = place;
    if (known !== null && isUnchanged(known, entry)) {
      count(entry);
      if (known.readRun === run.id) countRead(known, known.placesThisRun, known.risk !== 'none');
      else tally.unchanged++;
      return;
    }
    if (known !== null && isForPictures(known, entry)) {
      count(entry);
      tally.unchanged++;
      await keeper.waiting([known.id]);
      return;
    }
    await pace(signal);
    await underWay.room();
    signal.throwIfAborted();
    underWay.begin(async () => {
      const result = await inspector.inspect({ source, entry, place, run, signal });
      if (result === 'cancelled') return;
      count(entry);
      if (result !== 'vanished') return keep(result);
      tally.vanished++;
      if (known?.gone === false) await keeper.gone([known.id]);
    });
  };

  const keep = async (result: PendingFile): Promise<void> => {
    const places = result.counts.reduce((sum, { count: ofType }) => sum + ofType, 0);
    countRead(result, places, result.counts.length > 0);
    await keeper.file(result);
  };

  const countRead = (file: Pick<KnownFile, 'size' | 'status'>, places: number, found: boolean): void => {
    tally.read++;
    tally.readBytes += file.size;
    tally[file.status]++;
    tally.places += places;
    if (found) tally.withFindings++;
  };

  const count = (entry: Entry): void => {
    tally.seen++;
    if (entry.kind === 'file') tally.seenBytes += entry.size;
  };

  /** Unchanged: read by what would read it now, and not failed; a failed file is tried once in each run. */
  const isUnchanged = (known: KnownFile, entry: FileEntry): boolean =>
    isSame(known, entry) &&
    (known.status !== 'failed' || known.readRun === run.id) &&
    isCurrent(known.readWith, readers);

  /** The same file, to be read anew because its readers are others: with its pictures at once, or those would be lost. */
  const isForPictures = (known: KnownFile, entry: FileEntry): boolean =>
    readsPictures && known.pictures !== null && known.status !== 'failed' && isSame(known, entry);

  /** The whole folder has been listed: what was there before and did not come up is gone. */
  const close = async ({ before, listed }: OpenFolder): Promise<void> => {
    if (before === null || before.count === listed.size) return;
    const ids = await knownFileStore.idsThereIn(db.read, before.id, before.newest);
    await keeper.gone(ids.filter((id) => !listed.has(id)));
  };

  /** A folder that vanished between its name and its listing is just gone. Without its root there is no scan. */
  const noteUnreadable = async (listing: UnreadableFolder, open: OpenFolder | null): Promise<void> => {
    if (listing.folder.length === 0) throw rootFailure('the root of the source cannot be listed');
    if (listing.reason === 'vanished') return;
    const { folder } = open ?? (await enter(listing.folder));
    tally.foldersUnreadable++;
    await keeper.unreadable(folder, listing.reason);
  };

  const walk = async (signal: AbortSignal): Promise<void> => {
    let open: OpenFolder | null = null;
    let emptyRoot: OpenFolder | null = null;
    let listings = 0;
    for await (const listing of source.walk()) {
      signal.throwIfAborted();
      listings++;
      if (listing.kind === 'unreadable') {
        await noteUnreadable(listing, open);
        open = null;
        continue;
      }
      open ??= await enter(listing.folder);
      await list(open, listing, signal);
      if (!listing.complete) continue;
      if (listing.folder.length === 0 && listing.entries.length === 0 && listings === 1) emptyRoot = open;
      else await close(open);
      open = null;
    }
    if (emptyRoot === null) return;
    // An empty folder is what an unmounted share looks like: nothing is declared gone because of it.
    if (listings === 1 && (await knownFileStore.anyThere(db.read, run.sourceId)))
      throw rootFailure('the root of the source is empty, and was not before');
    await close(emptyRoot);
  };

  return async (signal) => {
    const counting = new AbortController();
    const counted =
      tally.expected === null ? countAhead(source, tally, AbortSignal.any([signal, counting.signal])) : null;
    try {
      await walk(signal);
      await underWay.settled();
      underWay.throwIfFailed();
      signal.throwIfAborted();
    } finally {
      counting.abort();
      await counted;
      await underWay.settled();
      await keeper.flush();
    }
  };
}

function isSame(known: KnownFile, { size, modifiedAtMs, identity }: FileEntry): boolean {
  return (
    !known.gone && known.size === size && known.modifiedAtMs === modifiedAtMs && known.identity === identity
  );
}

/** A folder that is being listed. */
interface OpenFolder {
  readonly folder: FolderUnderWay;
  /** Its row, and which files were there when the walk came to it; null for a folder that is new. */
  readonly before: { readonly id: number; readonly count: number; readonly newest: number } | null;
  /** Those of them that came up. */
  readonly listed: Set<number>;
}

const NONE: ReadonlyMap<string, KnownFile> = new Map();

function rootFailure(message: string): Failure {
  return new Failure(
    'unavailable',
    message,
    'See that the folder is there, that it is mounted, and that the appliance may read it; then scan again. ' +
      'If it is meant to be empty, remove the source.',
  );
}
