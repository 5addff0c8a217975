import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * A checkout whose packages are installed but for sqlite3, which stands in for the real one: its binary "loads" when
 * it says "good", and its compiler writes that and counts.
 */
describe('scripts/setup', () => {
  let checkout: string;
  let cache: string;
  const binary = (): string => join(checkout, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
  const kept = (): string => {
    const [folder = ''] = readdirSync(join(cache, 'datamapper'));
    return join(cache, 'datamapper', folder, 'node_sqlite3.node');
  };
  const compilations = (): number => {
    const file = join(checkout, 'compilations');
    return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
  };
  const setup = (): { status: number | null; said: string } => {
    const PATH = `${join(checkout, 'tools')}:${process.env['PATH'] ?? ''}`;
    const ran = spawnSync(join(checkout, 'scripts/setup'), {
      env: { PATH, HOME: checkout, XDG_CACHE_HOME: cache },
      encoding: 'utf8',
    });
    return { status: ran.status, said: ran.stdout + ran.stderr };
  };
  const executable = (path: string, text: string): void => {
    writeFileSync(join(checkout, path), text, { mode: 0o755 });
  };

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'setup-'));
    cache = join(checkout, 'cache');
    for (const folder of ['scripts', 'tools', 'node_modules/.bin', 'node_modules/sqlite3']) {
      mkdirSync(join(checkout, folder), { recursive: true });
    }
    for (const script of ['setup', 'node'])
      cpSync(join(root, 'scripts', script), join(checkout, 'scripts', script));
    writeFileSync(join(checkout, 'package.json'), '{}');
    const lock = {
      packages: { 'node_modules/sqlite3': { version: '1.2.3', integrity: 'sha512-made/up==' } },
    };
    writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify(lock));
    symlinkSync(process.execPath, join(checkout, 'node_modules/.bin/node'));
    const stamp = execFileSync('sha256sum', ['package.json', 'package-lock.json'], { cwd: checkout });
    writeFileSync(join(checkout, 'node_modules/.made-from'), stamp);
    writeFileSync(
      join(checkout, 'node_modules/sqlite3/index.js'),
      `const good = require('fs').readFileSync(__dirname + '/build/Release/node_sqlite3.node', 'utf8') === 'good';
       exports.Database = class { get(sql, done) { done(null, good ? { version: '3' } : undefined); } };`,
    );
    executable(
      'node_modules/.bin/node-gyp',
      '#!/bin/sh\nmkdir -p build/Release; printf good >build/Release/node_sqlite3.node; printf x >>../../compilations\n',
    );
    for (const tool of ['python3', 'make', 'g++']) executable(`tools/${tool}`, '#!/bin/sh\nexit 1\n');
  });
  afterEach(() => rmSync(checkout, { recursive: true }));

  /** The same checkout again, with nothing but the cache left of the first set-up. */
  function setUpOnceAndStartOver(): void {
    setup();
    rmSync(join(checkout, 'node_modules/sqlite3/build'), { recursive: true });
    rmSync(join(checkout, 'compilations'));
  }

  it('compiles sqlite3 when there is none', () => {
    assert.deepEqual([setup().status, compilations()], [0, 1]);
  });

  it('does and says nothing the second time', () => {
    setup();
    assert.deepEqual([setup(), compilations()], [{ status: 0, said: '' }, 1]);
  });

  it('takes what an earlier clone compiled', () => {
    setUpOnceAndStartOver();
    assert.deepEqual([setup().status, compilations(), readFileSync(binary(), 'utf8')], [0, 0, 'good']);
  });

  it('keeps the compiled file for its own user alone', () => {
    setup();
    assert.equal(execFileSync('stat', ['-c', '%a', join(kept(), '..')], { encoding: 'utf8' }), '700\n');
  });

  it('compiles when what is kept does not load', () => {
    setUpOnceAndStartOver();
    writeFileSync(kept(), 'damaged');
    assert.deepEqual([setup().status, compilations(), readFileSync(kept(), 'utf8')], [0, 1, 'good']);
  });

  it('compiles when others could have written what is kept', () => {
    setUpOnceAndStartOver();
    chmodSync(kept(), 0o666);
    assert.deepEqual([setup().status, compilations()], [0, 1]);
  });

  it('compiles when the file in the checkout is damaged and nothing is kept', () => {
    setup();
    rmSync(cache, { recursive: true });
    writeFileSync(binary(), 'damaged');
    assert.deepEqual([setup().status, compilations()], [0, 2]);
  });

  it('works where no cache can be kept', () => {
    writeFileSync(cache, 'a file where the folder should be');
    assert.deepEqual([setup().status, existsSync(binary())], [0, true]);
  });

  it('fails in words when what was compiled does not load', () => {
    executable('node_modules/.bin/node-gyp', '#!/bin/sh\nexit 0\n');
    const { status, said } = setup();
    assert.deepEqual([status, said.includes('compiled but does not load')], [2, true]);
  });

  it('refuses an argument that it does not know', () => {
    const ran = spawnSync(join(checkout, 'scripts/setup'), ['--tset'], { encoding: 'utf8' });
    assert.deepEqual([ran.status, ran.stderr.includes('--tset')], [2, true]);
  });
});
