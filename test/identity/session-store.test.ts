import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Cookie, type SessionData } from 'express-session';
import { identityMigrations } from '#identity/index.ts';
import { DatabaseSessionStore, sessionKeys } from '#identity/session-store.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault, type Vault } from '#platform/vault/index.ts';
import { scratch, turnableClock, type Scratch, type TurnableClock } from '../support/scratch.ts';

describe('The store of sessions', () => {
  let files: Scratch;
  let db: Database;
  let vault: Vault;
  let clock: TurnableClock;
  let store: DatabaseSessionStore;

  beforeEach(async () => {
    files = scratch();
    db = await openDatabase(files.path('sessions.db'), identityMigrations);
    vault = createVault([randomBytes(32)]);
    clock = turnableClock();
    store = new DatabaseSessionStore({ db, vault, clock, key: sessionKeys(vault) });
  });
  afterEach(async () => {
    await db.close();
    files.remove();
  });

  const session = (notice: string): SessionData => ({
    cookie: new Cookie(),
    notices: [{ kind: 'done', key: notice }],
  });
  const set = (id: string, data: SessionData) =>
    new Promise<void>((done, failed) =>
      store.set(id, data, (error) => (error instanceof Error ? failed(error) : done())),
    );
  const get = (id: string) =>
    new Promise<SessionData | null>((done, failed) =>
      store.get(id, (error, data) => (error instanceof Error ? failed(error) : done(data ?? null))),
    );
  const destroy = (id: string) => new Promise<void>((done) => store.destroy(id, () => done()));

  it('gives back what was stored', async () => {
    await set('an id', session('a:b'));
    assert.equal((await get('an id'))?.notices?.[0]?.key, 'a:b');
  });

  it('knows nothing of another id', async () => {
    await set('an id', session('a:b'));
    assert.equal(await get('another id'), null);
  });

  it('does not bring a session back that ended while a request was under way', async () => {
    const data = session('a:b');
    await set('an id', data);
    await destroy('an id');
    await set('an id', data);
    assert.equal(await get('an id'), null);
  });

  it('keeps the beginning of a session when it is changed: the absolute limit holds', async () => {
    const data = session('a:b');
    await set('an id', data);
    for (let hours = 0; hours < 8; hours += 0.25) {
      clock.advance(15 * 60_000);
      await set('an id', data);
    }
    assert.equal(await get('an id'), null);
  });

  it('opens nothing that was sealed under another master key', async () => {
    await set('an id', session('a:b'));
    const otherVault = createVault([randomBytes(32)]);
    const other = new DatabaseSessionStore({ db, vault: otherVault, clock, key: sessionKeys(vault) });
    const found = await new Promise((done) => other.get('an id', (_error, data) => done(data)));
    assert.equal(found, null);
  });
});
