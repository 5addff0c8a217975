import assert from 'node:assert/strict';
import {
  creator,
  invited,
  joined,
  roomWithCreator,
  signIn,
  type Browser,
  type IdentityRoom,
} from '../support/identity-room.ts';
import type { Passwords } from '#identity/passwords.service.ts';
import { createPeopleStore, type StoredPassword } from '#identity/people.store.ts';
import { createSignIn } from '#identity/sign-in.service.ts';
import { createTries } from '#identity/tries.ts';

const PASSWORD = 'gynge tromme kridt fem';
const JENS = { name: 'Jens Ansatsen', login: 'jens' };

describe('The check of a login', () => {
  let room: IdentityRoom & { readonly karen: Browser };
  let jensId: string;
  beforeEach(async () => {
    room = await roomWithCreator();
    const slip = await invited(room, JENS);
    jensId = slip.id;
    await joined(room, slip.code, PASSWORD, JENS.name);
  });
  afterEach(() => room.close());

  const signInWith = (passwords: Passwords) => {
    const { db, audit, vault, clock } = room;
    return createSignIn({
      db,
      audit,
      passwords,
      people: createPeopleStore(vault),
      tries: createTries({ vault, clock }),
    });
  };
  const attempt = (login: string) => ({ login, password: 'something', from: null, place: 'here' });

  it('looks at a password once, whether the login is known, unknown, invited or closed', async () => {
    const invitedOnly = await invited(room, { name: 'Else Prøvesen', login: 'else' });
    assert.ok(invitedOnly.code);
    await room.karen.send('/people', `/people/${jensId}/closure`);
    let checks = 0;
    const counting: Passwords = {
      hashFor: () => Promise.reject(new Error('not asked for')),
      check: () => Promise.resolve(((checks += 1), 'wrong' as const)),
    };
    for (const login of [creator.email, 'nobody', 'else', 'jens']) {
      const before = checks;
      assert.deepEqual(await signInWith(counting).try(attempt(login)), { kind: 'refused' });
      assert.equal(checks - before, 1, login);
    }
  });

  it('lets in nobody who has not joined, even if the password were right', async () => {
    await invited(room, { name: 'Else Prøvesen', login: 'else' });
    const always: Passwords = {
      hashFor: () => Promise.reject(new Error('not asked for')),
      check: () => Promise.resolve('right'),
    };
    assert.deepEqual(await signInWith(always).try(attempt('else')), { kind: 'refused' });
    assert.deepEqual((await room.lastEntry()).details, { reason: 'invited' });
  });

  it('refuses a password row that was moved from somebody else, and says so on the record', async () => {
    const karens = await room.db.read('people').where({ role: 'creator' }).first();
    assert.ok(karens);
    const { sealed_password, password_mac } = karens;
    await room.db.write((tx) => tx('people').where({ id: jensId }).update({ sealed_password, password_mac }));
    assert.equal((await signIn(room.browser(), JENS.login, creator.password)).status, 401);
    assert.deepEqual((await room.lastEntry()).details, { reason: 'password-planted' });
  });

  it('refuses a hash of another person even when it is sealed anew', async () => {
    const people = createPeopleStore(room.vault);
    const karen = await people.byLogin(room.db.read, creator.email);
    const stored: StoredPassword | null = karen && (await people.passwordOf(room.db.read, karen.id));
    assert.ok(stored);
    await room.db.write((tx) => people.setPassword(tx, jensId, stored));
    assert.equal((await signIn(room.browser(), JENS.login, creator.password)).status, 401);
    assert.deepEqual((await room.lastEntry()).details, { reason: 'password-planted' });
  });

  it('opens nobody whose role was changed behind the appliance', async () => {
    const people = createPeopleStore(room.vault);
    const karenId = (await people.byLogin(room.db.read, creator.email))?.id ?? 'missing';
    const setRole = (id: string, role: string) =>
      room.db.write((tx) => tx('people').where({ id }).update({ role }));
    await setRole(karenId, 'staff');
    await setRole(jensId, 'creator');
    await assert.rejects(people.byId(room.db.read, jensId), { code: 'damaged' });
    await assert.rejects(people.byId(room.db.read, karenId), { code: 'damaged' });
    await setRole(jensId, 'staff');
    await setRole(karenId, 'creator');
  });

  it('counts tries that come at the same moment one by one', async () => {
    const { vault, clock } = room;
    const tries = createTries({ vault, clock });
    const waits = await Promise.all(
      Array.from({ length: 8 }, () => room.db.write((tx) => tries.count(tx, 'login', 'here'))),
    );
    assert.deepEqual(
      waits.map((wait) => wait > 0),
      [false, false, false, false, false, true, true, true],
    );
  });
});
