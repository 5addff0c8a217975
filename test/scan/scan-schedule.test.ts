import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Schedule } from '../../app/sources/schedule.ts';
import { addsUp, scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

/** Every night from 22 to 6. A room's clock begins on Monday at 21 in Copenhagen. */
const NIGHTS: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], beginMinute: 22 * 60, endMinute: 6 * 60 };
const HOUR = 60 * 60 * 1000;
const FILES = 40;

describe('the schedule of scans', () => {
  let room: ScanRoom;
  let source: string;
  beforeEach(async () => {
    room = await scanRoom();
    source = room.source.publicId;
    for (let index = 0; index < FILES; index++)
      room.file(`m${index % 4}/brev-${index}.txt`, `brev ${index}\n`);
  });
  afterEach(() => room.close());

  const runs = async () => (await room.scans.newest(10)).map(({ state }) => state);
  const plan = (schedule: Schedule | null) => room.schedules.set(someone, source, schedule);
  const heed = () => room.scanSchedule.heed();
  const hours = (count: number) => {
    room.clock.advance(count * HOUR);
    return heed();
  };
  const slowly = (filesPerSecond: number | null) =>
    room.sources.setPace(someone, source, { filesPerSecond, megabytesPerSecond: null });
  const newest = async () => {
    const [run] = await room.scans.newest(1);
    return run ?? assert.fail('there is no scan');
  };
  /** Waits until the run has no job any more: it is held, or has ended. */
  const left = async () => {
    while ((await room.db.read('jobs').whereIn('state', ['queued', 'running'])).length > 0) await wait(10);
  };
  const begun = async (count: number) => {
    while ((await newest()).tally.read < count) await wait(10);
  };

  it('starts a scan when its time has come, and only once', async () => {
    await plan(NIGHTS);
    await heed();
    assert.deepEqual(await runs(), []);
    await hours(1);
    await room.ended(await newest());
    await hours(1);
    assert.deepEqual(await runs(), ['done']);
    await hours(23);
    assert.equal((await runs()).length, 2);
    await room.ended(await newest());
  });

  it('says on the record that nobody asked for it', async () => {
    await plan(NIGHTS);
    await hours(1);
    await room.ended(await newest());
    const queued = (await room.audit.newest(20)).find(({ what }) => what === 'scan.queued');
    assert.deepEqual(queued?.who, { kind: 'job', id: 'schedule' });
  });

  it('starts none for a night that had begun when the plan was made', async () => {
    room.clock.advance(2 * HOUR);
    await plan(NIGHTS);
    await heed();
    assert.deepEqual(await runs(), []);
  });

  it('is kept over a restart', async () => {
    await plan(NIGHTS);
    await room.restart();
    await hours(1);
    await room.ended(await newest());
    assert.deepEqual(await runs(), ['done']);
  });

  it('holds a scan that somebody starts outside of the hours, until they begin', async () => {
    await plan(NIGHTS);
    const run = await room.start();
    await left();
    assert.deepEqual(await runs(), ['queued']);
    await hours(1);
    assert.equal((await room.ended(run)).state, 'done');
    assert.deepEqual(await runs(), ['done']);
  });

  it('holds a scan whose hours end, and goes on where it was when they begin', async () => {
    await plan(NIGHTS);
    await slowly(50);
    await hours(1);
    await begun(5);
    await hours(8);
    await left();
    const held = await newest();
    assert.equal(held.state, 'running');
    const readBefore = [...(await room.files()).values()].length;
    assert.ok(readBefore > 0 && readBefore < FILES, `${readBefore} were read`);
    assert.equal((await room.audit.newest(1))[0]?.what, 'scan.held');
    await slowly(null);
    await hours(16);
    const done = await room.ended(held);
    assert.deepEqual([done.state, done.publicId, done.tally.read], ['done', held.publicId, FILES]);
    assert.ok(addsUp(done));
    // No file was read twice: each has one leaf of the record.
    assert.equal((await room.db.read('file_reads')).length, FILES);
  });

  it('holds a scan at once when somebody pauses the source, over a restart too', async () => {
    await slowly(50);
    const run = await room.start();
    await begun(3);
    await room.schedules.pause(someone, source);
    await left();
    assert.equal((await newest()).state, 'running');
    await slowly(null);
    await room.restart();
    await heed();
    await left();
    assert.equal((await newest()).state, 'running');
    await room.schedules.resume(someone, source);
    assert.equal((await room.ended(run)).tally.read, FILES);
  });

  it('lets a held scan be cancelled', async () => {
    await room.schedules.pause(someone, source);
    const run = await room.start();
    await left();
    await room.scans.cancel(someone, run.publicId);
    assert.equal((await room.ended(run)).state, 'cancelled');
  });

  it('is put on the record, with pauses', async () => {
    await plan(NIGHTS);
    await plan(null);
    await room.schedules.pause(someone, source);
    await room.schedules.resume(someone, source);
    const lines = (await room.audit.newest(4)).map(({ what }) => what).reverse();
    assert.deepEqual(lines, ['sources.scheduled', 'sources.scheduled', 'sources.paused', 'sources.resumed']);
  });

  it('knows nothing of a source that is not there', async () => {
    const none = 'AAAAAAAAAAAAAAAAAAAAAA';
    await assert.rejects(room.schedules.set(someone, none, NIGHTS), { code: 'not-found' });
    await assert.rejects(room.schedules.pause(someone, none), { code: 'not-found' });
    await assert.rejects(room.schedules.resume(someone, none), { code: 'not-found' });
  });
});
