import { batchesOf } from '#kernel/batches.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import { knownOf, KNOWN_COLUMNS, PLACES_THIS_RUN, type KnownRow } from './known-files.store.ts';
import type { FileRow } from './file-rows.store.ts';
import type { KnownFile } from './file.ts';

/** A file whose pictures wait to be read, as the last walk listed it. */
export interface WaitingFile {
  readonly known: KnownFile;
  readonly pathKey: Buffer;
  readonly folderId: number;
  /** Still sealed: `FileStore.nameOf` opens it. */
  readonly sealedName: Buffer;
}

/** The files whose pictures wait: a queue behind everything that has text, which lasts over restarts. */
export const waitingPictures = {
  async count(db: Reader, sourceId: number): Promise<number> {
    const row = await waitingOf(db, sourceId).count({ count: '*' }).first<{ count: number }>();
    return row.count;
  },

  /** Of all sources. */
  async countAll(db: Reader): Promise<number> {
    const row = await db('files')
      .whereRaw("pictures = 'waiting'")
      .whereNull('gone_at')
      .count({ count: '*' })
      .first<{ count: number }>();
    return row.count;
  },

  /** The next of them by id. */
  async next(
    db: Reader,
    { sourceId, runId, after, limit }: { sourceId: number; runId: number; after: number; limit: number },
  ): Promise<WaitingFile[]> {
    const rows = await waitingOf(db, sourceId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .select<(KnownRow & Pick<FileRow, 'folder_id' | 'name'>)[]>(
        ...KNOWN_COLUMNS,
        'folder_id',
        'name',
        db.raw(PLACES_THIS_RUN, [runId]),
      );
    return rows.map((row) => ({
      known: knownOf(row),
      pathKey: row.path_key,
      folderId: row.folder_id,
      sealedName: row.name,
    }));
  },

  /** They are to be read again with their pictures; what was found in them stays until then. */
  async add(tx: Tx, ids: readonly number[]): Promise<void> {
    for (const some of batchesOf(ids, IDS_AT_A_TIME))
      await tx('files').whereIn('id', some).update({ pictures: 'waiting' });
  },
};

const IDS_AT_A_TIME = 500;

function waitingOf(db: Reader, sourceId: number) {
  return db('files').where({ source_id: sourceId, pictures: 'waiting' }).whereNull('gone_at');
}
