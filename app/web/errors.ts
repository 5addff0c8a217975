import { Failure } from '#kernel/errors.ts';
import type { FailureCode } from '#kernel/errors.ts';

/** The one table from a failure's code to its HTTP status. */
export const statuses: Readonly<Record<FailureCode, number>> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'already-running': 409,
  expired: 410,
  'too-many-attempts': 429,
  'invalid-settings': 500,
  damaged: 500,
  unavailable: 503,
};

/**
 * The status of any error: a Failure's from the table; 4xx when express or its body parser refused the request
 * (too large, bad encoding); 500 for everything else.
 */
export function statusOf(error: unknown): number {
  if (error instanceof Failure) return statuses[error.code];
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
