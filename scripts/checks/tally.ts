import { z } from 'zod';

/** How many tests or checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * The counts that reporter.ts left, as a tally. A pending test counts as failed: a skipped test proves nothing. So
 * does a run that ended badly without a failing test, one without any test, and one that left no counts (`null`).
 */
export function tallyOfTests(counts: unknown, endedWell: boolean): Tally {
  const parsed = shape.safeParse(counts);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { passes, failures, pending } = parsed.data;
  const failed = failures + pending;
  return { passed: passes, failed: failed === 0 && (!endedWell || passes === 0) ? 1 : failed };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}

const shape = z.object({
  passes: z.number().int().min(0),
  failures: z.number().int().min(0),
  pending: z.number().int().min(0),
});
