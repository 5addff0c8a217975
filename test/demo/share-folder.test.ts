import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '#kernel/errors.ts';
import type { ShareFile } from '../../scripts/demo/share.ts';
import { truthFileOf, writeShare } from '../../scripts/demo/share-folder.ts';
import { firstShare } from './first-share.ts';

const run = promisify(execFile);
const COMMAND = join(import.meta.dirname, '../../scripts/demo-share');

describe('the demo share on disk', () => {
  let top: string;
  let one: string;
  let files: ShareFile[];

  before(async () => {
    top = await mkdtemp(join(tmpdir(), 'demo-share-'));
    files = await firstShare();
    one = join(top, 'one');
    await writeShare(one, files);
  });
  after(() => rm(top, { recursive: true }));

  it('is the same tree when it is made twice in the same folder', async () => {
    const first = await tree(one);
    await writeShare(one, files);
    assert.deepEqual(await tree(one), first);
  });

  it('is the same tree in another folder', async () => {
    await writeShare(join(top, 'other'), files);
    assert.deepEqual(await tree(join(top, 'other')), await tree(one));
  });

  it('has one line of truth for each file, beside the folder', async () => {
    const lines = (await readFile(truthFileOf(one), 'utf8')).trimEnd().split('\n');
    const told = lines.map((line) => /^\{"path":("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? '');
    const there = (await tree(one))
      .filter((entry) => entry.isFile)
      .map((entry) => JSON.stringify(entry.path));
    assert.deepEqual(told.sort(), there.sort());
  });

  it('leaves a folder alone that holds something else', async () => {
    const folder = join(top, 'strange');
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.txt'), 'mine');
    await assert.rejects(
      writeShare(folder, files),
      (error) => error instanceof Failure && error.code === 'conflict',
    );
    assert.deepEqual(await readdir(folder), ['thesis.txt']);
  });

  it('leaves an earlier share alone once somebody has put a file into it', async () => {
    const folder = join(top, 'added');
    await writeShare(folder, files);
    await writeFile(join(folder, 'HR', 'thesis.txt'), 'mine');
    await assert.rejects(writeShare(folder, files), Failure);
    assert.equal((await tree(folder)).filter((entry) => entry.isFile).length, files.length + 1);
  });

  it('is refused by the command with exit code 2', async () => {
    const folder = join(top, 'command');
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.txt'), 'mine');
    await assert.rejects(run(COMMAND, [folder]), { code: 2 });
  });

  it('is made by the command', async () => {
    const { stdout } = await run(COMMAND, [join(top, 'made'), '--seed', '3']);
    assert.match(stdout, /\d+ files, \d+ of them without personal data, seed 3/);
  });
});

async function tree(
  folder: string,
): Promise<{ path: string; isFile: boolean; bytes: string; modified: number }[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  return await Promise.all(
    names.map(async (path) => {
      const state = await stat(join(folder, path));
      const bytes = state.isFile() ? (await readFile(join(folder, path))).toString('base64') : '';
      return { path, isFile: state.isFile(), bytes, modified: state.mtimeMs };
    }),
  );
}
