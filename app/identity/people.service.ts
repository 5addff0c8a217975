import { randomBytes } from 'node:crypto';
import type { Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Reader, Tx } from '#platform/db/index.ts';
import { normalLogin, proposedLogin } from './core/login.ts';
import { makeCode } from './core/one-time-code.ts';
import type { PeopleStore } from './people.store.ts';
import { stateOf, type Language, type Person } from './person.ts';
import { onPerson, recordLine, type Caller } from './record-line.ts';
import { sessionsStore } from './sessions.store.ts';
import type { SlipCodes } from './slip-codes.ts';
import { SLIP_LASTS, slipState, type Slip, type SlipState } from './slip.ts';
import { slipsStore } from './slips.store.ts';

export interface Invitation {
  readonly name: string;
  /** Empty: a user name is made from the name. */
  readonly login: string;
  readonly language: Language;
}

/** A slip with its code in clear text: it exists on one printed page only. */
export interface PrintedSlip {
  readonly person: Person;
  readonly slip: Slip;
  readonly code: string;
}

export interface Listed {
  readonly person: Person;
  readonly state: 'invited' | 'joined' | 'closed';
  /** Of the newest slip; null when the person has joined or never had one. */
  readonly slip: { readonly id: string; readonly state: SlipState; readonly expiresAt: Date } | null;
}

export type People = ReturnType<typeof createPeople>;

/** The creator's work with people: who there is, invite by a printed slip, withdraw a slip, close a login. */
export function createPeople(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  people: PeopleStore;
  codes: SlipCodes;
}) {
  const { db, audit, clock, people, codes } = needs;

  return {
    /** Everybody with their state, for the creator's page; the sight is on the record. */
    async list(caller: Caller): Promise<Listed[]> {
      const [everybody, slips] = await Promise.all([people.all(db.read), slipsStore.newestOfEach(db.read)]);
      const details = { people: everybody.length };
      await db.write((tx) => audit.append(tx, recordLine(caller, 'identity.people-seen', { details })));
      return everybody.map((person) => {
        const slip = person.joinedAt === null ? (slips.get(person.id) ?? null) : null;
        return { person, state: stateOf(person), slip: slip && listedSlip(slip, clock.now()) };
      });
    },

    /**
     * Adds a member of staff and makes their first slip.
     * @returns the new person's and slip's ids; `printedSlip` gives the code, once.
     * @throws Failure `conflict` when somebody has that login.
     */
    async invite(invitation: Invitation, caller: Caller): Promise<{ personId: string; slipId: string }> {
      const now = clock.now();
      return db.write(async (tx) => {
        const person: Person = {
          id: newId(),
          role: 'staff',
          name: invitation.name,
          login: await freeLogin(tx, invitation),
          language: invitation.language,
          invitedAt: now,
          joinedAt: null,
          closedAt: null,
        };
        await people.insert(tx, person);
        await audit.append(tx, recordLine(caller, 'identity.invited', { on: onPerson(person.id) }));
        return { personId: person.id, slipId: await makeSlip(tx, person.id, caller) };
      });
    },

    /** Makes a new slip and withdraws those before it. @throws Failure `conflict` unless the person is invited. */
    async newSlip(personId: string, caller: Caller): Promise<{ slipId: string }> {
      return db.write(async (tx) => {
        const person = await people.byId(tx, personId);
        if (person === null) throw noSuchPerson();
        if (stateOf(person) !== 'invited') throw notInvited();
        return { slipId: await makeSlip(tx, personId, caller) };
      });
    },

    /**
     * A slip with its code, for one print; the sight is on the record.
     * @throws Failure `expired` when it was shown before, or the appliance was started anew since it was made.
     */
    async printedSlip(slipId: string, caller: Caller): Promise<PrintedSlip> {
      const slip = await slipsStore.byId(db.read, slipId);
      const person = slip && (await people.byId(db.read, slip.personId));
      if (slip === null || person === null) throw noSuchPerson();
      const code = slipState(slip, clock.now()) === 'open' ? codes.take(slipId) : null;
      if (code === null) throw shownBefore();
      await db.write((tx) =>
        audit.append(tx, recordLine(caller, 'identity.slip-seen', { on: onPerson(person.id) })),
      );
      return { person, slip, code };
    },

    async withdrawSlip(personId: string, caller: Caller): Promise<void> {
      await db.write(async (tx) => {
        if ((await people.byId(tx, personId)) === null) throw noSuchPerson();
        await slipsStore.withdrawAllOf(tx, personId, clock.now());
        await audit.append(tx, recordLine(caller, 'identity.slip-withdrawn', { on: onPerson(personId) }));
      });
    },

    /** One person, for the page that asks whether to close them; the sight is on the record. */
    async staffMember(personId: string, caller: Caller): Promise<Person> {
      const person = await openStaff(db.read, personId);
      await db.write((tx) =>
        audit.append(tx, recordLine(caller, 'identity.people-seen', { on: onPerson(personId) })),
      );
      return person;
    },

    /**
     * Ends a person's login: sessions, slips and password go at once.
     * @throws Failure `not-found` for who is closed already or is no staff: the creator cannot shut the appliance.
     */
    async close(personId: string, caller: Caller): Promise<void> {
      await db.write(async (tx) => {
        await openStaff(tx, personId);
        await people.close(tx, personId, clock.now());
        await slipsStore.withdrawAllOf(tx, personId, clock.now());
        await sessionsStore.endAllOf(tx, personId, null);
        await audit.append(tx, recordLine(caller, 'identity.closed', { on: onPerson(personId) }));
      });
    },

    /** For other rooms' select boxes: everybody who is not closed. The caller puts the sight on the record. */
    async choices(): Promise<{ id: string; name: string; role: Person['role'] }[]> {
      const everybody = await people.all(db.read);
      return everybody
        .filter((person) => person.closedAt === null)
        .map(({ id, name, role }) => ({ id, name, role }))
        .sort((one, other) => one.name.localeCompare(other.name, 'da'));
    },

    /** A person's name, closed ones too; null for nobody of ours. The caller puts the sight on the record. */
    async nameOf(personId: string): Promise<string | null> {
      return (await people.byId(db.read, personId))?.name ?? null;
    },
  };

  async function freeLogin(tx: Tx, { name, login }: Invitation): Promise<string> {
    if (login !== '') {
      if ((await people.byLogin(tx, normalLogin(login))) !== null) throw loginTaken();
      return normalLogin(login);
    }
    for (let number = 1; ; number++) {
      const proposed = proposedLogin(name, number);
      if ((await people.byLogin(tx, proposed)) === null) return proposed;
    }
  }

  async function makeSlip(tx: Tx, personId: string, caller: Caller): Promise<string> {
    const now = clock.now();
    const code = makeCode(randomBytes);
    const slip = { id: newId(), personId, madeAt: now, expiresAt: new Date(now.getTime() + SLIP_LASTS) };
    await slipsStore.withdrawAllOf(tx, personId, now);
    await slipsStore.insert(tx, slip, codes.macOf(code));
    await audit.append(tx, recordLine(caller, 'identity.slip-made', { on: onPerson(personId) }));
    codes.keep(slip.id, code);
    return slip.id;
  }

  async function openStaff(read: Reader | Tx, personId: string): Promise<Person> {
    const person = await people.byId(read, personId);
    if (person?.role !== 'staff' || person.closedAt !== null) throw noSuchPerson();
    return person;
  }
}

function listedSlip(slip: Slip, now: Date): Listed['slip'] {
  return { id: slip.id, state: slipState(slip, now), expiresAt: slip.expiresAt };
}

function noSuchPerson(): Failure {
  return new Failure('not-found', 'there is no such person', 'Go back to the list of people.');
}

function notInvited(): Failure {
  return new Failure('conflict', 'the person has joined or is closed', 'Go back to the list of people.');
}

function loginTaken(): Failure {
  return new Failure('conflict', 'somebody has this login', 'Choose another.');
}

function shownBefore(): Failure {
  return new Failure(
    'expired',
    'the slip was shown before',
    'Make a new slip; the old one is withdrawn by that.',
  );
}
