import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { openState } from '../../app/boot/state.ts';
import { Failure } from '#kernel/errors.ts';
import { scratch, turnableClock, type Scratch } from '../support/scratch.ts';

describe('the state folder', () => {
  let files: Scratch;
  let stateFolder: string;
  beforeEach(() => {
    files = scratch();
    stateFolder = files.path('new/state');
  });
  afterEach(() => files.remove());

  const open = (masterKey: Buffer | null = null, mustExist = false) =>
    openState({ stateFolder, masterKey }, { clock: turnableClock(), mustExist });
  const refused = (code: string) => (error: unknown) => error instanceof Failure && error.code === code;

  it('is made when it is missing, for nobody else to enter', async () => {
    await (await open()).close();
    assert.equal(statSync(stateFolder).mode & 0o777, 0o700);
  });

  it('holds no content that others can read', async () => {
    const state = await open();
    for (const name of readdirSync(stateFolder).filter((file) => !file.startsWith('instance.lock')))
      assert.equal(statSync(`${stateFolder}/${name}`).mode & 0o777, 0o600, name);
    await state.close();
  });

  it('keeps the record from one start to the next', async () => {
    const first = await open();
    await first.audit.verifyOnRecord({ kind: 'console' }, null);
    await first.close();
    const second = await open();
    assert.equal((await second.audit.newest(5)).length, 1);
    await second.close();
  });

  it('is refused to a second appliance', async () => {
    const first = await open();
    await assert.rejects(open(), refused('already-running'));
    await first.close();
  });

  it('can be opened again once it is closed', async () => {
    await (await open()).close();
    await (await open()).close();
  });

  it('makes no master key of its own when it is given one', async () => {
    await (await open(Buffer.alloc(32, 3))).close();
    assert.ok(!existsSync(`${stateFolder}/master.key`));
  });

  it('is refused with another master key, and can then be opened with the right one', async () => {
    await (await open(Buffer.alloc(32, 3))).close();
    await assert.rejects(open(Buffer.alloc(32, 4)), refused('damaged'));
    await (await open(Buffer.alloc(32, 3))).close();
  });

  it('is refused when its master key is gone, and none is made', async () => {
    await (await open()).close();
    rmSync(`${stateFolder}/master.key`);
    await assert.rejects(open(), refused('damaged'));
    assert.ok(!existsSync(`${stateFolder}/master.key`));
  });

  it('is refused when its master key can be read by others, and is left unlocked', async () => {
    await (await open()).close();
    chmodSync(`${stateFolder}/master.key`, 0o644);
    await assert.rejects(open(), refused('damaged'));
    chmodSync(`${stateFolder}/master.key`, 0o600);
    await (await open()).close();
  });

  it('is refused with a next step when a file stands in its place', async () => {
    writeFileSync(files.path('new'), '');
    await assert.rejects(open(), refused('unavailable'));
  });

  it('is not made for a command that only looks', async () => {
    await assert.rejects(open(null, true), refused('not-found'));
    assert.ok(!existsSync(stateFolder));
  });
});
