import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database } from '#platform/db/index.ts';
import { makeCode, readCode } from './core/one-time-code.ts';
import { normalLogin } from './core/login.ts';
import type { Passwords } from './passwords.service.ts';
import type { PeopleStore } from './people.store.ts';
import type { Language, Person } from './person.ts';
import { onPerson, recordLine } from './record-line.ts';
import { settingsStore } from './settings.store.ts';

interface SetUpForm {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly company: string;
  readonly language: Language;
}

/** The first visit: whoever holds the code from the console becomes the creator, once. */
export interface SetUp {
  /** The code for the console, new at each start; null once there is a creator. Only its hash is kept, in memory. */
  readonly code: string | null;
  isDone(): boolean;
  companyName(): string | null;
  /**
   * @returns the creator, or `wrong-code`, which is on the record.
   * @throws Failure `not-found` once there is a creator, also for the second of two at the same moment.
   */
  complete(form: SetUpForm, from: string | null): Promise<Person | 'wrong-code'>;
}

export async function createSetUp(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  people: PeopleStore;
  passwords: Passwords;
}): Promise<SetUp> {
  const { db, audit, clock, people, passwords } = needs;
  let done = await people.hasCreator(db.read);
  let company = await settingsStore.companyName(db.read);
  const code = done ? null : makeCode(randomBytes);
  let codeHash = code === null ? null : hashOf(code);

  const isRight = (typed: string): boolean => {
    const read = readCode(typed);
    return codeHash !== null && read !== null && timingSafeEqual(hashOf(read), codeHash);
  };

  return {
    code,
    isDone: () => done,
    companyName: () => company,

    async complete(form, from) {
      if (done) throw gone();
      if (!isRight(form.code)) {
        const line = recordLine({ personId: null, from }, 'identity.set-up', {
          outcome: 'refused',
          details: { reason: 'wrong-code' },
        });
        await db.write((tx) => audit.append(tx, line));
        return 'wrong-code';
      }
      const now = clock.now();
      const creator: Person = {
        id: newId(),
        role: 'creator',
        name: form.name,
        login: normalLogin(form.email),
        language: form.language,
        invitedAt: now,
        joinedAt: now,
        closedAt: null,
      };
      const password = await passwords.hashFor(creator.id, form.password);
      await db.write(async (tx) => {
        if (await people.hasCreator(tx)) throw gone();
        await people.insert(tx, creator);
        await people.setPassword(tx, creator.id, password);
        await settingsStore.setCompanyName(tx, form.company);
        await audit.append(
          tx,
          recordLine({ personId: creator.id, from }, 'identity.set-up', { on: onPerson(creator.id) }),
        );
      });
      done = true;
      company = form.company;
      codeHash = null;
      return creator;
    },
  };
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}

function gone(): Failure {
  return new Failure('not-found', 'the appliance is set up already', 'Sign in.');
}
