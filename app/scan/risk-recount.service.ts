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
 * in the weights since they were weighed. Few files a transaction, the fewer the longer it takes, and as long a pause after
 * each, so that a scan and the pages get their turn; a file that a scan brings meanwhile is weighed by the newest version already.
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

  const recount: Step = (most) =>
    inOneTurn(db, async (tx) => {
      const newest = await store.newest(tx);
      if (newest === null || newest.recount.ended) return false;
      const ids = await findings.fileIdsAfter(tx, newest.recount.throughId, most);
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
    (years: number, now: Date): Step =>
    (most) =>
      inOneTurn(db, async (tx) => {
        const newest = await store.newest(tx);
        if (newest === null) return false;
        const younger = [0, ...newest.weights.ages.map((age) => age.years)];
        const wanted = { years, since: yearsBefore(now, years), younger };
        const ids = await riskFileStore.grownOlder(tx, wanted, most);
        await weigh(tx, ids, newest, now);
        return ids.length === most;
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

/** Weighs at most so many files. */
type Step = (most: number) => Promise<{ readonly more: boolean; readonly heldMs: number }>;

/** @returns whether there is more to do, and how long nobody else could write. */
async function inOneTurn(db: Database, work: (tx: Tx) => Promise<boolean>): ReturnType<Step> {
  let begun = 0;
  const more = await db.write((tx) => {
    begun = performance.now();
    return work(tx);
  });
  return { more, heldMs: performance.now() - begun };
}

async function inTurns(step: Step, signal: AbortSignal): Promise<void> {
  let most = FEWEST_FILES;
  for (;;) {
    signal.throwIfAborted();
    const { more, heldMs } = await step(most);
    if (!more) return;
    most = Math.min(MOST_FILES, Math.max(FEWEST_FILES, Math.round((most * HELD_MS) / heldMs)));
    await pause(heldMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

const MOST_FILES = 200;
const FEWEST_FILES = 20;
/** How long the only writer is to be held, in milliseconds. */
const HELD_MS = 20;
