import assert from 'node:assert/strict';
import { createFileInspector } from '#scan/index.ts';
import { nothingYet, type Run } from '#scan/run.ts';
import { poolInProcess } from '../support/pool-in-process.ts';
import { readersNow, scanRoom, someone } from '../support/scan-room.ts';
import { turnableClock } from '../support/scratch.ts';

const run: Run = {
  id: 1,
  publicId: 'run-1',
  sourceId: 1,
  state: 'running',
  problem: null,
  askedBy: null,
  queuedAt: new Date(0),
  begunAt: new Date(0),
  endedAt: null,
  cancelAsked: false,
  tally: nothingYet,
};

describe('files that are large and hold nothing', () => {
  it('do not keep the overview from adding up', async () => {
    const room = await scanRoom();
    try {
      room.file('a.txt');
      room.file('b.txt');
      await room.scan();
      await room.db.write((tx) => tx('files').update({ size: 7 * 2 ** 60 }));
      const { endings } = await room.insight.overview(someone, { kind: 'company' });
      assert.deepEqual(
        endings.map(({ files, bytes }) => [files, bytes]),
        [[2, 14 * 2 ** 60]],
      );
    } finally {
      await room.close();
    }
  });

  it('are not opened when they are over what is read', async () => {
    const unopened = {
      walk: () => assert.fail('walked'),
      open: () => ({
        [Symbol.asyncIterator]: () => assert.fail('opened'),
        changedMeanwhile: () => false,
      }),
    };
    const inspector = createFileInspector({
      pool: poolInProcess(),
      readers: readersNow,
      clock: turnableClock(),
      stopAfterMs: 1000,
      mostBytes: 1000,
    });
    const result = await inspector.inspect({
      source: unopened,
      entry: { kind: 'file', name: 'hul.txt', size: 1001, modifiedAtMs: 0, identity: 'x' },
      place: { folder: { path: [], id: 1 }, pathKey: Buffer.alloc(32), known: null },
      run,
      signal: new AbortController().signal,
    });
    assert.ok(typeof result === 'object');
    assert.deepEqual([result.status, result.reason], ['skipped', 'too_large']);
  });
});
