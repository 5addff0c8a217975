import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#platform/db/index.ts';
import type { State } from '#boot/state.ts';
import { runStore } from '#scan/runs.store.ts';
import { createRng } from '../../scripts/demo/rng.ts';
import { writeShare } from '../../scripts/demo/share-folder.ts';
import { firstShare } from '../demo/first-share.ts';
import { stateWithScan, type KillableState } from '../support/killed-appliance.ts';
import { addsUp } from '../support/scan-room.ts';
import { scratch, type Scratch } from '../support/scratch.ts';

const KILLS = 10;
/** Files a second: the demo takes some twelve seconds, so that ten kills fall within one scan. */
const PACE = 40;
/** A kill comes at most so many milliseconds after the scan has begun. */
const LATEST = 1300;

describe('an appliance that is killed (SIGKILL) ten times while it scans', () => {
  let files: Scratch;
  let killed: State;
  let undisturbed: State;
  let stopCode: number | null = null;
  before(async function () {
    this.timeout(180_000);
    files = scratch();
    const share = files.path('share');
    await writeShare(share, await firstShare());
    // The same key in both, so that equal values have equal blind indexes.
    const masterKey = randomBytes(32).toString('base64');
    const one = { share, masterKey, stateFolder: files.path('undisturbed'), filesPerSecond: null };
    const other = { share, masterKey, stateFolder: files.path('killed'), filesPerSecond: PACE };
    undisturbed = await scanned(await stateWithScan(one));
    const killable = await stateWithScan(other);
    const moments = createRng('moments');
    for (let kill = 0; kill < KILLS; kill++) {
      const serving = await killable.serve();
      await wait(moments.int(0, LATEST));
      await serving.kill();
    }
    const serving = await killable.serve();
    await wait(LATEST / 2);
    stopCode = await serving.stop();
    killed = await scanned(killable);
  });
  after(async () => {
    await killed.close();
    await undisturbed.close();
    files.remove();
  });

  it('goes on with the same run each time', async () => {
    const [job, ...others] = await killed.db.read('jobs').where({ kind: 'scan' });
    // Each start of the job that did not end it was cut off by a kill.
    assert.ok((job?.attempts ?? 0) >= KILLS - 1, `${job?.attempts ?? 0} starts`);
    assert.deepEqual([job?.state, others], ['done', []]);
  });

  it('stops in order in the middle of the scan when it is told to (SIGTERM)', () => {
    assert.equal(stopCode, 0);
  });

  it('ends with the same files, statuses and risks', async () => {
    assert.deepEqual(await filesIn(killed.db), await filesIn(undisturbed.db));
  });

  it('ends with the same findings', async () => {
    const findings = await findingsIn(killed.db);
    assert.ok(findings.length > 1000);
    assert.deepEqual(findings, await findingsIn(undisturbed.db));
  });

  it('ends with a tally that adds up, and is the same', async () => {
    const [one, other] = [
      await runStore.newest(killed.db.read, 2),
      await runStore.newest(undisturbed.db.read, 2),
    ];
    assert.deepEqual([one.length, other.length], [1, 1]);
    const [run, calm] = [one[0], other[0]];
    assert.ok(run && calm && addsUp(run) && addsUp(calm));
    assert.equal(run.state, 'done');
    assert.deepEqual(run.tally, { ...calm.tally, ...expectedOf(run.tally) });
  });

  it('has a record that is whole', async () => {
    assert.equal((await killed.audit.verify()).kind, 'whole');
  });

  it('has every file that it read on the record', async () => {
    const missing = await killed.db
      .read('files')
      .whereNotNull('content_mac')
      .whereRaw(
        `NOT EXISTS (SELECT 1 FROM file_reads
           WHERE file_reads.file_id = files.id AND file_reads.content_mac = files.content_mac)`,
      );
    assert.equal(missing.length, 0);
  });

  it('has a database that SQLite finds nothing wrong with', async () => {
    const rows = await killed.db.read.raw<{ integrity_check: string }[]>('PRAGMA integrity_check');
    assert.deepEqual(rows, [{ integrity_check: 'ok' }]);
    assert.deepEqual(await killed.db.read.raw('PRAGMA foreign_key_check'), []);
  });
});

/** Serves until the scan is done, stops in order, and opens the state. */
async function scanned(state: KillableState): Promise<State> {
  const serving = await state.serve();
  while (!state.hasEnded()) await wait(100);
  assert.equal(await serving.stop(), 0);
  return state.open();
}

/** How many were expected is a guess made at the start, which may or may not have been done. */
function expectedOf({ expected, expectedBytes }: { expected: number | null; expectedBytes: number | null }) {
  return { expected, expectedBytes };
}

/** By path key, which is an HMAC of the path. Times, ids and sealed names differ and are left out. */
async function filesIn(db: Database): Promise<unknown[]> {
  const rows = await db.read('files').orderBy('path_key');
  return rows.map((row) => ({
    path: row.path_key.toString('hex'),
    ending: [row.status, row.reason, row.mime, row.language, row.risk, row.score, row.read_with, row.gone_at],
    content: row.content_mac?.toString('hex'),
    size: row.size,
  }));
}

async function findingsIn(db: Database): Promise<unknown[]> {
  const values = await db
    .read('findings')
    .join('files', 'files.id', 'findings.file_id')
    .orderBy(['path_key', 'findings.type', 'blind_index'])
    .select<object[]>('path_key', 'findings.type', 'blind_index', 'count', 'confidence', 'category');
  const counts = await db
    .read('file_findings')
    .join('files', 'files.id', 'file_findings.file_id')
    .orderBy(['path_key', 'file_findings.type'])
    .select<object[]>('path_key', 'file_findings.type', 'count', 'confidence', 'category');
  return [...values, ...counts];
}
