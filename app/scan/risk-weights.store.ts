import type { RiskWeights } from '#detect/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { riskWeights } from './risk-weights.schema.ts';

interface WeightsRow {
  version: number;
  at: number;
  made_by: string | null;
  reason: Buffer | null;
  weights: string;
  files: number;
  done: number;
  through_id: number;
  ended_at: number | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    risk_weights: WeightsRow;
  }
}

/** A table of weights as it was once laid down. It is never changed: another takes its place. */
export interface WeightsVersion {
  readonly version: number;
  readonly at: Date;
  /** The person's id; null for the table that the product came with. */
  readonly madeBy: string | null;
  /** In the person's own words; null for the product's. */
  readonly reason: string | null;
  readonly weights: RiskWeights;
  readonly recount: Recount;
}

/** How far the files that were found before have been weighed by this version. */
export interface Recount {
  /** How many there were to weigh when it was laid down. */
  readonly files: number;
  readonly done: number;
  /** The last file that was weighed. */
  readonly throughId: number;
  readonly ended: boolean;
}

export interface WeightsStore {
  add(
    tx: Tx,
    version: Pick<WeightsVersion, 'at' | 'madeBy' | 'reason' | 'weights'> & { files: number },
  ): Promise<WeightsVersion>;
  newest(db: Reader | Tx): Promise<WeightsVersion | null>;
  one(db: Reader | Tx, version: number): Promise<WeightsVersion | null>;
  /** The newest first. */
  last(db: Reader | Tx, limit: number): Promise<WeightsVersion[]>;
  keepProgress(tx: Tx, version: number, through: { id: number; files: number }): Promise<void>;
  endRecount(tx: Tx, version: number, at: Date): Promise<void>;
}

export function createWeightsStore(vault: Vault): WeightsStore {
  const versionOf = (row: WeightsRow): WeightsVersion => ({
    version: row.version,
    at: new Date(row.at),
    madeBy: row.made_by,
    reason: row.reason === null ? null : vault.openText('risk_weights.reason', row.reason),
    weights: riskWeights.parse(JSON.parse(row.weights)),
    recount: {
      files: row.files,
      done: row.done,
      throughId: row.through_id,
      ended: row.ended_at !== null,
    },
  });
  const versionOrNull = (row: WeightsRow | undefined) => (row === undefined ? null : versionOf(row));

  return {
    async add(tx, { at, madeBy, reason, weights, files }) {
      const row = {
        at: at.getTime(),
        made_by: madeBy,
        reason: reason === null ? null : vault.seal('risk_weights.reason', reason),
        weights: JSON.stringify(weights),
        files,
        done: 0,
        through_id: 0,
        ended_at: null,
      };
      const [inserted] = await tx('risk_weights').insert(row).returning('version');
      if (inserted === undefined) throw new Error('a row was written and has no version');
      return versionOf({ ...row, version: inserted.version });
    },

    newest: async (db) => versionOrNull(await db('risk_weights').orderBy('version', 'desc').first()),

    one: async (db, version) => versionOrNull(await db('risk_weights').where({ version }).first()),

    last: async (db, limit) =>
      (await db('risk_weights').orderBy('version', 'desc').limit(limit)).map(versionOf),

    async keepProgress(tx, version, { id, files }) {
      await tx('risk_weights').where({ version }).update({ through_id: id }).increment('done', files);
    },

    async endRecount(tx, version, at) {
      await tx('risk_weights').where({ version }).update({ ended_at: at.getTime() });
    },
  };
}
