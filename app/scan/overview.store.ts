import type { Category, DocumentKind, FindingType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { FileStatus, RiskBand } from './file.ts';
import { filtered, type Scope } from './file-list.store.ts';

interface SnapshotRow {
  id: number;
  at: number;
  files: number;
  with_findings: number;
  high: number;
  medium: number;
  low: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    snapshots: SnapshotRow;
  }
}

export interface Ending {
  readonly risk: RiskBand;
  readonly status: FileStatus;
  readonly reason: UnreadReason | null;
  readonly files: number;
  readonly bytes: number;
}

export interface Snapshot {
  readonly at: Date;
  readonly files: number;
  readonly withFindings: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
}

/** The counts behind the dashboard. Each is one question to the database, over files that are still there. */
export const overviewStore = {
  /**
   * The bytes are added up as fractions are: two hollow files of seven exbibytes, made in a moment by anybody who may
   * write in a share, are more than SQLite's whole numbers hold, and it would refuse to answer.
   */
  async endings(db: Reader | Tx, scope: Scope): Promise<Ending[]> {
    return filtered(db, scope, {})
      .groupBy('files.risk', 'files.status', 'files.reason')
      .select<Ending[]>('files.risk', 'files.status', 'files.reason')
      .count({ files: '*' })
      .sum({ bytes: db.raw('CAST(files.size AS DOUBLE PRECISION)') });
  },

  async byCategory(db: Reader, scope: Scope): Promise<{ category: Category; files: number }[]> {
    return foundIn(db, scope)
      .groupBy('category')
      .select<{ category: Category; files: number }[]>('category')
      .countDistinct({ files: 'file_id' });
  },

  async byType(db: Reader, scope: Scope): Promise<{ type: FindingType; files: number; places: number }[]> {
    return foundIn(db, scope)
      .groupBy('type')
      .select<{ type: FindingType; files: number; places: number }[]>('type')
      .count({ files: '*' })
      .sum({ places: 'count' });
  },

  /**
   * The types that were found. In a company's millions of findings by leaps along the index, from each type to the next:
   * some ninety look-ups, where a scan of the index would take a second.
   */
  async typesFound(db: Reader, scope: Scope): Promise<FindingType[]> {
    if (scope.kind !== 'company') return (await this.byType(db, scope)).map(({ type }) => type);
    const leaps = db.raw(
      `SELECT MIN(type) AS type FROM file_findings
       UNION ALL
       SELECT (SELECT MIN(type) FROM file_findings WHERE type > found.type) FROM found WHERE type IS NOT NULL`,
    );
    const found: { type: FindingType }[] = await db
      .withRecursive('found', leaps)
      .from('found')
      .whereNotNull('type')
      .select('type');
    return found.map(({ type }) => type);
  },

  /** Files by what they are as documents; those of no kind are left out. */
  async byDocument(db: Reader, scope: Scope): Promise<{ kind: DocumentKind; files: number; high: number }[]> {
    return filtered(db, scope, {})
      .whereNotNull('files.document_type')
      .groupBy('files.document_type')
      .select<{ kind: DocumentKind; files: number; high: number }[]>({ kind: 'files.document_type' })
      .count({ files: '*' })
      .select(db.raw("SUM(CASE files.risk WHEN 'high' THEN 1 ELSE 0 END) AS high"));
  },

  /** Files with findings in each age, by when they were changed; `bounds` from new to old. */
  async byAge(db: Reader, scope: Scope, bounds: readonly Date[]): Promise<number[]> {
    const ages = bounds.map((_, index) => `WHEN files.modified_at >= ? THEN ${index}`).join(' ');
    const times = bounds.map((bound) => bound.getTime());
    const rows: { age: number; files: number }[] = await filtered(db, scope, {})
      .whereNot('files.risk', 'none')
      .groupBy('age')
      .select(db.raw<{ age: number }>(`CASE ${ages} ELSE ${bounds.length} END AS age`, times))
      .count({ files: '*' });
    const counts = new Array<number>(bounds.length + 1).fill(0);
    for (const { age, files } of rows) counts[age] = files;
    return counts;
  },

  /** Files with findings by the first folder below the root; null stands for files in the root itself. */
  async byTopFolder(
    db: Reader,
    scope: Scope,
  ): Promise<{ sourceId: number; topId: number | null; files: number; high: number }[]> {
    return filtered(db, scope, {})
      .whereNot('files.risk', 'none')
      .join('folders', 'folders.id', 'files.folder_id')
      .groupBy('folders.source_id', 'folders.top_id')
      .select<{ sourceId: number; topId: number | null; files: number; high: number }[]>({
        sourceId: 'folders.source_id',
        topId: 'folders.top_id',
      })
      .count({ files: '*' })
      .select(db.raw("SUM(CASE files.risk WHEN 'high' THEN 1 ELSE 0 END) AS high"));
  },

  async keepSnapshot(tx: Tx, snapshot: Snapshot): Promise<void> {
    const { at, withFindings, ...counts } = snapshot;
    await tx('snapshots').insert({ at: at.getTime(), with_findings: withFindings, ...counts });
  },

  /** The newest last. */
  async trend(db: Reader, limit: number): Promise<Snapshot[]> {
    const rows = await db('snapshots').orderBy('id', 'desc').limit(limit);
    return rows.reverse().map(({ at, files, with_findings, high, medium, low }) => ({
      at: new Date(at),
      files,
      withFindings: with_findings,
      high,
      medium,
      low,
    }));
  },
};

/**
 * The findings, by file and type, in files that are still there. For the company by leaving out the few files that are
 * gone: to look up each of the others would take ten times as long.
 */
function foundIn(db: Reader, scope: Scope) {
  const found = db('file_findings');
  return scope.kind === 'company'
    ? found.whereNotIn('file_id', db('files').whereNotNull('gone_at').select('id'))
    : found.whereIn('file_id', filtered(db, scope, {}).select('files.id'));
}
