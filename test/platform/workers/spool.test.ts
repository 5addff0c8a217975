import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpool } from '#platform/workers/spool.ts';

const MIB = 1024 * 1024;

describe('a spool', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'spool-test-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const filledWith = async (mebibytes: number, roomIn: () => Promise<boolean>) => {
    const spool = await createSpool(folder, roomIn);
    try {
      return (await spool.fill(zeros(mebibytes), Infinity)).kind;
    } finally {
      await spool.close();
    }
  };

  it('takes a file for too large before it fills the disk', async () => {
    assert.equal(await filledWith(20, () => Promise.resolve(false)), 'too-large');
  });

  it('asks again while a file goes on', async () => {
    const answers = [true, true, false];
    assert.equal(await filledWith(64, () => Promise.resolve(answers.shift() ?? false)), 'too-large');
  });

  it('takes a large file where there is room', async () => {
    assert.equal(await filledWith(40, () => Promise.resolve(true)), 'spooled');
  });

  it('takes a small file however full the disk is', async () => {
    assert.equal(await filledWith(8, () => Promise.resolve(false)), 'spooled');
  });

  it('finds room on this disk by itself', async () => {
    const spool = await createSpool(folder);
    const { kind } = await spool.fill(zeros(20), Infinity);
    await spool.close();
    assert.equal(kind, 'spooled');
  });
});

async function* zeros(mebibytes: number): AsyncGenerator<Uint8Array> {
  for (let count = 0; count < mebibytes; count++) yield await Promise.resolve(new Uint8Array(MIB));
}
