/** The closed list of reasons why a file, or a part of it, was not read. */
export type UnreadReason =
  | 'encrypted'
  | 'corrupt'
  | 'too_large'
  | 'too_deep'
  | 'timed_out'
  | 'unsupported'
  | 'infected'
  | 'unreadable'
  | 'no_text';

export class Unread extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, options?: ErrorOptions) {
    super(`not read: ${reason}`, options);
    this.name = 'Unread';
    this.reason = reason;
  }
}
