/**
 * The same day and time so many years before. The dashboard counts by it, the list narrows by it and the risk weighs by
 * it: a bar and the list behind it agree. From 29 February it is 1 March in a year that has no such day.
 */
export function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setFullYear(now.getFullYear() - years);
  return then;
}

/** How many whole years have gone by, by `yearsBefore`; 0 for a time to come. @param thenMs ms since 1970 */
export function yearsSince(thenMs: number, now: Date): number {
  let years = Math.max(0, now.getFullYear() - new Date(thenMs).getFullYear() + 1);
  while (years > 0 && thenMs >= yearsBefore(now, years).getTime()) years--;
  return years;
}
