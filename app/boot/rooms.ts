import type { Audit } from '#audit/index.ts';
import { detectorSet } from '#detect/index.ts';
import { formatSet } from '#extract/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { Jobs } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { createRemotePool } from '#platform/workers/remote-pool.ts';
import {
  createFileInspector,
  createFileStore,
  createInsight,
  createScanner,
  createScans,
  parseInspection,
  type InspectionJob,
  type Inspection,
  type Insight,
  type Scanner,
  type Scans,
} from '#scan/index.ts';
import { createFolderStore, createSources, createSourceStore, type Sources } from '#sources/index.ts';
import type { Config } from '../config.ts';
import { createInspectionPool } from './inspection-pool.ts';

/** The feature rooms, put together. */
export interface Rooms {
  readonly sources: Sources;
  readonly scanner: Scanner;
  readonly scans: Scans;
  readonly insight: Insight;
  close(): Promise<void>;
}

/** A worker leaves off by itself a little before it would be killed, and hands over what it has. */
const LEAVES_OFF_AT = 0.8;

export function createRooms(needs: {
  db: Database;
  vault: Vault;
  audit: Audit;
  clock: Clock;
  log: Log;
  jobs: Jobs;
  config: Config;
  spoolFolder: string;
}): Rooms {
  const { db, vault, audit, clock, log, jobs, config } = needs;
  const pool =
    config.scannerSocket === null
      ? createInspectionPool(config, needs.spoolFolder)
      : createRemotePool<InspectionJob, Inspection>({
          socketPath: config.scannerSocket,
          parseResult: parseInspection,
          ...(config.scannerProcesses === null ? {} : { size: config.scannerProcesses }),
        });
  const readers = { formats: formatSet.formats, allFormats: formatSet.whole, detectors: detectorSet };
  const files = createFileStore(vault);
  const folders = createFolderStore(vault);
  const sourceStore = createSourceStore(vault);
  const sources = createSources({
    db,
    audit,
    clock,
    store: sourceStore,
    folders,
    ownFolders: [config.stateFolder, config.backupFolder],
  });
  const inspector = createFileInspector({
    pool,
    readers,
    clock,
    stopAfterMs: config.scannerSeconds * 1000 * LEAVES_OFF_AT,
    mostBytes: config.scannerFileMiB * 1024 * 1024,
  });
  const openSource = (sourceId: number) => sources.open(sourceId);
  const scanner = createScanner({ db, audit, clock, log, files, folders, inspector, readers, openSource });
  return {
    sources,
    scanner,
    scans: createScans({ db, audit, clock, jobs, sources, scanner }),
    insight: createInsight({ db, audit, clock, files, folders, sources: sourceStore }),
    close: () => pool.close(),
  };
}
