import type { Knex } from 'knex';
import type { Category, DocumentKind, FindingType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import { KIND_TYPES, type FileKind, type KindTypes } from './file-kind.ts';
import type { FileStatus, RiskBand } from './file.ts';
import type { FileRow } from './file-rows.store.ts';

/** Whose files a person may see. */
export type Scope = { readonly kind: 'company' } | { readonly kind: 'own'; readonly personId: string };

export interface FileFilter {
  /** `any`: every band but `none`. */
  readonly risk?: RiskBand | 'any' | undefined;
  readonly category?: Category | undefined;
  readonly type?: FindingType | undefined;
  readonly document?: DocumentKind | undefined;
  readonly status?: FileStatus | undefined;
  /** Why it was not read through. */
  readonly reason?: UnreadReason | undefined;
  readonly kind?: FileKind | undefined;
  readonly sourceId?: number | undefined;
  /** The folder and everything below it. */
  readonly folderId?: number | undefined;
  /** Not changed since. */
  readonly before?: Date | undefined;
  /** Changed since. */
  readonly since?: Date | undefined;
}

/** Where a page begins: behind this file in the order of falling points. */
export interface Cursor {
  readonly points: number;
  readonly id: number;
}

export const fileListStore = {
  /** Files that are still there, the riskiest first; among equals the one found first. */
  async page(
    db: Reader,
    scope: Scope,
    filter: FileFilter,
    after: Cursor | null,
    limit: number,
  ): Promise<FileRow[]> {
    const order = [{ column: 'files.risk_points', order: 'desc' }, { column: 'files.id' }];
    const wanted = filtered(db, scope, filter).orderBy(order).limit(limit).select('files.id');
    if (after !== null) {
      // Not a plain OR: so an index begins at the points.
      wanted.where('files.risk_points', '<=', after.points).where((behind) => {
        behind.where('files.risk_points', '<', after.points).orWhere('files.id', '>', after.id);
      });
    }
    // Which files first, and only then their rows: the index `files_there` answers the former alone.
    return db('files').whereIn('files.id', wanted).orderBy(order).select<FileRow[]>('files.*');
  },

  async count(db: Reader, scope: Scope, filter: FileFilter): Promise<number> {
    const row = await filtered(db, scope, filter).count({ count: '*' }).first<{ count: number }>();
    return row.count;
  },

  /** Whether this file is among those that the scope may see. */
  async isWithin(db: Reader, scope: Scope, fileId: number): Promise<boolean> {
    const row = await filtered(db, scope, {}, true)
      .where('files.id', fileId)
      .first<{ id: number } | undefined>('files.id');
    return row !== undefined;
  },
};

export function filtered(db: Reader | Tx, scope: Scope, filter: FileFilter, goneToo = false) {
  const query = db('files');
  if (!goneToo) query.whereNull('files.gone_at');
  if (scope.kind === 'own') {
    query.whereIn('files.folder_id', db('folders').where({ owner_id: scope.personId }).select('id'));
  }
  if (filter.risk === 'any') query.whereNot('files.risk', 'none');
  else if (filter.risk !== undefined) query.where('files.risk', filter.risk);
  if (filter.document !== undefined) query.where('files.document_type', filter.document);
  if (filter.status !== undefined) query.where('files.status', filter.status);
  if (filter.reason !== undefined) query.where('files.reason', filter.reason);
  if (filter.kind !== undefined) query.where(amongTypesOf(db, filter.kind));
  // The plus keeps SQLite from an index on the source, or the folder, alone: a source may be everything there is, and
  // `files_there` answers in the order of the list.
  if (filter.sourceId !== undefined) query.whereRaw('+files.source_id = ?', [filter.sourceId]);
  if (filter.before !== undefined) query.where('files.modified_at', '<', filter.before.getTime());
  if (filter.since !== undefined) query.where('files.modified_at', '>=', filter.since.getTime());
  const { category, type, folderId } = filter;
  if (category !== undefined || type !== undefined) {
    query.whereIn('files.id', (found) => {
      found.from('file_findings').select('file_id');
      if (category !== undefined) found.where({ category });
      if (type !== undefined) found.where({ type });
    });
  }
  if (folderId !== undefined) {
    query.whereRaw(
      `+files.folder_id IN (
         WITH RECURSIVE below (id) AS (
           VALUES (CAST(? AS INTEGER)) UNION ALL SELECT folders.id FROM folders JOIN below ON folders.parent_id = below.id
         ) SELECT id FROM below)`,
      [folderId],
    );
  }
  return query;
}

/**
 * First which types there are of the kind, out of the index `files_coverage`: asked of each file in the order of the
 * list, a million files were looked up for a kind of which there are few.
 */
function amongTypesOf(db: Reader | Tx, kind: FileKind) {
  const types = db('files').whereNull('files.gone_at').distinct('files.mime');
  ofKind(types, kind);
  return (which: Knex.QueryBuilder) => {
    which.whereIn('files.mime', types);
    // NULL is in no list.
    if (kind === 'other') which.orWhereNull('files.mime');
  };
}

/** By the same table as kindOf. No beginning has a character that means something to LIKE. */
export function ofKind(query: Knex.QueryBuilder, kind: FileKind): void {
  const fits =
    ({ types, beginnings }: KindTypes) =>
    (which: Knex.QueryBuilder) => {
      which.whereIn('files.mime', [...types]);
      for (const beginning of beginnings) which.orWhereLike('files.mime', `${beginning}%`);
    };
  if (kind !== 'other') query.where(fits(KIND_TYPES[kind]));
  else
    query.where((none) => {
      none.whereNull('files.mime').orWhereNot((known) => {
        for (const types of Object.values(KIND_TYPES)) known.orWhere(fits(types));
      });
    });
}
