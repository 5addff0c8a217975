import { readFileSync } from 'node:fs';

/** What one file may cost. Time is wall time in milliseconds; memory is resident memory in bytes. */
export interface WorkerLimits {
  readonly timeMs: number;
  readonly residentBytes: number;
}

export interface Watchdog {
  /** While the appliance itself is not reading, the worker is blocked and its time stands still. */
  pause(): void;
  resume(): void;
  stop(): void;
}

const TICK_MS = 100;

/** Looks at a process every 100 ms and calls `over` once, when it has had more than its time or its memory. */
export function watch(
  pid: number,
  limits: WorkerLimits,
  over: (limit: 'timed-out' | 'out-of-memory') => void,
): Watchdog {
  let paused = false;
  let spent = 0;
  let last = performance.now();
  const count = (): void => {
    const now = performance.now();
    if (!paused) spent += now - last;
    last = now;
  };
  const timer = setInterval(
    () => {
      count();
      const limit =
        spent > limits.timeMs
          ? 'timed-out'
          : residentBytes(pid) > limits.residentBytes
            ? 'out-of-memory'
            : null;
      if (limit === null) return;
      clearInterval(timer);
      over(limit);
    },
    Math.min(TICK_MS, limits.timeMs),
  );
  const set = (value: boolean): void => {
    count();
    paused = value;
  };
  return { pause: () => set(true), resume: () => set(false), stop: () => clearInterval(timer) };
}

/**
 * The resident memory of a process in bytes; 0 when it is gone. From `status`, which counts in kB, and not from
 * `statm`, which counts in pages of a size that Node does not tell.
 */
export function residentBytes(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
