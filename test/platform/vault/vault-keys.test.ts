import assert from 'node:assert/strict';
import { Failure } from '#kernel/errors.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault, vaultKeyStore, vaultMigrations, type Vault } from '#platform/vault/index.ts';
import { scratch, turnableClock, type Scratch } from '../../support/scratch.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);

describe('the keys that a database was written with', () => {
  let files: Scratch;
  let db: Database;
  beforeEach(async () => {
    files = scratch();
    db = await openDatabase(files.path('test.db'), vaultMigrations);
  });
  afterEach(async () => {
    await db.close();
    files.remove();
  });

  const claim = (vault: Vault): Promise<void> =>
    db.write((tx) => vaultKeyStore.claim(tx, vault, turnableClock().now()));

  it('are noted once', async () => {
    await claim(createVault([OLD]));
    await claim(createVault([OLD]));
    assert.deepEqual(await db.read('vault_keys').select('id'), [{ id: createVault([OLD]).keyId }]);
  });

  it('refuse a vault with another key', async () => {
    await claim(createVault([OLD]));
    await assert.rejects(
      claim(createVault([NEW])),
      (error: unknown) => error instanceof Failure && error.code === 'damaged',
    );
  });

  it('take a new key beside the old one', async () => {
    await claim(createVault([OLD]));
    await claim(createVault([NEW, OLD]));
    assert.equal((await db.read('vault_keys').select()).length, 2);
  });

  it('refuse a vault that has only the newer of two', async () => {
    await claim(createVault([OLD]));
    await claim(createVault([NEW, OLD]));
    await assert.rejects(claim(createVault([NEW])), Failure);
  });
});
