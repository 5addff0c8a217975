import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Failure } from '#kernel/errors.ts';
import { masterKeyInFolder } from '#platform/vault/index.ts';
import { scratch, type Scratch } from '../../support/scratch.ts';

describe('the master key in the state folder', () => {
  let files: Scratch;
  beforeEach(() => {
    files = scratch();
  });
  afterEach(() => files.remove());

  const refused = async (databaseExists: boolean, why: RegExp): Promise<void> => {
    await assert.rejects(
      masterKeyInFolder(files.folder, databaseExists),
      (error: unknown) => error instanceof Failure && error.code === 'damaged' && why.test(error.message),
    );
  };

  it('is made at the first start, for nobody else to read', async () => {
    const key = await masterKeyInFolder(files.folder, false);
    assert.equal(key.length, 32);
    assert.equal(statSync(files.path('master.key')).mode & 0o777, 0o600);
    assert.equal(readFileSync(files.path('master.key'), 'utf8'), `${key.toString('base64')}\n`);
  });

  it('is another one in each folder', async () => {
    const other = scratch();
    const keys = [await masterKeyInFolder(files.folder, false), await masterKeyInFolder(other.folder, false)];
    other.remove();
    assert.notDeepEqual(keys[0], keys[1]);
  });

  it('is the same at the next start', async () => {
    const key = await masterKeyInFolder(files.folder, false);
    assert.deepEqual(await masterKeyInFolder(files.folder, true), key);
  });

  it('is refused when the group can read it', async () => {
    await masterKeyInFolder(files.folder, false);
    chmodSync(files.path('master.key'), 0o640);
    await refused(true, /read by other users/);
  });

  it('is refused when everybody can read it', async () => {
    await masterKeyInFolder(files.folder, false);
    chmodSync(files.path('master.key'), 0o604);
    await refused(true, /read by other users/);
  });

  it('is not made anew when there is a database', async () => {
    await refused(true, /missing though there is a database/);
  });

  it('is refused when it was cut', async () => {
    writeFileSync(files.path('master.key'), Buffer.alloc(20).toString('base64'), { mode: 0o600 });
    await refused(true, /32 bytes in base64/);
  });

  it('is refused when it is empty', async () => {
    writeFileSync(files.path('master.key'), '', { mode: 0o600 });
    await refused(false, /32 bytes in base64/);
  });
});
