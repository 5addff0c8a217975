import { channel } from 'node:diagnostics_channel';
import type { UnreadReason } from './format.ts';
import { Unread } from './format.ts';

/** Where what a parser threw can be listened to inside this process: the fuzzer does, and nobody else. */
export const FAULTS = 'datamapper:extract:fault';

const faults = channel(FAULTS);

/** Why something was not read, from what was thrown on the way: anything but `Unread` is damage of the file. */
export function reasonOf(error: unknown): UnreadReason {
  if (faults.hasSubscribers) faults.publish({ error });
  return error instanceof Unread ? error.reason : 'corrupt';
}
