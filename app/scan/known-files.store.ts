import { batchesOf } from '#kernel/batches.ts';
import type { Reader } from '#platform/db/index.ts';
import type { KnownFile } from './file.ts';
import type { FileRow } from './file-rows.store.ts';

/** What a walk asks of the files that are known: only as much at a time as one listing holds. */
export const knownFileStore = {
  /** Of the files with these path keys, those that are known, by the hex of the key; those that are gone included. */
  async known(
    db: Reader,
    { sourceId, runId, pathKeys }: { sourceId: number; runId: number; pathKeys: readonly Buffer[] },
  ): Promise<Map<string, KnownFile>> {
    const known = new Map<string, KnownFile>();
    for (const some of batchesOf(pathKeys, KEYS_AT_A_TIME)) {
      const rows = await db('files')
        .where({ source_id: sourceId })
        .whereIn('path_key', some)
        .select<KnownRow[]>(...KNOWN_COLUMNS, db.raw(PLACES_THIS_RUN, [runId]));
      for (const row of rows) known.set(row.path_key.toString('hex'), knownOf(row));
    }
    return known;
  },

  /** How many files of a folder are still there, and the highest id among them (0: none). */
  async thereIn(db: Reader, folderId: number): Promise<{ count: number; newest: number }> {
    const row = await db('files')
      .where({ folder_id: folderId })
      .whereNull('gone_at')
      .count({ count: '*' })
      .max({ newest: 'id' })
      .first<{ count: number; newest: number | null }>();
    return { count: row.count, newest: row.newest ?? 0 };
  },

  /** The ids of a folder's files that are still there, up to and with `newest`. */
  async idsThereIn(db: Reader, folderId: number, newest: number): Promise<number[]> {
    const rows = await db('files')
      .where({ folder_id: folderId })
      .whereNull('gone_at')
      .where('id', '<=', newest)
      .select('id');
    return rows.map(({ id }) => id);
  },

  /** Whether any file of the source is still there. */
  async anyThere(db: Reader, sourceId: number): Promise<boolean> {
    const row = await db('files').where({ source_id: sourceId }).whereNull('gone_at').first('id');
    return row !== undefined;
  },
};

const KEYS_AT_A_TIME = 500;

export const KNOWN_COLUMNS = [
  'id',
  'public_id',
  'path_key',
  'size',
  'modified_at',
  'identity',
  'status',
  'read_with',
  'read_run',
  'gone_at',
  'risk',
  'pictures',
] as const satisfies readonly (keyof FileRow)[];

export type KnownRow = Pick<FileRow, (typeof KNOWN_COLUMNS)[number]> & { readonly places: number };

export const PLACES_THIS_RUN = `CASE read_run WHEN ?
  THEN (SELECT COALESCE(SUM(count), 0) FROM file_findings WHERE file_id = files.id) ELSE 0 END AS places`;

export function knownOf(row: KnownRow): KnownFile {
  return {
    id: row.id,
    publicId: row.public_id,
    size: row.size,
    modifiedAtMs: row.modified_at,
    identity: row.identity,
    status: row.status,
    readWith: row.read_with,
    readRun: row.read_run,
    gone: row.gone_at !== null,
    risk: row.risk,
    placesThisRun: row.places,
    pictures: row.pictures,
  };
}
