import type { Database } from '#platform/db/index.ts';
import type { FolderStore, SourceStore } from '#sources/index.ts';
import { yearsBefore } from './age.ts';
import type { Scope } from './file-list.store.ts';
import { headlines } from './overview.ts';
import { overviewStore } from './overview.store.ts';
import type { WeightsStore } from './risk-weights.store.ts';

/** What the dashboard tells of all files that are still there, or of somebody's own. */
export async function overviewOf({ db, folders, sources, weights }: OverviewNeeds, scope: Scope, now: Date) {
  const ages = AGES_IN_YEARS.map((years) => yearsBefore(now, years));
  // At the same time, on several connections: each goes over all there is.
  const [endings, byCategory, byType, byDocument, byAge, byTopFolder] = await Promise.all([
    overviewStore.endings(db.read, scope),
    overviewStore.byCategory(db.read, scope),
    overviewStore.byType(db.read, scope),
    overviewStore.byDocument(db.read, scope),
    overviewStore.byAge(db.read, scope, ages),
    overviewStore.byTopFolder(db.read, scope),
  ]);
  const tops = await folders.byIds(
    db.read,
    byTopFolder.flatMap(({ topId }) => topId ?? []),
  );
  const version = await weights.newest(db.read);
  return {
    at: now,
    /** How far the files have been weighed by weights that were changed; null when all have been. */
    weighing: version === null || version.recount.ended ? null : version.recount,
    sources: await sources.all(db.read),
    headlines: headlines(endings),
    endings,
    byCategory,
    byType,
    byDocument,
    /** Files with findings, by the years since they were changed: below 1, 1 to 3, and so on. */
    byAge,
    byTopFolder: byTopFolder.map((top) => ({
      ...top,
      folder: top.topId === null ? null : (tops.get(top.topId) ?? null),
    })),
    trend: scope.kind === 'company' ? await overviewStore.trend(db.read, TREND_POINTS) : [],
  };
}

export type Overview = Awaited<ReturnType<typeof overviewOf>>;

interface OverviewNeeds {
  readonly db: Database;
  readonly folders: FolderStore;
  readonly sources: SourceStore;
  readonly weights: WeightsStore;
}

/** The bounds of the ages that the dashboard tells apart. Danish bookkeeping papers, for one, are kept for five years. */
export const AGES_IN_YEARS = [1, 3, 5, 10] as const;

const TREND_POINTS = 60;
