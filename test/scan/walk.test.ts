import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { decodeName } from '#kernel/file-name.ts';
import { addsUp, scanRoom, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';

describe('the walk of a scan', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
  });
  afterEach(() => room.close());

  it('records links and pipes, and opens none', async () => {
    room.file('hr/brev.txt', LETTER);
    symlinkSync('brev.txt', join(room.share, 'hr/genvej.txt'));
    symlinkSync(room.share, join(room.share, 'hr/rundt'));
    execFileSync('mkfifo', [join(room.share, 'hr/rør')]);
    const run = await room.scan();
    const files = await room.files();
    assert.deepEqual(room.pool.opened, ['brev.txt']);
    assert.deepEqual(
      ['genvej.txt', 'rundt', 'rør'].map((name) => files.get(`hr/${name}`)?.status),
      ['skipped', 'skipped', 'skipped'],
    );
    assert.deepEqual([run.tally.special, run.tally.seen], [3, 4]);
    assert.ok(addsUp(run));
  });

  it('writes about a link once, not in each scan', async () => {
    symlinkSync('ingenting', join(room.share, 'genvej'));
    await room.scan();
    const before = await room.files();
    await room.scan();
    assert.deepEqual(await room.files(), before);
  });

  it('reads a file that took the place of a link', async () => {
    symlinkSync('ingenting', join(room.share, 'brev.txt'));
    await room.scan();
    execFileSync('rm', [join(room.share, 'brev.txt')]);
    room.file('brev.txt', LETTER);
    await room.scan();
    assert.equal((await room.files()).get('brev.txt')?.status, 'scanned');
  });

  it('keeps names of every kind as they are, and knows them again', async () => {
    const names = [
      'to\nlinjer.txt',
      'smil 🙂.txt',
      `${'å'.repeat(127)}x`,
      ' mellemrum ',
      '-rf',
      "'; --",
      '.skjult',
    ];
    for (const name of names) room.file(`mappe\n/${name}`, LETTER);
    const bytes = Buffer.from('m\xe6gler.txt', 'latin1');
    writeFileSync(Buffer.concat([Buffer.from(join(room.share, 'mappe\n/')), bytes]), LETTER);
    await room.scan();
    const files = await room.files();
    for (const name of [...names, decodeName(bytes)])
      assert.equal(files.get(`mappe\n/${name}`)?.status, 'scanned', JSON.stringify(name));
    room.pool.forget();
    await room.scan();
    assert.deepEqual(room.pool.opened, []);
  });

  it('takes a folder of more files than one listing holds, and sees which one went', async () => {
    mkdirSync(join(room.share, 'mange'));
    for (let index = 0; index < 5200; index++) writeFileSync(join(room.share, 'mange', `${index}.txt`), '');
    const first = await room.scan();
    execFileSync('rm', [join(room.share, 'mange/17.txt'), join(room.share, 'mange/5100.txt')]);
    room.file('mange/5201.txt', '');
    const second = await room.scan();
    const gone = [...(await room.files())].filter(([, file]) => file.gone).map(([path]) => path);
    assert.deepEqual([first.tally.read, second.tally.read, second.tally.unchanged], [5200, 1, 5198]);
    assert.deepEqual(gone.sort(), ['mange/17.txt', 'mange/5100.txt']);
  }).timeout(60_000);

  it('walks 60 folders below each other', async () => {
    const deep = Array.from({ length: 60 }, (_, depth) => `n${depth}`).join('/');
    room.file(`${deep}/brev.txt`, LETTER);
    await room.scan();
    assert.equal((await room.files()).get(`${deep}/brev.txt`)?.status, 'scanned');
  });

  it('begins no more files a second than were asked for', async () => {
    for (let index = 0; index < 12; index++) room.file(`${index}.txt`, LETTER);
    await room.sources.setPace({ who: { kind: 'console' }, from: null }, room.source.publicId, {
      filesPerSecond: 20,
      megabytesPerSecond: null,
    });
    const begun: number[] = [];
    room.pool.before = () => {
      begun.push(performance.now());
      return null;
    };
    await room.scan();
    // Eleven intervals of 50 ms; timers may be late, never early.
    assert.ok((begun.at(-1) ?? 0) - (begun[0] ?? 0) >= 11 * 50 - 5);
  });

  it('has no more files under way than there are places for', async () => {
    for (let index = 0; index < 30; index++) room.file(`${index}.txt`, LETTER);
    let underWay = 0;
    let most = 0;
    room.pool.before = async () => {
      most = Math.max(most, ++underWay);
      await wait(1);
      underWay--;
      return null;
    };
    await room.scan();
    assert.equal(most, room.pool.size * 2);
  });

  it('ends as failed when something unforeseen is thrown, and keeps what was found until then', async () => {
    for (let index = 0; index < 9; index++) room.file(`${index}.txt`, LETTER);
    room.pool.before = (name) => {
      if (name === '8.txt') throw new Error('unforeseen');
      return null;
    };
    const run = await room.scan();
    const kept = [...(await room.files()).values()].filter(({ status }) => status === 'scanned');
    assert.deepEqual([run.state, run.problem, kept.length], ['failed', 'unexpected', 8]);
    assert.ok(addsUp(run));
  });

  it('tells what is in the database when a write fails, not what was counted since', async () => {
    room.file('0.txt', LETTER);
    await room.scan();
    await room.db.write((tx) =>
      tx.raw("CREATE TRIGGER full BEFORE INSERT ON files BEGIN SELECT RAISE(ABORT, 'no room'); END"),
    );
    for (let index = 1; index < 9; index++) room.file(`${index}.txt`, LETTER);
    const run = await room.scan();
    assert.deepEqual([run.state, run.problem, run.tally.read], ['failed', 'unexpected', 0]);
  });
});
