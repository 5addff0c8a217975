import type { SmbAway } from './messages.ts';

export type { SmbAway } from './messages.ts';

/** Nothing can be had of a share at the moment, and why. Holds no name. */
export class SmbShareAway extends Error {
  readonly why: SmbAway;

  constructor(why: SmbAway) {
    super(`a share cannot be read: ${why}`);
    this.name = 'SmbShareAway';
    this.why = why;
  }
}

/** One file or folder cannot be had, while its server answers. Holds no name. */
export class SmbRefused extends Error {
  readonly fault: 'vanished' | 'denied' | 'not-a-file' | 'broken';

  constructor(fault: SmbRefused['fault']) {
    super(`something on a share cannot be read: ${fault}`);
    this.name = 'SmbRefused';
    this.fault = fault;
  }
}
