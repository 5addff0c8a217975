import assert from 'node:assert/strict';
import { Failure } from '#kernel/errors.ts';
import { takeInstanceLock } from '#platform/db/index.ts';
import { startChild } from '../../support/child.ts';
import { scratch, type Scratch } from '../../support/scratch.ts';

const holder = new URL('./entries/lock-holder.ts', import.meta.url);

describe('the instance lock', () => {
  let files: Scratch;
  beforeEach(() => {
    files = scratch();
  });
  afterEach(() => files.remove());

  const refused = (code: string) => (error: unknown) => error instanceof Failure && error.code === code;

  it('is refused to a second process', async () => {
    const child = startChild(holder, [files.folder]);
    try {
      assert.equal(await child.line(), 'held');
      await assert.rejects(takeInstanceLock(files.folder), refused('already-running'));
    } finally {
      await child.kill();
    }
  });

  it('is let go of when its process is killed', async () => {
    const child = startChild(holder, [files.folder]);
    assert.equal(await child.line(), 'held');
    await child.kill();
    await (await takeInstanceLock(files.folder)).release();
  });

  it('is refused within the same process as well', async () => {
    const lock = await takeInstanceLock(files.folder);
    await assert.rejects(takeInstanceLock(files.folder), refused('already-running'));
    await lock.release();
  });

  it('can be taken again when it was released', async () => {
    await (await takeInstanceLock(files.folder)).release();
    await (await takeInstanceLock(files.folder)).release();
  });

  it('says that a folder cannot be locked, and not that another process has it', async () => {
    await assert.rejects(takeInstanceLock(files.path('missing')), refused('unavailable'));
  });
});
