import assert from 'node:assert/strict';
import {
  creator,
  roomWithCreator,
  signIn,
  type Browser,
  type IdentityRoom,
} from '../support/identity-room.ts';

const NEW = 'kutter violin marmelade';

describe("One's own account", () => {
  let room: IdentityRoom & { readonly karen: Browser };
  beforeEach(async () => {
    room = await roomWithCreator();
  });
  afterEach(() => room.close());

  const change = (oldPassword: string, password = NEW, passwordAgain = password) =>
    room.karen.send('/account', '/account/password', { oldPassword, password, passwordAgain });

  it('shows name and login', async () => {
    const page = await room.karen.get('/account');
    assert.match(page.text, /Karen Skabersen/);
    assert.match(page.text, /karen@company\.test/);
  });

  it('is for who is signed in', async () => {
    assert.equal((await room.browser().get('/account')).status, 303);
    for (const deed of ['/account/password', '/account/language']) {
      assert.equal((await room.browser().send('/sign-in', deed, {})).status, 401);
    }
  });

  it('changes the password, given the old one', async () => {
    assert.equal((await change(creator.password)).headers['location'], '/account');
    assert.equal((await signIn(room.browser(), creator.email, NEW)).status, 303);
    assert.equal((await signIn(room.browser(), creator.email, creator.password)).status, 401);
  });

  it('refuses a wrong old password, on the record', async () => {
    const answer = await change('not the old one');
    assert.equal(answer.status, 422);
    assert.match(answer.text, /not your current password/);
    const { what, outcome } = (await room.audit.newest(2)).at(0) ?? {};
    assert.deepEqual([what, outcome], ['identity.password-changed', 'refused']);
  });

  it('refuses a new password that is too short', async () => {
    assert.match((await change(creator.password, 'short')).text, /at least 12 characters/);
  });

  it('refuses a change without a token', async () => {
    const fields = { oldPassword: creator.password, password: NEW, passwordAgain: NEW };
    assert.equal((await room.karen.post('/account/password', fields)).status, 403);
  });

  it('ends the other sessions with the change, and keeps this one', async () => {
    const other = room.browser();
    await signIn(other, creator.email, creator.password);
    await change(creator.password);
    assert.equal((await other.get('/')).status, 303);
    assert.equal((await room.karen.get('/')).status, 200);
  });

  it('lets nobody guess the old password in an open session', async () => {
    for (let i = 0; i < 5; i++) await change('not the old one');
    const answer = await change(creator.password);
    assert.equal(answer.status, 422);
    assert.match(answer.text, /too many wrong tries/);
  });

  it('keeps the language with the person', async () => {
    await room.karen.send('/account', '/account/language', { language: 'da' });
    assert.equal((await room.lastEntry()).what, 'identity.language-chosen');
    const other = room.browser();
    await signIn(other, creator.email, creator.password);
    assert.match((await other.get('/account')).text, /<html lang="da">/);
  });

  it('takes the language from the switch at the top of every page', async () => {
    await room.karen.send('/account', '/language', { language: 'da', next: '/account' });
    assert.match((await room.karen.get('/account')).text, /<html lang="da">/);
  });

  it('refuses a language that there is not', async () => {
    assert.equal((await room.karen.send('/account', '/account/language', { language: 'xx' })).status, 422);
  });
});
