/**
 * How long somebody waits after wrong passwords, in milliseconds: the first five cost nothing, then a minute, and
 * twice as long each time, never more than a quarter of an hour. It is a wait and no lock: nobody can be shut out for
 * good by others who guess, and what is tried during a wait neither counts nor makes it longer.
 */
export function delayAfter(failures: number): number {
  if (failures < FREE) return 0;
  return Math.min(MINUTE * 2 ** Math.min(failures - FREE, 10), LONGEST);
}

/** Failures older than this are forgotten, in milliseconds. */
export const FAILURES_LAST = 24 * 60 * 60 * 1000;

const FREE = 5;
const MINUTE = 60_000;
const LONGEST = 15 * MINUTE;
