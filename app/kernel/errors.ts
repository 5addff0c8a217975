/**
 * An expected failure: something a person can act on. `code` is stable and machine-readable, `hint` names the
 * next step. Neither ever holds personal data, matched text or a secret. A broken invariant throws a plain Error.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly hint: string;

  constructor(code: FailureCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.hint = hint;
  }
}

/** The kinds of expected failure. web/ maps each to an HTTP status; boot/cli to an exit code. */
export type FailureCode =
  | 'invalid-input'
  | 'invalid-settings'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'expired'
  | 'too-many-attempts'
  | 'unavailable'
  | 'already-running'
  | 'damaged';
