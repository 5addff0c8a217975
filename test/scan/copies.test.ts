import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { parseRuleSet } from '#detect/index.ts';
import type { Picture } from '#kernel/picture.ts';
import { asPng, pictured } from '../support/documents/picture-maker.ts';
import { addsUp, readersNow, scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const TEXT = 'Kunde: Anna Holm, CPR 070761-4285';

describe('copies of a file', function () {
  this.timeout(60_000);
  let room: ScanRoom;
  let picture: Picture;

  before(async () => {
    picture = await pictured(['Kvittering']);
  });
  beforeEach(async () => {
    room = await scanRoom();
  });
  afterEach(() => room.close());

  const found = async (path: string) => {
    const id = (await room.files()).get(path)?.id ?? 0;
    const rows = await room.db.read('findings').where({ file_id: id }).orderBy('id');
    const counts = await room.db.read('file_findings').where({ file_id: id }).orderBy('type');
    return {
      values: rows.map((row) => ({
        type: row.type,
        count: row.count,
        index: row.blind_index.toString('hex'),
        content: room.vault.openText('findings.sealed', row.sealed),
      })),
      counts: counts.map(({ type, count, confidence }) => ({ type, count, confidence })),
    };
  };

  describe('in one scan', () => {
    beforeEach(async () => {
      for (const folder of ['a', 'b', 'c/d', 'e']) room.file(`${folder}/brev.txt`, TEXT);
      assert.ok(addsUp(await room.scan()));
    });

    it('are copied out each, and read once', () => {
      assert.deepEqual([room.pool.opened.length, room.pool.read.length], [4, 1]);
    });
    it('have the same findings, each its own', async () => {
      const first = await found('a/brev.txt');
      assert.equal(first.values.length > 0, true);
      for (const path of ['b/brev.txt', 'c/d/brev.txt', 'e/brev.txt'])
        assert.deepEqual(await found(path), first);
    });
    it('are each on the record', async () => {
      const leaves = await room.db.read('file_reads').count({ count: '*' }).first<{ count: number }>();
      assert.equal(leaves.count, 4);
    });
    it('have risk, status and type of their own', async () => {
      const rows = await room.db.read('files').select('status', 'risk', 'mime', 'read_with');
      assert.equal(new Set(rows.map((row) => JSON.stringify(row))).size, 1);
    });
    it('leave no bare hash of their content behind', async () => {
      const bare = createHash('sha256').update(TEXT).digest();
      const [row] = await room.db.read('files').select('content_mac');
      assert.notDeepEqual(row?.content_mac, bare);
    });
    it('cost nothing in the next scan', async () => {
      room.pool.forget();
      await room.scan();
      assert.deepEqual(room.pool.opened, []);
    });
  });

  it('that come in a later scan take over what was kept', async () => {
    room.file('a.txt', TEXT);
    await room.scan();
    await room.restart();
    room.pool.forget();
    room.file('b.txt', TEXT);
    await room.scan();
    assert.deepEqual([room.pool.opened, room.pool.read], [['b.txt'], []]);
    assert.deepEqual(await found('b.txt'), await found('a.txt'));
  });
  it('are read again by other readers, once', async () => {
    room.file('a.txt', TEXT);
    room.file('b.txt', TEXT);
    await room.scan();
    await room.restart({ readers: { ...readersNow, detectors: 'other' } });
    room.pool.forget();
    await room.scan();
    assert.deepEqual([room.pool.opened.length, room.pool.read.length], [2, 1]);
  });
  it('are read by themselves where their names end otherwise', async () => {
    room.file('a.txt', TEXT);
    room.file('b.csv', TEXT);
    await room.scan();
    assert.equal(room.pool.read.length, 2);
  });
  it('are read by themselves where their names tell of another kind of document', async () => {
    room.file('a.txt', TEXT);
    room.file('lønseddel.txt', TEXT);
    await room.scan();
    assert.equal(room.pool.read.length, 2);
  });
  it('are read by themselves where the company allows something in one place', async () => {
    const place = { id: 'A1', kind: 'place', sourceId: room.source.id, folder: ['a'], reason: 'opdigtet' };
    const set = parseRuleSet({ allowances: [place] });
    await room.restart({ rules: { print: 'one', set } });
    room.file('a/brev.txt', TEXT);
    room.file('b/brev.txt', TEXT);
    await room.scan();
    assert.equal(room.pool.read.length, 2);
  });
  it('are read where the first was not read through', async () => {
    room.file('a.txt', TEXT);
    room.file('b.txt', TEXT);
    room.pool.before = (name) =>
      name === 'a.txt' ? { kind: 'timed-out', contentHash: '00', size: TEXT.length } : null;
    await room.scan();
    assert.deepEqual(room.pool.read, ['b.txt']);
  });
  it('of a file that is gone are read', async () => {
    room.file('a.txt', TEXT);
    await room.scan();
    await room.restart();
    rmSync(`${room.share}/a.txt`);
    room.file('z.dat', 'so that the share is not empty');
    await room.scan();
    await room.restart();
    room.pool.forget();
    room.file('b.txt', TEXT);
    await room.scan();
    assert.deepEqual(room.pool.read, ['b.txt']);
  });
  it('are read when somebody asks for them to be tried again', async () => {
    room.file('a.pdf', '%PDF-1.7 broken');
    room.file('b.pdf', '%PDF-1.7 broken');
    await room.scan();
    room.pool.forget();
    await room.coverage.retry(someone, {});
    await room.scan();
    assert.deepEqual([...room.pool.read].sort(), ['a.pdf', 'b.pdf']);
  });
  it('with pictures have them read once', async () => {
    let reads = 0;
    room.pool.readPicture = () => {
      reads++;
      return Promise.resolve(TEXT);
    };
    for (const name of ['a.png', 'b.png', 'c.png', 'd.png']) room.file(name, asPng(picture));
    const run = await room.scan();
    assert.equal(reads, 1);
    assert.deepEqual([run.tally.picturesExpected, run.tally.picturesRead, addsUp(run)], [4, 4, true]);
    assert.deepEqual(await found('d.png'), await found('a.png'));
  });
});
