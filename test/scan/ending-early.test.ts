import assert from 'node:assert/strict';
import { unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addsUp, scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const FILES = 20;

describe('a scan that ends before its end', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
    for (let index = 10; index < 10 + FILES; index++) room.file(`${index}.txt`, LETTER);
  });
  afterEach(() => room.close());

  /** Lets so many files be read, then holds the others until they are cancelled or let go. */
  const holdAfter = (files: number): { reached: Promise<void>; letGo: () => void } => {
    let open: () => void = () => undefined;
    let reach: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    let begun = 0;
    room.pool.before = async (_name, signal) => {
      if (++begun <= files) return null;
      reach();
      const stopped = new Promise((resolve) => signal?.addEventListener('abort', resolve));
      await Promise.race([gate, stopped]);
      return signal?.aborted === true ? { kind: 'cancelled' } : null;
    };
    return { reached, letGo: () => open() };
  };

  it('keeps what it found when it is cancelled', async () => {
    const { reached } = holdAfter(7);
    const run = await room.start();
    await reached;
    await room.scans.cancel(someone, run.publicId);
    const ended = await room.ended(run);
    const scanned = [...(await room.files()).values()].filter(({ status }) => status === 'scanned');
    assert.deepEqual([ended.state, ended.tally.read, scanned.length], ['cancelled', 7, 7]);
    assert.ok(addsUp(ended));
  });

  it('declares nothing gone when it is cancelled', async () => {
    await room.scan();
    room.file('10.txt', `${LETTER} ny`);
    const { reached } = holdAfter(0);
    const run = await room.start();
    await reached;
    await room.scans.cancel(someone, run.publicId);
    await room.ended(run);
    assert.ok([...(await room.files()).values()].every(({ gone }) => !gone));
  });

  it('goes on, at the next scan, with what the cancelled one had not read', async () => {
    const { reached } = holdAfter(7);
    const run = await room.start();
    await reached;
    await room.scans.cancel(someone, run.publicId);
    await room.ended(run);
    room.pool.before = () => null;
    const { tally } = await room.scan();
    assert.deepEqual([tally.unchanged, tally.read], [7, 13]);
  });

  it('ends at once when it is cancelled before it has begun', async () => {
    const { reached, letGo } = holdAfter(0);
    const other = room.file('../andet/brev.txt', LETTER);
    const source = await room.sources.add(someone, { name: 'Andet', folder: dirname(other) });
    await room.start();
    await reached;
    assert.ok(!('refused' in source));
    const waiting = await room.scans.start(someone, source.publicId);
    await room.scans.cancel(someone, waiting.publicId);
    assert.equal((await room.scans.get(waiting.publicId)).state, 'cancelled');
    letGo();
  });

  it('is cancelled also in the moment in which it begins', async () => {
    const { letGo } = holdAfter(0);
    const run = await room.start();
    await room.scans.cancel(someone, run.publicId);
    assert.equal((await room.ended(run)).state, 'cancelled');
    letGo();
  });

  it('cannot be cancelled twice', async () => {
    const run = await room.scan();
    await assert.rejects(room.scans.cancel(someone, run.publicId), { code: 'conflict' });
  });

  it('waits for its turn in the pace no longer than until it is cancelled', async () => {
    await room.sources.setPace(someone, room.source.publicId, {
      filesPerSecond: 1,
      megabytesPerSecond: null,
    });
    const run = await room.start();
    await wait(50);
    const asked = performance.now();
    await room.scans.cancel(someone, run.publicId);
    assert.equal((await room.ended(run)).state, 'cancelled');
    assert.ok(performance.now() - asked < 900);
  });

  it('is one run when it is started twice', async () => {
    const { letGo } = holdAfter(0);
    const [one, other] = await Promise.all([room.start(), room.start()]);
    letGo();
    await room.ended(one);
    assert.equal(one.publicId, other.publicId);
  });

  it('is put back by a stop and goes on at the next start, as the same run', async () => {
    const { reached } = holdAfter(7);
    const run = await room.start();
    await reached;
    await room.restart();
    room.pool.before = () => null;
    const ended = await room.ended(run);
    assert.deepEqual([ended.state, ended.tally.seen, ended.tally.read], ['done', FILES, FILES]);
    assert.equal(room.pool.opened.length, FILES);
    assert.ok(addsUp(ended));
  });

  it('logs nothing of a fault when it is stopped', async () => {
    const { reached } = holdAfter(7);
    await room.start();
    await reached;
    await room.restart();
    assert.deepEqual(
      room.logLines.filter((line) => line.includes('"error"')),
      [],
    );
    room.pool.before = () => null;
  });

  it('adds up when files that it had read are gone by the time it goes on', async () => {
    const { reached } = holdAfter(7);
    const run = await room.start();
    await reached;
    room.pool.before = (_name, signal) => (signal?.aborted === true ? { kind: 'cancelled' } : null);
    await room.jobs.stop();
    unlinkSync(`${room.share}/10.txt`);
    writeFileSync(`${room.share}/11.txt`, `${LETTER} ændret`);
    await room.restart();
    const ended = await room.ended(run);
    assert.deepEqual([ended.tally.seen, ended.tally.read], [FILES - 1, FILES - 1]);
    assert.ok(addsUp(ended));
    assert.equal((await room.files()).get('10.txt')?.gone, true);
  });

  it('tries what failed before a stop not again in the same run', async () => {
    let tries = 0;
    const { reached, letGo } = holdAfter(FILES - 1);
    const hold = room.pool.before;
    room.pool.before = (name, signal) => {
      if (name !== '10.txt') return hold(name, signal);
      tries++;
      return { kind: 'died', contentHash: 'ab', size: 2 };
    };
    const run = await room.start();
    await Promise.race([reached, wait(300)]);
    await room.restart();
    letGo();
    const ended = await room.ended(run);
    assert.deepEqual([tries, ended.tally.failed], [1, 1]);
  });

  it('can be started again when its job has ended without it', async () => {
    const { reached, letGo } = holdAfter(0);
    const run = await room.start();
    await reached;
    await room.jobs.stop();
    await room.db.write((tx) => tx('jobs').update({ state: 'failed' }));
    letGo();
    room.pool.before = () => null;
    await room.restart();
    const again = await room.scan();
    assert.deepEqual([again.publicId, again.state], [run.publicId, 'done']);
  });

  it('ends when its source is removed meanwhile, and leaves nothing behind', async () => {
    const { reached, letGo } = holdAfter(7);
    await room.start();
    await reached;
    await room.sources.remove(someone, room.source.publicId);
    letGo();
    while ((await room.db.read('jobs').whereIn('state', ['queued', 'running'])).length > 0) await wait(5);
    for (const table of ['files', 'folders', 'findings', 'runs'] as const)
      assert.deepEqual(await room.db.read(table), [], table);
    assert.equal((await room.audit.newest(1))[0]?.what, 'scan.ended');
  });
});
