import type { DocumentKind } from '#detect/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { FileRisk, RiskBand } from './file.ts';

/** The part of a file's row that its risk follows from, and the risk that stands there. */
export interface WeighedFile {
  readonly id: number;
  /** ms since 1970 */
  readonly modifiedAtMs: number;
  readonly documentType: { readonly kind: DocumentKind; readonly confidence: number } | null;
  readonly band: RiskBand;
  readonly score: number;
  readonly points: number;
  readonly gone: boolean;
}

/** The files' rows as the weighing sees them: many at a time, and nothing of them decrypted. */
export const riskFileStore = {
  async byIds(db: Reader | Tx, ids: readonly number[]): Promise<WeighedFile[]> {
    const rows = await db('files')
      .whereIn('id', [...ids])
      .orderBy('id')
      .select(
        'id',
        'modified_at',
        'document_type',
        'document_confidence',
        'risk',
        'score',
        'risk_points',
        'gone_at',
      );
    return rows.map((row) => ({
      id: row.id,
      modifiedAtMs: row.modified_at,
      documentType:
        row.document_type === null
          ? null
          : { kind: row.document_type, confidence: row.document_confidence ?? 0 },
      band: row.risk,
      score: row.score,
      points: row.risk_points,
      gone: row.gone_at !== null,
    }));
  },

  /** At most 300 at a time. In one statement: two hundred of them would hold the writer four times as long. */
  async keep(tx: Tx, risks: readonly { readonly id: number; readonly risk: FileRisk }[]): Promise<void> {
    if (risks.length === 0) return;
    // The casts are for PostgreSQL, which takes what is bound in VALUES for text.
    await tx.raw(
      `UPDATE files SET risk = given.column2, score = CAST(given.column3 AS INTEGER),
         risk_points = CAST(given.column4 AS DOUBLE PRECISION), risk_version = CAST(given.column5 AS INTEGER),
         risk_age = CAST(given.column6 AS INTEGER)
       FROM (VALUES ${risks.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}) AS given
       WHERE files.id = CAST(given.column1 AS INTEGER)`,
      risks.flatMap(({ id, risk: { band, score, points, version, age } }) => [
        id,
        band,
        score,
        points,
        version,
        age,
      ]),
    );
  },

  /** Files that are still there, hold something and were not changed since, and were weighed as younger than that. */
  async grownOlder(
    db: Reader | Tx,
    { years, since, younger }: { years: number; since: Date; younger: readonly number[] },
    limit: number,
  ): Promise<number[]> {
    const rows = await db('files')
      .whereNull('gone_at')
      .whereNot('risk', 'none')
      .whereIn(
        'risk_age',
        younger.filter((age) => age < years),
      )
      .where('modified_at', '>', 0)
      .where('modified_at', '<', since.getTime())
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  },
};
