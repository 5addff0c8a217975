import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scripts = join(import.meta.dirname, '../../scripts');

describe('scripts/datamapper', () => {
  let elsewhere: string;
  before(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'wrappers-'));
    symlinkSync(join(scripts, 'datamapper'), join(elsewhere, 'dm'));
  });
  after(() => rmSync(elsewhere, { recursive: true }));

  /** Runs it as a stranger would: from another folder, through a link, with no Node on the path. */
  const run = (...words: string[]): SpawnSyncReturns<string> =>
    spawnSync(join(elsewhere, 'dm'), words, {
      cwd: elsewhere,
      env: { PATH: '/usr/bin:/bin' },
      encoding: 'utf8',
    });

  it('runs from any folder and through a link', () => assert.match(run('--help').stdout, /^DataMapper/));

  it('says nothing of its own', () => assert.equal(run('--help').stderr, ''));

  it('hands on the exit code', () => assert.equal(run('no-such-command').status, 2));

  it('hands on arguments with spaces as they are', () =>
    assert.match(run('no such command').stderr, /"no such command"/));
});

describe('scripts/node', () => {
  it('is Node 24 or newer, whatever is on the path', () => {
    const { stdout } = spawnSync(join(scripts, 'node'), ['-p', 'parseInt(process.versions.node) >= 24'], {
      env: { PATH: '/usr/bin:/bin' },
      encoding: 'utf8',
    });
    assert.equal(stdout, 'true\n');
  });
});
