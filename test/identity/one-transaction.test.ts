import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createAudit, auditMigrations, type Audit } from '#audit/index.ts';
import { createAccount } from '#identity/account.service.ts';
import { identityMigrations } from '#identity/index.ts';
import { createJoining } from '#identity/joining.service.ts';
import { createPasswordHasher, type PasswordHasher } from '#identity/password-hasher.ts';
import { createPasswords } from '#identity/passwords.service.ts';
import { createPeople } from '#identity/people.service.ts';
import { createPeopleStore } from '#identity/people.store.ts';
import { createSetUp } from '#identity/set-up.service.ts';
import { createSlipCodes } from '#identity/slip-codes.ts';
import { createTries } from '#identity/tries.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault } from '#platform/vault/index.ts';
import { QUICK_ROUNDS } from '../support/identity-room.ts';
import { scratch, turnableClock, type Scratch } from '../support/scratch.ts';

/** A record that can be made to fail, as a full disk would make it: then the deed must not have happened either. */
describe('A deed and its line on the record', () => {
  let files: Scratch;
  let db: Database;
  let hasher: PasswordHasher;
  let failing: boolean;
  let room: Awaited<ReturnType<typeof servicesOver>>;

  beforeEach(async () => {
    files = scratch();
    db = await openDatabase(files.path('deeds.db'), [...auditMigrations, ...identityMigrations]);
    hasher = createPasswordHasher();
    failing = false;
    room = await servicesOver(db, hasher, () => failing);
  });
  afterEach(async () => {
    await hasher.close();
    await db.close();
    files.remove();
  });

  const caller = { personId: 'karen', from: null };
  const invitation = { name: 'Jens Ansatsen', login: 'jens', language: 'da' } as const;
  const refuses = async (deed: Promise<unknown>) => {
    await assert.rejects(deed, /the record is full/);
  };

  it('are kept both or neither at set-up', async () => {
    failing = true;
    const code = room.setUp.code ?? '';
    const form = {
      code,
      name: 'Karen',
      email: 'k@c.test',
      password: 'x',
      company: 'C',
      language: 'da',
    } as const;
    await refuses(room.setUp.complete(form, null));
    assert.equal((await db.read('people')).length, 0);
    assert.equal(room.setUp.isDone(), false);
    failing = false;
    assert.notEqual(await room.setUp.complete(form, null), 'wrong-code');
  });

  it('are kept both or neither when somebody is invited', async () => {
    failing = true;
    await refuses(room.people.invite(invitation, caller));
    assert.equal((await db.read('people')).length + (await db.read('slips')).length, 0);
  });

  it('are kept both or neither when somebody joins: the slip is not used up', async () => {
    const { personId, slipId } = await room.people.invite(invitation, caller);
    const { code } = await room.people.printedSlip(slipId, caller);
    failing = true;
    await refuses(room.joining.join(code, { name: 'Jens', password: 'x' }, null));
    failing = false;
    const joined = await room.joining.join(code, { name: 'Jens', password: 'x' }, null);
    assert.ok(typeof joined === 'object' && joined.id === personId);
  });

  it('are kept both or neither when a login is closed', async () => {
    const { personId } = await room.people.invite(invitation, caller);
    failing = true;
    await refuses(room.people.close(personId, caller));
    assert.equal((await db.read('people').where({ id: personId }).first())?.closed_at, null);
  });

  it('are kept both or neither when a language is chosen', async () => {
    const { personId } = await room.people.invite(invitation, caller);
    failing = true;
    await refuses(room.account.chooseLanguage({ personId, from: null }, 'en'));
    assert.equal((await db.read('people').where({ id: personId }).first())?.language, 'da');
  });

  it('come before the sight: no line, no list and no slip', async () => {
    const { slipId } = await room.people.invite(invitation, caller);
    failing = true;
    await refuses(room.people.list(caller));
    await refuses(room.people.printedSlip(slipId, caller));
  });
});

async function servicesOver(db: Database, hasher: PasswordHasher, isFull: () => boolean) {
  const vault = createVault([randomBytes(32)]);
  const clock = turnableClock();
  const real = createAudit({ db, vault, clock });
  const audit: Audit = {
    ...real,
    append: (tx, entry) =>
      isFull() ? Promise.reject(new Error('the record is full')) : real.append(tx, entry),
  };
  const people = createPeopleStore(vault);
  const passwords = createPasswords({ vault, hasher, rounds: QUICK_ROUNDS });
  const codes = createSlipCodes({ vault, clock });
  const needs = { db, audit, clock, people, passwords, codes, tries: createTries({ vault, clock }) };
  return {
    setUp: await createSetUp(needs),
    people: createPeople(needs),
    joining: createJoining(needs),
    account: createAccount(needs),
  };
}
