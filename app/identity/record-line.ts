import type { Deed, Entry } from '#audit/index.ts';

/** Who asks, and from which address; `personId` is null for somebody who is not signed in. */
export interface Caller {
  readonly personId: string | null;
  readonly from: string | null;
}

/** One line of the record about a deed in this room; what is not said is empty and the outcome is done. */
export function recordLine(
  caller: Caller,
  what: Deed,
  more: Partial<Pick<Entry, 'on' | 'outcome' | 'details'>> = {},
): Entry {
  const { personId, from } = caller;
  const who = personId === null ? ({ kind: 'nobody' } as const) : ({ kind: 'person', id: personId } as const);
  return { who, from, what, on: null, purpose: null, outcome: 'done', details: {}, ...more };
}

export function onPerson(id: string): Entry['on'] {
  return { kind: 'person', id };
}

/** The address of a request for the record; Node writes IPv4 addresses into IPv6 ones, people do not. */
export function addressOf({ ip }: { readonly ip?: string | undefined }): string | null {
  return ip?.replace(/^::ffff:(?=\d+\.)/, '') ?? null;
}
