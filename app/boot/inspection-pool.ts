import { createWorkerPool, type WorkerPool } from '#platform/workers/pool.ts';
import { inspectionWorker, parseInspection, type Inspection, type InspectionJob } from '#scan/offline.ts';
import type { Config } from '../config.ts';

const MIB = 1024 * 1024;

/** The worker processes that read files, within the settings' limits. */
export function createInspectionPool(
  config: Pick<Config, 'scannerProcesses' | 'scannerSeconds' | 'scannerMemoryMiB' | 'scannerFileMiB'>,
  spoolFolder: string,
): WorkerPool<InspectionJob, Inspection> {
  return createWorkerPool<InspectionJob, Inspection>({
    entry: inspectionWorker,
    spoolFolder,
    limits: { timeMs: config.scannerSeconds * 1000, residentBytes: config.scannerMemoryMiB * MIB },
    maxBytes: config.scannerFileMiB * MIB,
    parseResult: parseInspection,
    ...(config.scannerProcesses === null ? {} : { size: config.scannerProcesses }),
  });
}
