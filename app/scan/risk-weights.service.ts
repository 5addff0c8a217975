import { isDeepStrictEqual } from 'node:util';
import type { Audit } from '#audit/index.ts';
import { defaultRiskWeights, type RiskWeights } from '#detect/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database, Reader, Tx } from '#platform/db/index.ts';
import type { Jobs } from '#platform/jobs/index.ts';
import type { By } from '#sources/index.ts';
import type { FindingStore } from './findings.store.ts';
import type { WeightsStore, WeightsVersion } from './risk-weights.store.ts';

/** The weights that risk is computed with: version after version, each laid down by somebody with a reason. */
export interface RiskTable {
  /**
   * At the start: lays down the product's own table where there is none, or another that it came with before, and has
   * a weighing that was interrupted go on.
   */
  begin(): Promise<void>;
  /** The version that holds; before anything was laid down it is the product's. */
  current(): Promise<WeightsVersion>;
  /** The newest first. */
  history(): Promise<WeightsVersion[]>;
  /** @throws Failure not-found */
  version(version: number): Promise<WeightsVersion>;
  /**
   * Lays down another version and has all files weighed anew. To take a change back is to lay an old table down again.
   * @param given.base the version that the person saw @throws Failure conflict when it is no longer the newest
   */
  change(by: By, given: { base: number; weights: RiskWeights; reason: string }): Promise<WeightsVersion>;
}

/** The kind of the jobs that weigh files anew. */
export const RISK_JOB = 'scan.risk';

const VERSIONS_SHOWN = 50;

export function createRiskTable(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  jobs: Pick<Jobs, 'enqueue' | 'wake'>;
  weights: WeightsStore;
  findings: Pick<FindingStore, 'fileCount'>;
}): RiskTable {
  const { db, audit, clock, jobs, weights: store, findings } = needs;

  const recount = (tx: Tx, { version }: WeightsVersion) =>
    jobs.enqueue(tx, RISK_JOB, `version-${String(version)}`);

  return {
    async begin() {
      const files = await findings.fileCount(db.read);
      await db.write(async (tx) => {
        const newest = await store.newest(tx);
        const isCurrent =
          newest !== null &&
          (newest.madeBy !== null || isDeepStrictEqual(newest.weights, defaultRiskWeights));
        const current = isCurrent ? newest : await store.add(tx, { ...productTable(clock.now()), files });
        if (!current.recount.ended) await recount(tx, current);
      });
      jobs.wake();
    },

    current: () => currentWeights(db.read, store, clock),
    history: () => store.last(db.read, VERSIONS_SHOWN),

    async version(version) {
      const found = await store.one(db.read, version);
      if (found === null)
        throw new Failure('not-found', 'there is no such version', 'See the list of versions.');
      return found;
    },

    async change(by, { base, weights, reason }) {
      const files = await findings.fileCount(db.read);
      const added = await db.write(async (tx) => {
        const before = (await store.newest(tx))?.version ?? 0;
        if (before !== base) throw changedMeanwhile();
        const madeBy = by.who.kind === 'person' ? by.who.id : null;
        const made = await store.add(tx, { at: clock.now(), madeBy, reason, weights, files });
        await recount(tx, made);
        await audit.append(tx, {
          ...by,
          what: 'scan.weights-changed',
          on: { kind: 'risk-weights', id: String(made.version) },
          purpose: reason,
          outcome: 'done',
          details: { before },
        });
        return made;
      });
      jobs.wake();
      return added;
    },
  };
}

/** What holds; version 0, of which no row speaks, until the first is laid down: files weighed by it are weighed again. */
export async function currentWeights(
  db: Reader | Tx,
  store: WeightsStore,
  clock: Clock,
): Promise<WeightsVersion> {
  const nothingToDo = { files: 0, done: 0, throughId: 0, ended: true };
  return (await store.newest(db)) ?? { version: 0, ...productTable(clock.now()), recount: nothingToDo };
}

function productTable(at: Date) {
  return { at, madeBy: null, reason: null, weights: defaultRiskWeights };
}

function changedMeanwhile(): Failure {
  return new Failure(
    'conflict',
    'somebody else has changed the weights in the meantime',
    'Look at the weights as they are now, and make your change again.',
  );
}
