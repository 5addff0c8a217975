import { join } from 'node:path';
import { rememberingPictures } from '#platform/ocr/remembered-pictures.ts';
import { createTesseract } from '#platform/ocr/tesseract.ts';
import { createWorkerPool, type WorkerPool } from '#platform/workers/pool.ts';
import {
  inspectionWorker,
  parseInspection,
  PICTURES_PATIENCE,
  type Inspection,
  type InspectionJob,
} from '#scan/offline.ts';
import type { Config } from '../config.ts';

const MIB = 1024 * 1024;

/** The worker processes that read files, within the settings' limits. */
export function createInspectionPool(
  config: Pick<Config, 'scannerProcesses' | 'scannerSeconds' | 'scannerMemoryMiB' | 'scannerFileMiB'>,
  spoolFolder: string,
): WorkerPool<InspectionJob, Inspection> {
  const limits = { timeMs: config.scannerSeconds * 1000, residentBytes: config.scannerMemoryMiB * MIB };
  const readPicture = createTesseract(join(spoolFolder, 'languages'));
  const pool = createWorkerPool<InspectionJob, Inspection>({
    entry: inspectionWorker,
    spoolFolder,
    limits,
    maxBytes: config.scannerFileMiB * MIB,
    parseResult: parseInspection,
    ...(readPicture === null ? {} : { readPicture: rememberingPictures(readPicture) }),
    ...(config.scannerProcesses === null ? {} : { size: config.scannerProcesses }),
  });
  const patient = { ...limits, timeMs: limits.timeMs * PICTURES_PATIENCE };
  return {
    ...pool,
    run: (job, content, options) =>
      pool.run(job, content, { ...options, ...(job.pictures ? { limits: patient } : {}) }),
  };
}
