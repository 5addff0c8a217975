import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import sqlite3 from 'sqlite3';
import { listenForCommands } from '#platform/control/index.ts';
import { AUDIT_VERIFY, auditVerifyHandler } from '../../../app/boot/cli/audit.ts';
import { openState } from '../../../app/boot/state.ts';
import { keptLog, scratch, type Scratch } from '../../support/scratch.ts';

const MAIN = new URL('../../../app/boot/cli/main.ts', import.meta.url).pathname;

describe('datamapper audit verify', () => {
  let files: Scratch;
  let stateFolder: string;
  beforeEach(async () => {
    files = scratch();
    stateFolder = files.path('state');
    const state = await openState({ stateFolder, masterKey: null });
    for (let count = 0; count < 3; count++) await state.audit.verifyOnRecord({ kind: 'console' }, null);
    await state.close();
  });
  afterEach(() => files.remove());

  const run = async (args: readonly string[] = ['audit', 'verify'], environment: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { DM_STATE_DIR: stateFolder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { out, err, code: child.exitCode };
  };
  /** The database is closed, so there are no locks that a connection of ours could drop. */
  const edit = (sql: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const database = new sqlite3.Database(`${stateFolder}/datamapper.db`);
      database.exec(sql, (error) => database.close(() => (error === null ? resolve() : reject(error))));
    });

  it('prints how many entries there are and the head, and ends with 0', async () => {
    const { out, code } = await run();
    assert.equal(code, 0);
    assert.match(out, /^The record is whole: 3 entries\.\nHead: [0-9a-f]{64}\n$/);
  });

  it('names the first bad entry, what is wrong and the next step, and ends with 1', async () => {
    await edit(
      'DROP TRIGGER audit_entries_refuses_update; UPDATE audit_entries SET at = 5 WHERE sequence = 2',
    );
    const { out, code } = await run();
    assert.equal(code, 1);
    assert.match(out, /broken at entry 2: its time, its place or its hash was changed\./);
    assert.match(out, /Keep a copy of the state folder/);
  });

  it('leaves no lock behind', async () => {
    await run();
    await (await openState({ stateFolder, masterKey: null })).close();
  });

  it('asks the running appliance, which puts it on the record', async () => {
    const state = await openState({ stateFolder, masterKey: null });
    const handlers = new Map([[AUDIT_VERIFY, auditVerifyHandler(state.audit)]]);
    const listening = await listenForCommands(stateFolder, handlers, keptLog().log);
    const { out, code } = await run();
    const [newest] = await state.audit.newest(1);
    await listening.close();
    await state.close();
    assert.equal(code, 0);
    assert.match(out, /whole: 3 entries/);
    assert.equal(newest?.sequence, 4);
    assert.equal(newest.what, 'audit.verified');
  });

  it('ends with 2 when another process has the state folder and does not listen', async () => {
    const state = await openState({ stateFolder, masterKey: null });
    const { err, code } = await run();
    await state.close();
    assert.equal(code, 2);
    assert.match(err, /another process of the appliance/);
  });

  it('ends with 2 and makes nothing when there is no state folder', async () => {
    const missing = files.path('missing');
    const { err, code } = await run(undefined, { DM_STATE_DIR: missing });
    assert.equal(code, 2);
    assert.match(err, /DM_STATE_DIR/);
    assert.ok(!existsSync(missing));
  });

  it('ends with 2 and names bad settings', async () => {
    const { err, code } = await run(undefined, { DM_LANGUAGE: 'sv' });
    assert.equal(code, 2);
    assert.match(err, /DM_LANGUAGE must be da or en/);
  });

  for (const args of [
    ['audit'],
    ['audit', 'mend'],
    ['audit', 'verify', 'twice'],
    ['audit', 'verify', '--fast'],
  ]) {
    it(`ends with 2 for "${args.join(' ')}"`, async () => {
      assert.equal((await run(args)).code, 2);
    });
  }

  it('says how it is used', async () => {
    const { out, code } = await run(['audit', '--help']);
    assert.equal(code, 0);
    assert.match(out, /Usage: datamapper audit verify/);
  });
});
