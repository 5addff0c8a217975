/**
 * The same day and time so many years before. The dashboard counts by it and the list narrows by it: a bar and the
 * list behind it agree. From 29 February it is 1 March in a year that has no such day.
 */
export function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setFullYear(now.getFullYear() - years);
  return then;
}
