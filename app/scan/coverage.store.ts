import { batchesOf } from '#kernel/batches.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { FileKind } from './file-kind.ts';
import type { FileStatus } from './file.ts';
import { filtered, ofKind, type Scope } from './file-list.store.ts';

/** Files of one MIME type that ended alike. */
export interface TypeEnding {
  readonly mime: string | null;
  readonly status: FileStatus;
  readonly reason: UnreadReason | null;
  readonly files: number;
}

/** Which of the files that were not read through; both left out: all of them. */
export interface Unread {
  readonly reason?: UnreadReason | undefined;
  readonly kind?: FileKind | undefined;
}

/** What was read and what was not, over files that are still there; and which of them are to be read again. */
export const coverageStore = {
  /** One question for the whole page, so that its sums agree. The index `files_coverage` alone answers it. */
  async endings(db: Reader, scope: Scope): Promise<TypeEnding[]> {
    return filtered(db, scope, {})
      .groupBy('files.mime', 'files.status', 'files.reason')
      .select<TypeEnding[]>('files.mime', 'files.status', 'files.reason')
      .count({ files: '*' });
  },

  /** How many could be marked and are not yet. */
  async countUnmarked(db: Reader, unread: Unread): Promise<number> {
    const row = await unmarked(db, unread).count({ count: '*' }).first<{ count: number }>();
    return row.count;
  },

  /** The next of them by id. */
  async unmarkedAfter(db: Reader, unread: Unread, after: number, limit: number): Promise<number[]> {
    const rows = await unmarked(db, unread)
      .where('files.id', '>', after)
      .orderBy('files.id')
      .limit(limit)
      .select<{ id: number }[]>('files.id');
    return rows.map(({ id }) => id);
  },

  /**
   * The next scan reads them whether they have changed or not; what was found in them stays until then.
   * @returns how many were not marked before
   */
  async mark(tx: Tx, ids: readonly number[]): Promise<number> {
    let marked = 0;
    for (const some of batchesOf(ids, IDS_AT_A_TIME))
      marked += await unmarked(tx, {}).whereIn('files.id', some).update({ read_with: AGAIN });
    return marked;
  },

  /** How many files of each source are marked. */
  async waiting(db: Reader): Promise<{ sourceId: number; files: number }[]> {
    return db('files')
      .whereNull('gone_at')
      .whereRaw(`read_with = '${AGAIN}'`)
      .groupBy('source_id')
      .select<{ sourceId: number; files: number }[]>({ sourceId: 'source_id' })
      .count({ files: '*' });
  },
};

/** Stands where the print of the readers stood. No reader has this print, so the file is not up to date. */
export const AGAIN = 'again';

const IDS_AT_A_TIME = 500;

/** Written out, as in the index `files_unread`. What is no file, such as a link, is never read: there is no point. */
function unmarked(db: Reader | Tx, { reason, kind }: Unread) {
  const query = filtered(db, { kind: 'company' }, { reason })
    .whereRaw("files.status <> 'scanned'")
    .whereNot('files.read_with', AGAIN)
    .whereNotIn('files.identity', ['link', 'other', 'unreadable']);
  if (kind !== undefined) ofKind(query, kind);
  return query;
}
