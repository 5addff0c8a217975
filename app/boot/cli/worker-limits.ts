import { PICTURES_PATIENCE } from '#scan/offline.ts';
import type { WorkerLimits } from '#platform/workers/watchdog.ts';

const MIB = 1024 * 1024;

/** The slowest that text is read, in bytes a second: a large file may take longer than a small one. */
const SLOWEST = 2 * MIB;
/** What any file may take, in milliseconds; and how long before that a worker leaves off by itself. */
const ANY_FILE_MS = 120_000;
const GRACE = 0.8;

/** What one file of this size (bytes) may cost on the command line; longer when its pictures are read. */
export function limitsFor(size: number, pictures: boolean): WorkerLimits {
  const timeMs = ANY_FILE_MS + (size / SLOWEST) * 1000;
  return { timeMs: pictures ? timeMs * PICTURES_PATIENCE : timeMs, residentBytes: 1024 * MIB };
}

/** When the worker is to hand over what it has. */
export function stopAfterMs(size: number, pictures: boolean): number {
  return limitsFor(size, pictures).timeMs * GRACE;
}
