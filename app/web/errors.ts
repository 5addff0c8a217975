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

export interface Trace {
  readonly error: string;
  readonly code?: string;
  readonly message?: string;
  readonly frames: readonly string[];
  readonly cause?: Trace;
}

/**
 * What the log may know about an error: its class, its code and where it happened. Only a Failure's message is kept,
 * which holds no personal data by its contract; others may quote what they met (SQL with its values, a piece of JSON).
 */
export function traceOf(error: unknown): Trace {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error instanceof Failure ? { message: error.message } : {}),
    frames: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: traceOf(error.cause) }),
  };
}

/** The stack without the message in front of it, whose lines could look like frames. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const start = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim());
}
