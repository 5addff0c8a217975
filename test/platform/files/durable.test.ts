import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFileDurably } from '#platform/files/index.ts';
import { startChild } from '../../support/child.ts';
import { scratch, type Scratch } from '../../support/scratch.ts';

describe('a file that is written durably', () => {
  let files: Scratch;
  beforeEach(() => {
    files = scratch();
  });
  afterEach(() => files.remove());

  const write = (content: string): Promise<void> =>
    writeFileDurably(files.path('file'), content, { mode: 0o600 });
  const read = (): string => readFileSync(files.path('file'), 'utf8');

  it('holds its content, with its mode, and nothing lies beside it', async () => {
    await write('content');
    assert.equal(read(), 'content');
    assert.equal(statSync(files.path('file')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(files.folder), ['file']);
  });

  it('takes the place of an older one with a wider mode', async () => {
    writeFileSync(files.path('file'), 'old', { mode: 0o644 });
    await write('new');
    assert.equal(read(), 'new');
    assert.equal(statSync(files.path('file')).mode & 0o777, 0o600);
  });

  it('keeps its old content when the process dies before the rename', async () => {
    await write('old');
    const child = startChild(new URL('./entries/half-writer.ts', import.meta.url), [files.path('file')]);
    assert.equal(await child.line(), 'half way');
    await child.kill();
    assert.equal(read(), 'old');
  });

  it('is written although a crash left half of it behind', async () => {
    writeFileSync(files.path('file.new'), 'half', { mode: 0o644 });
    await write('whole');
    assert.equal(read(), 'whole');
    assert.deepEqual(readdirSync(files.folder), ['file']);
  });

  it('keeps its old content when the new one cannot be put in its place', async () => {
    mkdirSync(files.path('file'));
    await assert.rejects(write('new'));
    assert.ok(statSync(files.path('file')).isDirectory());
  });
});
