/**
 * Why a whole source cannot be read just now. `unreachable`: its server does not answer; `refused`: it does not let the
 * account in, or no longer; `missing`: there is no such share or folder; `unencrypted`: the server does not encrypt.
 */
export type AwayReason = 'unreachable' | 'refused' | 'missing' | 'unencrypted';

/**
 * Thrown by a walk or a `Content`: not this file, the whole source cannot be read. Whoever reads must neither believe that a
 * file is unreadable or gone because of it, nor that it was read. Holds no name.
 */
export class SourceAway extends Error {
  readonly reason: AwayReason;

  constructor(reason: AwayReason, options?: ErrorOptions) {
    super(`a source cannot be read at the moment: ${reason}`, options);
    this.name = 'SourceAway';
    this.reason = reason;
  }
}
