import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type { Entry, FolderListing, FolderStore, Source, UnreadableFolder } from '#sources/index.ts';
import { countAhead } from './count-ahead.ts';
import type { KnownFile } from './file.ts';
import type { FileInspector, FilePlace } from './file-inspector.ts';
import type { FileStore } from './files.store.ts';
import { createPace } from './pace.ts';
import { isCurrent, type Readers } from './reader-print.ts';
import type { Run, Tally } from './run.ts';
import type { FolderUnderWay, PendingFile, RunKeeper } from './run-keeper.ts';

/** The folders that a walk came by and those among them that it could not list, by id. */
export interface Walked {
  readonly seen: ReadonlySet<number>;
  readonly unreadable: ReadonlySet<number>;
}

/**
 * Walks a source once: compares each listing with what is known, has the files that are new or changed inspected,
 * several at a time, and hands all results to the keeper. A file that is unchanged costs its place in the listing.
 * When the signal aborts, what was found until then is kept, and the signal's reason thrown.
 */
export function createRunWalk(needs: {
  db: Database;
  files: FileStore;
  folders: FolderStore;
  inspector: FileInspector;
  readers: Readers;
  keeper: RunKeeper;
  run: Run;
  tally: Tally;
  source: Source;
  filesPerSecond: number | null;
}): (signal: AbortSignal) => Promise<Walked> {
  const { db, files, folders, inspector, readers, keeper, run, tally, source } = needs;
  const pace = createPace(needs.filesPerSecond);
  const seen: FolderUnderWay[] = [];
  const unreadable: FolderUnderWay[] = [];
  const underWay = new Set<Promise<void>>();
  let fault: { readonly error: unknown } | null = null;

  const enter = async (path: readonly string[]): Promise<OpenFolder> => {
    const row = await folders.at(db.read, run.sourceId, path);
    const folder: FolderUnderWay = { path, id: row === null || row.gone ? null : row.id };
    if (folder.id === null) keeper.folder(folder);
    if (row !== null && row.unreadable !== null) keeper.unreadable(folder, null);
    seen.push(folder);
    return {
      folder,
      known: row === null ? new Map<string, KnownFile>() : await files.knownIn(db.read, row.id),
    };
  };

  const list = async (open: OpenFolder, listing: FolderListing, signal: AbortSignal): Promise<void> => {
    for (const entry of listing.entries) {
      const pathKey = folders.pathKey(run.sourceId, [...open.folder.path, entry.name]);
      const known = open.known.get(pathKey.toString('hex')) ?? null;
      open.known.delete(pathKey.toString('hex'));
      await visit(entry, { known, pathKey, folder: open.folder }, signal);
    }
    // What the listings did not name is gone.
    if (listing.complete) {
      keeper.gone([...open.known.values()].filter(({ gone }) => !gone).map(({ id }) => id));
    }
  };

  const visit = async (entry: Entry, place: FilePlace, signal: AbortSignal): Promise<void> => {
    const { known } = place;
    if (entry.kind !== 'file') {
      count(entry);
      tally.special++;
      if (known?.gone !== false || known.identity !== entry.kind) {
        await keeper.file(inspector.notOpened(entry, place, run));
      }
      return;
    }
    if (known !== null && isUnchanged(known, entry.size, entry.modifiedAtMs, entry.identity)) {
      count(entry);
      if (known.readRun !== run.id) tally.unchanged++;
      return;
    }
    await turn(signal);
    begin(async () => {
      const result = await inspector.inspect({ source, entry, place, run, signal });
      if (result === 'cancelled') return;
      count(entry);
      if (result !== 'vanished') return keep(result);
      tally.vanished++;
      if (known?.gone === false) keeper.gone([known.id]);
    });
  };

  const keep = async (result: PendingFile): Promise<void> => {
    tally.read++;
    tally.readBytes += result.size;
    tally[result.status]++;
    tally.findings += result.counts.reduce((sum, { count: places }) => sum + places, 0);
    if (result.risk !== 'none') tally.withFindings++;
    await keeper.file(result);
  };

  const count = (entry: Entry): void => {
    tally.seen++;
    if (entry.kind === 'file') tally.seenBytes += entry.size;
  };

  /** Unchanged: read by what would read it now, and not failed; a failed file is tried once in each run. */
  const isUnchanged = (known: KnownFile, size: number, modifiedAtMs: number, identity: string): boolean =>
    !known.gone &&
    (known.status !== 'failed' || known.readRun === run.id) &&
    known.size === size &&
    known.modifiedAtMs === modifiedAtMs &&
    known.identity === identity &&
    isCurrent(known.readWith, readers);

  /** Waits until the pace allows one more file, and there is room for it. */
  const turn = async (signal: AbortSignal): Promise<void> => {
    await pace(signal);
    while (underWay.size >= inspector.atATime) await Promise.race(underWay);
    if (fault !== null) throw fault.error;
    signal.throwIfAborted();
  };

  const begin = (work: () => Promise<void>): void => {
    const task: Promise<void> = work()
      .catch((error: unknown) => {
        fault ??= { error };
      })
      .finally(() => underWay.delete(task));
    underWay.add(task);
  };

  /** A folder that vanished between its name and its listing is just gone. Without its root there is no scan. */
  const noteUnreadable = async (listing: UnreadableFolder): Promise<void> => {
    if (listing.folder.length === 0) {
      throw new Failure(
        'unavailable',
        'the root of the source cannot be listed',
        'See that the folder is there, that it is mounted, and that the appliance may read it; then scan again.',
      );
    }
    if (listing.reason === 'vanished') return;
    const { folder } = await enter(listing.folder);
    tally.foldersUnreadable++;
    unreadable.push(folder);
    keeper.unreadable(folder, listing.reason);
  };

  const walk = async (signal: AbortSignal): Promise<void> => {
    let open: OpenFolder | null = null;
    for await (const listing of source.walk()) {
      signal.throwIfAborted();
      if (listing.kind === 'unreadable') {
        await noteUnreadable(listing);
        open = null;
        continue;
      }
      open ??= await enter(listing.folder);
      await list(open, listing, signal);
      if (listing.complete) open = null;
    }
  };

  return async (signal) => {
    const counting = new AbortController();
    const counted =
      tally.expected === null ? countAhead(source, tally, AbortSignal.any([signal, counting.signal])) : null;
    try {
      await walk(signal);
      await Promise.all(underWay);
      if (fault !== null) throw fault.error;
      signal.throwIfAborted();
    } finally {
      counting.abort();
      await counted;
      await Promise.all(underWay);
      await keeper.flush();
    }
    return { seen: idsOf(seen), unreadable: idsOf(unreadable) };
  };
}

/** A folder that is being listed, with the files that were known in it and have not come up yet. */
interface OpenFolder {
  readonly folder: FolderUnderWay;
  readonly known: Map<string, KnownFile>;
}

function idsOf(folders: readonly FolderUnderWay[]): Set<number> {
  return new Set(folders.flatMap(({ id }) => (id === null ? [] : [id])));
}
