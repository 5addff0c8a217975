import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets at most so many files a second begin, evenly; null lets all begin at once.
 * @param now milliseconds from any origin that only goes forward.
 * @returns waits for the turn of one file; throws the signal's reason when that aborts.
 */
export function createPace(
  filesPerSecond: number | null,
  now: () => number = () => performance.now(),
): (signal: AbortSignal) => Promise<void> {
  if (filesPerSecond === null) return () => Promise.resolve();
  const interval = 1000 / filesPerSecond;
  let next = now();
  return async (signal) => {
    const wait = next - now();
    next = Math.max(next, now()) + interval;
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
  };
}
