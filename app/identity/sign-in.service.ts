import type { Audit, Entry } from '#audit/index.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import { normalLogin } from './core/login.ts';
import type { Passwords, Verdict } from './passwords.service.ts';
import type { PeopleStore, StoredPassword } from './people.store.ts';
import { stateOf, type Person } from './person.ts';
import { onPerson, recordLine } from './record-line.ts';
import { sessionsStore } from './sessions.store.ts';
import type { Tries } from './tries.ts';

interface SignInTry {
  readonly login: string;
  readonly password: string;
  /** The address that the request came from, for the record. */
  readonly from: string | null;
  /** What wrong tries are counted by beside the login: a known browser, else the address. */
  readonly place: string;
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly person: Person }
  /** Unknown login, wrong password, not joined yet, closed: nobody outside learns which. */
  | { readonly kind: 'refused' }
  /** The next try counts in so many milliseconds. */
  | { readonly kind: 'wait'; readonly milliseconds: number };

/** Who somebody is, by login and password. Every try is on the record; what was typed is not. */
export interface SignIn {
  try(attempt: SignInTry): Promise<SignInResult>;
  /** @param session the key of the session that ends */
  signOut(personId: string, session: Buffer, from: string | null): Promise<void>;
}

export function createSignIn(needs: {
  db: Database;
  audit: Audit;
  people: PeopleStore;
  passwords: Passwords;
  tries: Tries;
}): SignIn {
  const { db, audit, people, passwords, tries } = needs;

  return {
    async try({ login: typed, password, from, place }) {
      const login = normalLogin(typed);
      const person = await people.byLogin(db.read, login);
      const milliseconds = await db.write(async (tx) => {
        const wait = await tries.count(tx, login, place);
        if (wait > 0) await audit.append(tx, refusal(person, from, 'waiting'));
        return wait;
      });
      if (milliseconds > 0) return { kind: 'wait', milliseconds };

      const verdict = await verdictOn(person, password);
      return db.write(async (tx): Promise<SignInResult> => {
        // Looked up again: the person may have been closed while the password was being hashed.
        const now = await people.byLogin(tx, login);
        if (now === null || verdict !== 'right' || stateOf(now) !== 'joined') {
          await audit.append(tx, refusal(now, from, reasonOf(now, verdict)));
          return { kind: 'refused' };
        }
        await tries.forget(tx, login, place);
        await audit.append(tx, recordLine({ personId: now.id, from }, 'identity.signed-in'));
        return { kind: 'signed-in', person: now };
      });
    },

    async signOut(personId, session, from) {
      await db.write(async (tx) => {
        await sessionsStore.end(tx, session);
        await audit.append(tx, recordLine({ personId, from }, 'identity.signed-out'));
      });
    },
  };

  /** One hash in every case, so that the time tells nothing. */
  async function verdictOn(person: Person | null, password: string): Promise<Verdict> {
    if (person === null) return passwords.check('', null, password);
    let stored: StoredPassword | null;
    try {
      stored = await people.passwordOf(db.read, person.id);
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'damaged')) throw error;
      await passwords.check(person.id, null, password);
      return 'planted';
    }
    return passwords.check(person.id, stored, password);
  }
}

function refusal(person: Person | null, from: string | null, reason: string): Entry {
  return recordLine({ personId: null, from }, 'identity.sign-in-refused', {
    on: person === null ? null : onPerson(person.id),
    outcome: 'refused',
    details: { reason },
  });
}

function reasonOf(person: Person | null, verdict: Verdict): string {
  if (person === null) return 'unknown-login';
  return stateOf(person) === 'joined' ? `password-${verdict}` : stateOf(person);
}
