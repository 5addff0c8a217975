import { Failure } from '#kernel/errors.ts';
import type { WorkerPool } from '#platform/workers/pool.ts';
import type { Antivirus } from './clamd.ts';

/**
 * A pool whose workers never open what a malware scanner knows: such content ends as `unreadable` with `Infected`.
 * @throws Failure (from `run`) `unavailable` also when the malware scanner does not answer
 */
export function createCheckedPool<Job, Result, Piece>(
  pool: WorkerPool<Job, Result, Piece>,
  antivirus: Antivirus,
): WorkerPool<Job, Result, Piece> {
  return {
    ...pool,
    async run(job, content, options) {
      const outcome = await pool.run(job, antivirus.checked(content), options);
      if (outcome.kind === 'unreadable' && outcome.error instanceof Failure) throw outcome.error;
      return outcome;
    },
  };
}
