import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { records, run, start } from './command-line.ts';

/** Invented. */
const CPR = '070761-4285';

describe('datamapper scan', () => {
  let root: string;
  const at = (...names: string[]): string => join(root, ...names);

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'scan-test-'));
    mkdirSync(at('b', 'c'), { recursive: true });
    mkdirSync(at('a'));
    writeFileSync(at('b', 'list.csv'), `navn;cpr\nAnna;${CPR}\nBo;${CPR}\n`);
    writeFileSync(at('b', 'c', 'clean.txt'), 'Der er intet her, og det er ikke noget problem for os.');
    writeFileSync(at('a', 'empty'), '');
    writeFileSync(at('z.txt'), `cpr-nr. ${CPR}`);
    writeFileSync(at('a', 'broken.zip'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]));
    symlinkSync('/etc/passwd', at('a', 'link'));
    execFileSync('mkfifo', [at('a', 'pipe')]);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b/`), Buffer.from('l\xf8n\n.txt', 'latin1')]), 'x');
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('prints one line for each file, in the order of the walk', async () => {
    const { stdout } = await run(['scan', root, '--json']);
    const paths = records(stdout).map(({ path }) => String(path).slice(root.length));
    const expected = [
      '/z.txt',
      '/a/broken.zip',
      '/a/empty',
      '/a/link',
      '/a/pipe',
      '/b/list.csv',
      '/b/l\udcf8n\n.txt',
      '/b/c/clean.txt',
    ];
    assert.deepEqual(paths, expected);
  });

  it('prints exactly the fields of the contract', async () => {
    const [line] = records((await run(['scan', at('z.txt'), '--json'])).stdout);
    assert.deepEqual(
      { ...line, score: 0, language: null, findings: [] },
      {
        path: at('z.txt'),
        status: 'scanned',
        reason: null,
        mime: 'text/plain',
        language: null,
        documentType: null,
        risk: 'medium',
        score: 0,
        findings: [],
      },
    );
  });

  it('counts places by type, with the confidence of the surest', async () => {
    const [line] = records((await run(['scan', at('b', 'list.csv'), '--json'])).stdout);
    const findings = line?.findings as Record<string, unknown>[];
    const finding = findings.find(({ type }) => type === 'DK_CPR');
    assert.deepEqual(Object.keys(finding ?? {}), ['type', 'category', 'count', 'confidence']);
    assert.deepEqual([finding?.type, finding?.category, finding?.count], ['DK_CPR', 'confidential', 2]);
  });

  it('never shows a value', async () => {
    const outputs = [await run(['scan', root, '--json']), await run(['scan', root])];
    for (const { stdout, stderr } of outputs) assert.equal(`${stdout}${stderr}`.includes('4285'), false);
  });

  it('ends with 1 when a file failed', async () => {
    assert.equal((await run(['scan', root, '--json'])).code, 1);
  });

  it('ends with 0 when all were read', async () => {
    assert.equal((await run(['scan', at('b'), '--json'])).code, 0);
  });

  it('skips links and pipes without opening them', async () => {
    const lines = records((await run(['scan', at('a'), '--json'])).stdout);
    const special = lines
      .filter(({ path }) => /link|pipe/.test(String(path)))
      .map(({ status, reason }) => [status, reason]);
    assert.deepEqual(special, [
      ['skipped', 'unsupported'],
      ['skipped', 'unsupported'],
    ]);
  });

  for (const [given, expected] of [
    ['b/c', 'b/c/clean.txt'],
    ['b/c/', 'b/c/clean.txt'],
    ['./b/c', './b/c/clean.txt'],
    ['b/c/clean.txt', 'b/c/clean.txt'],
  ] as const) {
    it(`names what lies in ${given} as find does`, () => {
      const child = execFileSync(
        process.execPath,
        [join(import.meta.dirname, '../../../app/boot/cli/main.ts'), 'scan', '--json', given],
        { cwd: root },
      );
      assert.equal(records(child.toString())[0]?.path, expected);
    });
  }

  it('says the same whatever the number of workers', async () => {
    const one = await run(['scan', root, '--json', '--workers', '1']);
    const four = await run(['scan', root, '--json', '--workers', '4']);
    assert.equal(one.stdout, four.stdout);
  });

  it('prints a report for people, with names on one line', async () => {
    const { stdout } = await run(['scan', root]);
    assert.match(stdout, /^8 files: 5 scanned, 0 partial, 2 skipped, 1 failed\n/);
    assert.match(stdout, /DK_CPR: 3 in 2 files/);
    assert.match(stdout, /corrupt: 1 file\n\s+failed\s+\S+broken\.zip/);
  });

  it('lists in the report what was skipped, too, by its reason', async () => {
    const { stdout } = await run(['scan', root]);
    assert.match(stdout, /unsupported: 2 files\n\s+skipped\s+\S+link\n\s+skipped\s+\S+pipe\n/);
  });

  it('prints nothing on standard error when nobody watches', async () => {
    assert.equal((await run(['scan', at('b'), '--json'])).stderr, '');
  });

  it('prints progress on standard error when asked, and only there', async () => {
    const { stdout, stderr } = await run(['scan', at('b'), '--json', '--progress']);
    assert.match(stderr, /3 files, .* files\/s/);
    assert.equal(records(stdout).length, 3);
  });

  for (const args of [
    ['/no/such/folder'],
    [],
    ['a', 'b'],
    [''],
    ['/proc'],
    ['.', '--workers', '0'],
    ['.', '--workers', 'x'],
  ]) {
    it(`does not start with ${JSON.stringify(args)}`, async () => {
      const { code, stdout, stderr } = await run(['scan', ...args]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.notEqual(stderr, '');
    });
  }

  it('leaves nothing in the temporary folder', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'scan-temporary-'));
    await run(['scan', root], '', { TMPDIR: temporary });
    const left = readdirSync(temporary);
    rmSync(temporary, { recursive: true });
    assert.deepEqual(left, []);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = start(['scan', root, '--json']);
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.stdout.destroy();
    await once(child, 'close');
    assert.deepEqual([child.exitCode, stderr], [0, '']);
  });

  it('ends in good order on Ctrl-C, with 130', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'scan-interrupted-'));
    mkdirSync(at('many'));
    for (let number = 0; number < 3000; number++) writeFileSync(at('many', String(number)), 'x '.repeat(500));
    const child = start(['scan', at('many'), '--json'], { TMPDIR: temporary });
    let lines = '';
    child.stdout.on('data', (text: Buffer) => (lines += text.toString()));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await once(child, 'close');
    const left = readdirSync(temporary);
    rmSync(at('many'), { recursive: true });
    rmSync(temporary, { recursive: true });
    assert.deepEqual([child.exitCode, left], [130, []]);
    assert.ok(records(lines).every(({ status }) => status === 'scanned'));
  });

  it('takes its workers along when it is killed', async () => {
    writeFileSync(at('long.txt'), 'ord og flere ord '.repeat(4_000_000));
    // Nobody is left to remove the command's own temporary folder.
    const temporary = mkdtempSync(join(tmpdir(), 'scan-killed-'));
    const child = start(['scan', at('long.txt'), '--json'], { TMPDIR: temporary });
    const children = await workersOf(child.pid ?? 0);
    child.kill('SIGKILL');
    await once(child, 'close');
    for (let tries = 0; tries < 100 && children.some(isAlive); tries++) await pause(50);
    rmSync(at('long.txt'));
    rmSync(temporary, { recursive: true });
    assert.notEqual(children.length, 0);
    assert.deepEqual(children.filter(isAlive), []);
  });

  it('lists a folder that it may not read as failed, and goes on', async () => {
    if (process.getuid?.() !== 0) chmodSync(at('b', 'c'), 0o000);
    else makeUnreadableForRoot(at('b'));
    const { code, stdout } = await run(['scan', at('b'), '--json']);
    if (process.getuid?.() !== 0) chmodSync(at('b', 'c'), 0o755);
    const lines = records(stdout).map(({ path, status, reason }) => [
      String(path).slice(root.length),
      status,
      reason,
    ]);
    assert.equal(code, 1);
    assert.ok(
      lines.some(([path, status, reason]) => path !== '' && status === 'failed' && reason === 'unreadable'),
    );
    assert.ok(lines.some(([, status]) => status === 'scanned'));
  });
});

describe('datamapper extract', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'extract-test-'));
    writeFileSync(join(root, 'letter.txt'), 'Kære Bjørn,\nvi ses.\n');
    writeFileSync(join(root, 'latin.txt'), Buffer.from('Kære Bjørn, vi ses på Ærø.\n', 'latin1'));
    writeFileSync(join(root, 'long.txt'), 'ord 😀 '.repeat(300_000));
    copyFileSync('/bin/true', join(root, 'program.exe'));
  });
  after(() => rmSync(root, { recursive: true }));

  it('prints the text of a file', async () => {
    const { code, stdout, stderr } = await run(['extract', join(root, 'letter.txt')]);
    assert.deepEqual([code, stdout, stderr], [0, 'Kære Bjørn,\nvi ses.\n', '']);
  });

  it('prints UTF-8 whatever the file is in', async () => {
    assert.equal((await run(['extract', join(root, 'latin.txt')])).stdout, 'Kære Bjørn, vi ses på Ærø.\n');
  });

  it('prints a long text whole', async () => {
    const { stdout } = await run(['extract', join(root, 'long.txt')]);
    assert.equal(stdout.trimEnd() === 'ord 😀 '.repeat(300_000).trimEnd(), true);
  });

  it('says on standard error why there is no text, and ends with 1', async () => {
    const { code, stdout, stderr } = await run(['extract', join(root, 'program.exe')]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /unsupported/);
  });

  for (const args of [['missing.txt'], [], ['.'], ['a', 'b'], ['/dev/null']]) {
    it(`does not start with ${JSON.stringify(args)}`, async () => {
      const { code, stdout } = await run(['extract', ...args]);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }
});

/** Root reads every folder; one with a tree too deep to walk is refused to root as well. */
function makeUnreadableForRoot(folder: string): void {
  mkdirSync(join(folder, ...Array.from({ length: 502 }, () => 'd')), { recursive: true });
}

async function workersOf(pid: number): Promise<number[]> {
  for (let tries = 0; tries < 100; tries++) {
    const children = execFileSync('cat', [`/proc/${pid}/task/${pid}/children`])
      .toString()
      .trim()
      .split(' ')
      .filter(Boolean);
    if (children.length > 0) {
      await pause(500);
      return children.map(Number);
    }
    await pause(20);
  }
  return [];
}

/** A process that has ended may stand as a zombie until somebody asks for it. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}
