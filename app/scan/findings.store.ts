import { batchesOf } from '#kernel/batches.ts';
import { newId } from '#kernel/ids.ts';
import type { Category, FindingType } from '#detect/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { FileResult, FoundValue } from './file-result.ts';
import type { FileFinding, TypeCount } from './file.ts';
import { keptContent } from './kept.schema.ts';

interface TypeCountRow {
  file_id: number;
  type: FindingType;
  category: Category;
  count: number;
  distinct_count: number;
  confidence: number;
}

interface FindingRow {
  id: number;
  public_id: string;
  file_id: number;
  type: FindingType;
  category: Category;
  confidence: number;
  count: number;
  blind_index: Buffer;
  sealed: Buffer;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    file_findings: TypeCountRow;
    findings: FindingRow;
  }
}

/** What was found in files: how much of each type, and the values themselves. */
export interface FindingStore {
  keep(tx: Tx, found: readonly (Pick<FileResult, 'counts' | 'values'> & { fileId: number })[]): Promise<void>;
  /** What an earlier scan found in these files. */
  forget(tx: Tx, fileIds: readonly number[]): Promise<void>;
  /** By file id; a file without findings has an empty list. */
  countsOf(db: Reader | Tx, fileIds: readonly number[]): Promise<Map<number, TypeCount[]>>;
  /** The ids of files that something was found in, in order, those behind `after`; files that are gone included. */
  fileIdsAfter(db: Reader | Tx, after: number, limit: number): Promise<number[]>;
  /** How many files something was found in; files that are gone included. */
  fileCount(db: Reader | Tx): Promise<number>;
  ofFile(db: Reader | Tx, fileId: number, limit: number): Promise<FileFinding[]>;
  /** The same as they are kept, without a name of their own: for a copy of the file. */
  valuesOf(db: Reader | Tx, fileId: number, limit: number): Promise<FoundValue[]>;
  countOf(db: Reader | Tx, fileId: number): Promise<number>;
  one(db: Reader | Tx, fileId: number, publicId: string): Promise<FileFinding | null>;
}

export function createFindingStore(vault: Vault): FindingStore {
  const findingOf = (row: FindingRow): FileFinding => ({
    publicId: row.public_id,
    type: row.type,
    category: row.category,
    confidence: row.confidence,
    count: row.count,
    content: keptContent(vault.openText('findings.sealed', row.sealed)),
  });

  const valueRow = (fileId: number, value: FoundValue): Omit<FindingRow, 'id'> => ({
    public_id: newId(),
    file_id: fileId,
    type: value.type,
    category: value.category,
    confidence: value.confidence,
    count: value.count,
    blind_index:
      'blindIndex' in value ? value.blindIndex : vault.mac('blind-index', value.type, value.normal),
    sealed: vault.seal('findings.sealed', JSON.stringify(value.content)),
  });

  return {
    async keep(tx, found) {
      const counts = found.flatMap(({ fileId, counts: ofFile }) =>
        ofFile.map(({ distinct, ...count }) => ({ file_id: fileId, distinct_count: distinct, ...count })),
      );
      const values = found.flatMap(({ fileId, values: ofFile }) =>
        ofFile.map((value) => valueRow(fileId, value)),
      );
      for (const some of batchesOf(counts, ROWS_AT_A_TIME)) await tx('file_findings').insert(some);
      for (const some of batchesOf(values, ROWS_AT_A_TIME)) await tx('findings').insert(some);
    },

    async forget(tx, fileIds) {
      for (const ids of batchesOf(fileIds, ROWS_AT_A_TIME)) {
        await tx('file_findings').whereIn('file_id', ids).delete();
        await tx('findings').whereIn('file_id', ids).delete();
      }
    },

    async countsOf(db, fileIds) {
      const counts = new Map<number, TypeCount[]>(fileIds.map((id) => [id, []]));
      const rows = await db('file_findings')
        .whereIn('file_id', [...fileIds])
        .orderBy(['file_id', 'type']);
      for (const { file_id: fileId, distinct_count: distinct, ...count } of rows)
        counts.get(fileId)?.push({ ...count, distinct });
      return counts;
    },

    async fileIdsAfter(db, after, limit) {
      const rows = await db('file_findings')
        .distinct('file_id')
        .where('file_id', '>', after)
        .orderBy('file_id')
        .limit(limit);
      return rows.map(({ file_id: id }) => id);
    },

    async fileCount(db) {
      const row = await db('file_findings').countDistinct({ count: 'file_id' }).first<{ count: number }>();
      return row.count;
    },

    async ofFile(db, fileId, limit) {
      const rows = await db('findings').where({ file_id: fileId }).orderBy(['type', 'id']).limit(limit);
      return rows.map(findingOf);
    },

    async valuesOf(db, fileId, limit) {
      const rows = await db('findings').where({ file_id: fileId }).orderBy('id').limit(limit);
      return rows.map((row) => {
        const { type, category, confidence, count, content } = findingOf(row);
        return { type, category, confidence, count, content, blindIndex: row.blind_index };
      });
    },

    async countOf(db, fileId) {
      const row = await db('findings')
        .where({ file_id: fileId })
        .count({ count: '*' })
        .first<{ count: number }>();
      return row.count;
    },

    async one(db, fileId, publicId) {
      const row = await db('findings').where({ file_id: fileId, public_id: publicId }).first();
      return row === undefined ? null : findingOf(row);
    },
  };
}

/** SQLite takes 32,766 bindings in a statement and a row here has at most nine. */
const ROWS_AT_A_TIME = 300;
