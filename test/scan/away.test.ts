import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { SourceAway, type AwayReason, type Listing, type Source } from '#sources/index.ts';
import type { Run } from '#scan/index.ts';
import { creator, pagesFor } from '../support/pages.ts';
import { addsUp, scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const FILES = 12;
const MINUTE = 60_000;

describe('A source that goes away', () => {
  let room: ScanRoom;
  /** How many files it still gives, and how many listings, before it is away; and why. */
  const left = { files: Infinity, listings: Infinity, reason: 'unreachable' as AwayReason };

  beforeEach(async () => {
    room = await scanRoom();
    for (let index = 0; index < FILES; index++) room.file(`${index % 3}/${index}.txt`, `${index} ${LETTER}`);
    Object.assign(left, { files: Infinity, listings: Infinity, reason: 'unreachable' });
    await room.restart({ around: goingAway });
  });
  afterEach(() => room.close());

  const goingAway = (source: Source): Source => ({
    async *walk(): AsyncGenerator<Listing> {
      for await (const listing of source.walk()) {
        if (left.listings-- <= 0) throw new SourceAway(left.reason);
        yield listing;
      }
    },
    open: (path) => {
      const content = source.open(path);
      async function* chunks(): AsyncGenerator<Uint8Array> {
        if (left.files-- <= 0) throw new SourceAway(left.reason);
        yield* content;
      }
      return { [Symbol.asyncIterator]: chunks, changedMeanwhile: () => content.changedMeanwhile() };
    },
  });

  const back = (): void => void Object.assign(left, { files: Infinity, listings: Infinity });
  const waiting = async (run: Run): Promise<Run> => {
    for (;;) {
      const now = await room.scans.get(run.publicId);
      const jobs = await room.db.read('jobs').whereIn('state', ['queued', 'running']);
      if (now.problem !== null && jobs.length === 0) return now;
      await wait(5);
    }
  };
  const later = async (minutes: number): Promise<void> => {
    room.clock.advance(minutes * MINUTE);
    await room.scanSchedule.heed();
  };
  const idle = async (): Promise<void> => {
    while ((await room.db.read('jobs').whereIn('state', ['queued', 'running'])).length > 0) await wait(5);
  };
  const statuses = async (): Promise<string[]> =>
    [...(await room.files()).values()].map(({ status, gone }) => (gone ? 'gone' : status));

  it('is said to be waited for, without a time that is left', async () => {
    left.files = 5;
    const run = await waiting(await room.start());
    const pages = await pagesFor(room, creator);
    const { text } = await pages.get(`/scans/${run.publicId}`);
    assert.match(text, /Waiting for the file server/);
    assert.match(text, /Time left[^]{0,200}–/);
    for (const address of ['/sources', `/sources/${room.source.publicId}`])
      assert.match((await pages.get(address)).text, /Waiting for the file server/, address);
  });

  it('is waited for, and each file is read once in the end', async () => {
    left.files = 5;
    const run = await waiting(await room.start());
    assert.deepEqual([run.state, run.problem], ['running', 'source-unreachable']);
    assert.ok((await statuses()).every((status) => status === 'scanned'));
    back();
    await later(1);
    const done = await room.ended(run);
    assert.deepEqual([done.state, done.problem, done.tally.read], ['done', null, FILES]);
    assert.ok(addsUp(done));
    assert.equal((await room.db.read('file_reads')).length, FILES);
    assert.deepEqual(await statuses(), new Array<string>(FILES).fill('scanned'));
  });

  it('is waited for in the middle of its folders, and none of them is gone by that', async () => {
    await room.scan();
    left.listings = 2;
    const run = await waiting(await room.start());
    assert.ok(!(await statuses()).includes('gone'));
    back();
    await later(1);
    assert.equal((await room.ended(run)).tally.unchanged, FILES);
    assert.ok(!(await statuses()).includes('gone'));
  });

  it('is not tried before its time, and each time later', async () => {
    left.listings = 0;
    const run = await waiting(await room.start());
    await later(1);
    await idle();
    back();
    await later(1);
    await idle();
    assert.equal((await room.scans.get(run.publicId)).problem, 'source-unreachable');
    await later(1);
    assert.equal((await room.ended(run)).state, 'done');
  });

  it('is tried at once when somebody asks for it', async () => {
    left.listings = 0;
    const run = await waiting(await room.start());
    back();
    assert.equal((await room.start()).publicId, run.publicId);
    assert.equal((await room.ended(run)).state, 'done');
  });

  it('is tried seldom when it refuses the account, which trying would lock', async () => {
    Object.assign(left, { listings: 0, reason: 'refused' });
    const run = await waiting(await room.start());
    back();
    await later(14);
    await idle();
    assert.equal((await room.scans.get(run.publicId)).problem, 'source-refused');
    await later(1);
    assert.equal((await room.ended(run)).state, 'done');
  });

  it('is given up after half a day, and nothing is gone by that', async () => {
    await room.scan();
    left.listings = 0;
    const run = await waiting(await room.start());
    await later(11 * 60);
    await idle();
    assert.equal((await room.scans.get(run.publicId)).state, 'running');
    await later(61);
    const ended = await room.ended(run);
    assert.deepEqual([ended.state, ended.problem], ['failed', 'source-unreachable']);
    const { text } = await (await pagesFor(room, creator)).get(`/scans/${run.publicId}`);
    assert.match(text, /the scan was given up/);
    assert.doesNotMatch(text, /tries again by itself/);
    assert.ok(!(await statuses()).includes('gone'));
    back();
    assert.equal((await room.scan()).state, 'done');
  });

  for (const reason of ['missing', 'unencrypted'] as const)
    it(`is not waited for when it is ${reason}: somebody has to set that right`, async () => {
      await room.scan();
      Object.assign(left, { listings: 0, reason });
      const run = await room.scan();
      assert.deepEqual([run.state, run.problem], ['failed', `source-${reason}`]);
      assert.ok(!(await statuses()).includes('gone'));
    });

  it('is on the record once, however often it is tried', async () => {
    left.listings = 0;
    await waiting(await room.start());
    await later(1);
    await idle();
    await later(2);
    await idle();
    const held = (await room.audit.newest(20)).filter(({ what }) => what === 'scan.held');
    assert.deepEqual(
      held.map(({ outcome, details }) => [outcome, details]),
      [['failed', { problem: 'source-unreachable', read: 0 }]],
    );
  });

  it('lets a scan that waits for it be cancelled', async () => {
    left.listings = 0;
    const run = await waiting(await room.start());
    await room.scans.cancel(someone, run.publicId);
    assert.equal((await room.ended(run)).state, 'cancelled');
  });
});
