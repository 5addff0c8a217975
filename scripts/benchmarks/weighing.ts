import { setTimeout as wait } from 'node:timers/promises';
import type { Audit } from '#audit/index.ts';
import { defaultRiskWeights } from '#detect/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { JobHandler, Jobs } from '#platform/jobs/index.ts';
import {
  createInsight,
  createRiskPreview,
  createRiskRecount,
  createRiskTable,
  RISK_JOB,
  type createFileStore,
  type createWeightsStore,
} from '#scan/index.ts';
import type { By, FolderStore, SourceStore } from '#sources/index.ts';

/** What a change of the weights costs where something was found in many files. */
export interface WeighingFigures {
  readonly previewSeconds: number;
  readonly recountSeconds: number;
  /** Milliseconds that another write took while all files were weighed anew: of 95 in 100 at most, and the longest. */
  readonly usualWait: number;
  readonly longestWait: number;
  /** Milliseconds of the dashboard meanwhile; the slowest. */
  readonly dashboard: number;
}

export async function benchWeighing(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  jobs: Jobs;
  files: ReturnType<typeof createFileStore>;
  folders: FolderStore;
  sources: SourceStore;
  weights: ReturnType<typeof createWeightsStore>;
  handlers: Map<string, JobHandler>;
  by: By;
}): Promise<WeighingFigures> {
  const { db, files, handlers, by } = needs;
  const { findings } = files;
  const risk = createRiskTable({ ...needs, findings });
  const preview = createRiskPreview(needs);
  const insight = createInsight(needs);
  handlers.set(RISK_JOB, createRiskRecount({ ...needs, findings }));
  const weights = { ...defaultRiskWeights, types: {} };

  const [previewSeconds] = await timed(() => preview(by, weights));
  const waits: number[] = [];
  let dashboard = 0;
  const [recountSeconds] = await timed(async () => {
    await risk.change(by, { base: (await risk.current()).version, weights, reason: 'benchmark' });
    for (let turn = 0; !(await risk.current()).recount.ended; turn++) {
      const [waited] = await timed(() => db.write(() => Promise.resolve()));
      waits.push(waited * 1000);
      if (turn % 100 === 0) {
        const [seconds] = await timed(() => insight.overview(by, { kind: 'company' }));
        dashboard = Math.max(dashboard, seconds * 1000);
      }
      await wait(20);
    }
  });
  waits.sort((one, other) => one - other);
  const usualWait = waits[Math.floor(waits.length * 0.95)] ?? 0;
  return { previewSeconds, recountSeconds, usualWait, longestWait: waits.at(-1) ?? 0, dashboard };
}

/** @returns the seconds that it took, and what it came to */
async function timed<Result>(work: () => Promise<Result>): Promise<[seconds: number, result: Result]> {
  const begun = performance.now();
  const result = await work();
  return [(performance.now() - begun) / 1000, result];
}
