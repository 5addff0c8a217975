import type { Role } from './permissions.ts';

export type Language = 'da' | 'en';

/** Somebody with a login. Name and login are personal: sealed where they are stored, and never in a log. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** An e-mail address or a user name, as `normalLogin` gives it. */
  readonly login: string;
  readonly language: Language;
  readonly invitedAt: Date;
  /** Null until the person has chosen a password. */
  readonly joinedAt: Date | null;
  /** A closed person cannot sign in; what the record says of them stays. */
  readonly closedAt: Date | null;
}

export function stateOf(person: Person): 'invited' | 'joined' | 'closed' {
  if (person.closedAt !== null) return 'closed';
  return person.joinedAt === null ? 'invited' : 'joined';
}
