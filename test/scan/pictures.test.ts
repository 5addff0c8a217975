import assert from 'node:assert/strict';
import type { Picture } from '#kernel/picture.ts';
import { asPng, pictured, scannedPdf } from '../support/documents/picture-maker.ts';
import { readersNow, scanRoom, type ScanRoom } from '../support/scan-room.ts';

const TEXT = 'Kunde: Anna Holm, CPR 070761-4285';

describe('pictures in a scan', function () {
  this.timeout(60_000);
  let room: ScanRoom;
  let picture: Picture;

  before(async () => {
    picture = await pictured(['Kvittering']);
  });
  beforeEach(async () => {
    room = await scanRoom();
    room.pool.readPicture = () => Promise.resolve(TEXT);
  });
  afterEach(() => room.close());

  const scanned = async () => {
    const run = await room.scan();
    return { tally: run.tally, files: await room.files() };
  };

  it('are read after everything that has text', async () => {
    room.file('a.png', asPng(picture));
    room.file('z.txt', 'nothing');
    await room.scan();
    assert.deepEqual(room.pool.opened, ['a.png', 'z.txt', 'a.png']);
  });
  it('have their findings', async () => {
    room.file('a.png', asPng(picture));
    assert.equal((await scanned()).files.get('a.png')?.risk, 'medium');
  });
  it('count once in the tally', async () => {
    room.file('a.pdf', await scannedPdf(picture));
    room.file('b.txt', TEXT);
    const { tally } = await scanned();
    const { seen, read, scanned: whole, skipped, withFindings } = tally;
    assert.deepEqual(
      { seen, read, whole, skipped, withFindings },
      { seen: 2, read: 2, whole: 2, skipped: 0, withFindings: 2 },
    );
  });
  it('are counted apart', async () => {
    room.file('a.png', asPng(picture));
    room.file('b.txt', TEXT);
    const { picturesExpected, picturesRead } = (await scanned()).tally;
    assert.deepEqual([picturesExpected, picturesRead], [1, 1]);
  });
  it('cost nothing in the next scan', async () => {
    room.file('a.png', asPng(picture));
    await room.scan();
    room.pool.forget();
    await room.scan();
    assert.deepEqual(room.pool.opened, []);
  });
  it('wait for the next scan when this one is cancelled', async () => {
    room.file('a.png', asPng(picture));
    let looks = 0;
    room.pool.before = () => (++looks === 2 ? { kind: 'cancelled' } : null);
    await room.scan();
    const { files } = await scanned();
    assert.deepEqual([looks, files.get('a.png')?.status], [3, 'scanned']);
  });
  it('keep their findings until they are read anew by another detector', async () => {
    room.file('a.png', asPng(picture));
    await room.scan();
    await room.restart({ readers: { ...readersNow, detectors: 'other' } });
    room.pool.forget();
    const seen: (string | undefined)[] = [];
    room.pool.before = async () => {
      seen.push((await room.files()).get('a.png')?.risk);
      return null;
    };
    await room.scan();
    assert.deepEqual([seen, room.pool.opened], [['medium'], ['a.png']]);
  });
});
