import type { Database } from '#platform/db/index.ts';
import type { FolderStore, Source } from '#sources/index.ts';
import type { FileInspector } from './file-inspector.ts';
import type { FileStore } from './files.store.ts';
import { createPace } from './pace.ts';
import type { Run, Tally } from './run.ts';
import type { RunKeeper } from './run-keeper.ts';
import { createUnderWay } from './under-way.ts';
import { waitingPictures, type WaitingFile } from './waiting-pictures.store.ts';

/**
 * Reads the files again whose pictures the walk left: scans and photographs take seconds where text takes
 * milliseconds, so all text comes first. Each replaces what the walk kept of its file, in the tally too. A run that is
 * interrupted goes on with those that still wait; so does the next run.
 */
export function createRunPictures(needs: {
  db: Database;
  files: FileStore;
  folders: FolderStore;
  inspector: FileInspector;
  keeper: RunKeeper;
  run: Run;
  tally: Tally;
  source: Source;
  filesPerSecond: number | null;
  /** How many files are handed over at a time. */
  atATime: number;
}): (signal: AbortSignal) => Promise<void> {
  const { db, files, folders, inspector, keeper, run, tally, source } = needs;
  const pace = createPace(needs.filesPerSecond);
  const underWay = createUnderWay(needs.atATime);

  const read = async (file: WaitingFile, path: readonly string[], signal: AbortSignal): Promise<void> => {
    const { known, pathKey, folderId } = file;
    const { size, modifiedAtMs, identity } = known;
    const result = await inspector.inspect({
      source,
      // As the walk listed it: one that has changed since is read again by the next run.
      entry: { kind: 'file', name: files.nameOf(file.sealedName), size, modifiedAtMs, identity },
      place: { folder: { path, id: folderId }, pathKey, known },
      run,
      signal,
      pictures: true,
    });
    if (result === 'cancelled') return;
    tally.picturesRead++;
    // One that is gone stays as the walk kept it, until a walk does not come by it.
    if (result === 'vanished') return;
    if (known.readRun === run.id) takeBack(file);
    else tally.unchanged--;
    tally.read++;
    tally.readBytes += size;
    tally[result.status]++;
    tally.places += result.counts.reduce((sum, { count }) => sum + count, 0);
    if (result.counts.length > 0) tally.withFindings++;
    await keeper.file(result);
  };

  /** What the walk of this very run had counted for it. */
  const takeBack = ({ known }: WaitingFile): void => {
    tally.read--;
    tally.readBytes -= known.size;
    tally[known.status]--;
    tally.places -= known.placesThisRun;
    if (known.risk !== 'none') tally.withFindings--;
  };

  const readAll = async (signal: AbortSignal): Promise<void> => {
    for (let after = 0; ;) {
      const some = await waitingPictures.next(db.read, {
        sourceId: run.sourceId,
        runId: run.id,
        after,
        limit: AT_A_TIME,
      });
      const paths = await folders.byIds(db.read, [...new Set(some.map(({ folderId }) => folderId))]);
      for (const file of some) {
        after = file.known.id;
        const folder = paths.get(file.folderId);
        if (folder === undefined) continue;
        await pace(signal);
        await underWay.room();
        signal.throwIfAborted();
        underWay.begin(() => read(file, folder.path, signal));
      }
      if (some.length < AT_A_TIME) return;
    }
  };

  return async (signal) => {
    tally.picturesExpected = await waitingPictures.count(db.read, run.sourceId);
    if (tally.picturesExpected === 0) return;
    try {
      await readAll(signal);
      await underWay.settled();
      underWay.throwIfFailed();
      signal.throwIfAborted();
    } finally {
      await underWay.settled();
      await keeper.flush();
    }
  };
}

const AT_A_TIME = 200;
