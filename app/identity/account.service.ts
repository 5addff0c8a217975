import type { Audit } from '#audit/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Passwords } from './passwords.service.ts';
import type { PeopleStore } from './people.store.ts';
import type { Language, Person } from './person.ts';
import { recordLine, type Caller } from './record-line.ts';
import { sessionsStore } from './sessions.store.ts';
import type { Tries } from './tries.ts';

/** The caller, who is signed in. */
interface Owner extends Caller {
  readonly personId: string;
}

interface PasswordChange {
  readonly old: string;
  /** One that `passwordFault` has let through. */
  readonly new: string;
  /** The key of the session that goes on; the person's others end. */
  readonly session: Buffer;
}

/** What people do with their own login. */
export interface Account {
  person(personId: string): Promise<Person | null>;
  chooseLanguage(owner: Owner, language: Language): Promise<void>;
  /** Wrong old passwords are counted like wrong sign-ins: an open session left alone is no place to guess at. */
  changePassword(owner: Owner, change: PasswordChange): Promise<'changed' | 'wrong-password' | 'wait'>;
}

export function createAccount(needs: {
  db: Database;
  audit: Audit;
  people: PeopleStore;
  passwords: Passwords;
  tries: Tries;
}): Account {
  const { db, audit, people, passwords, tries } = needs;

  return {
    person: (personId) => people.byId(db.read, personId),

    async chooseLanguage(owner, language) {
      await db.write(async (tx) => {
        await people.setLanguage(tx, owner.personId, language);
        await audit.append(tx, recordLine(owner, 'identity.language-chosen', { details: { language } }));
      });
    },

    async changePassword(owner, change) {
      const refuse = (reason: string) =>
        recordLine(owner, 'identity.password-changed', { outcome: 'refused', details: { reason } });
      const wait = await db.write(async (tx) => {
        const milliseconds = await tries.count(tx, owner.personId, PLACE);
        if (milliseconds > 0) await audit.append(tx, refuse('waiting'));
        return milliseconds;
      });
      if (wait > 0) return 'wait';

      const stored = await people.passwordOf(db.read, owner.personId);
      const verdict = await passwords.check(owner.personId, stored, change.old);
      if (verdict !== 'right') {
        await db.write((tx) => audit.append(tx, refuse(`password-${verdict}`)));
        return 'wrong-password';
      }
      const hashed = await passwords.hashFor(owner.personId, change.new);
      await db.write(async (tx) => {
        await people.setPassword(tx, owner.personId, hashed);
        await sessionsStore.endAllOf(tx, owner.personId, change.session);
        await tries.forget(tx, owner.personId, PLACE);
        await audit.append(tx, recordLine(owner, 'identity.password-changed'));
      });
      return 'changed';
    },
  };
}

const PLACE = 'password-change';
