import { setTimeout as pause } from 'node:timers/promises';
import type { Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { JobHandler } from '#platform/jobs/index.ts';
import { yearsBefore } from './age.ts';
import { ageOf, keptRisk } from './file-risk.ts';
import type { FindingStore } from './findings.store.ts';
import { riskFileStore } from './risk-files.store.ts';
import type { WeightsStore, WeightsVersion } from './risk-weights.store.ts';

/**
 * Weighs files anew from what is kept of them; none is read. Two jobs: after a change of the weights all files in the
 * order of their ids, which goes on where it stopped; and each night those that have grown older than a number of years
 * in the weights since they were weighed. Few files a transaction, and as long a pause after each, so that a scan and
 * the pages get their turn; a file that a scan brings meanwhile is weighed by the newest version already.
 */
export function createRiskRecount(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  weights: WeightsStore;
  findings: Pick<FindingStore, 'countsOf' | 'fileIdsAfter'>;
}): JobHandler {
  const { db, audit, clock, weights: store, findings } = needs;

  /** Reads what it weighs in the transaction that writes it: a scan may be changing the same files. */
  const weigh = async (tx: Tx, ids: readonly number[], version: WeightsVersion, now: Date): Promise<void> => {
    const files = await riskFileStore.byIds(tx, ids);
    const counts = await findings.countsOf(tx, ids);
    const risks = files.map(({ id, documentType, modifiedAtMs }) => {
      const basis = { counts: counts.get(id) ?? [], documentType, ageYears: ageOf(modifiedAtMs, now) };
      return { id, risk: keptRisk(basis, version) };
    });
    await riskFileStore.keep(tx, risks);
  };

  /** @returns whether there is more to do. */
  const recount = (): Promise<boolean> =>
    db.write(async (tx) => {
      const newest = await store.newest(tx);
      if (newest === null || newest.recount.ended) return false;
      const ids = await findings.fileIdsAfter(tx, newest.recount.throughId, FILES_AT_A_TIME);
      const last = ids.at(-1);
      if (last === undefined) {
        await store.endRecount(tx, newest.version, clock.now());
        await keepOnRecord(tx, newest);
        return false;
      }
      await weigh(tx, ids, newest, clock.now());
      await store.keepProgress(tx, newest.version, { id: last, files: ids.length });
      return true;
    });

  const keepOnRecord = (tx: Tx, { version, recount: { done } }: WeightsVersion) =>
    audit.append(tx, {
      who: { kind: 'job', id: 'risk' },
      from: null,
      what: 'scan.risk-recounted',
      on: { kind: 'risk-weights', id: String(version) },
      purpose: null,
      outcome: 'done',
      details: { files: done },
    });

  const growOlder =
    (years: number, now: Date): (() => Promise<boolean>) =>
    () =>
      db.write(async (tx) => {
        const newest = await store.newest(tx);
        if (newest === null) return false;
        const younger = [0, ...newest.weights.ages.map((age) => age.years)];
        const wanted = { years, since: yearsBefore(now, years), younger };
        const ids = await riskFileStore.grownOlder(tx, wanted, FILES_AT_A_TIME);
        await weigh(tx, ids, newest, now);
        return ids.length === FILES_AT_A_TIME;
      });

  return async (job, signal) => {
    if (job.subject !== 'schedule') return inTurns(recount, signal);
    const now = clock.now();
    const ages = (await store.newest(db.read))?.weights.ages ?? [];
    // The oldest first: a file that has passed two ages at once is weighed once.
    for (const { years } of [...ages].sort((one, other) => other.years - one.years))
      await inTurns(growOlder(years, now), signal);
  };
}

async function inTurns(step: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  for (let more = true; more;) {
    signal.throwIfAborted();
    const begun = performance.now();
    more = await step();
    if (more)
      await pause(performance.now() - begun, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

const FILES_AT_A_TIME = 100;
