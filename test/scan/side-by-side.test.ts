import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LARGE = 400;
const SMALL = 10;

describe('scans of several sources', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
  });
  afterEach(() => room.close());

  it('go on side by side: a small source does not wait for the end of a large one', async () => {
    for (let index = 0; index < LARGE; index++) room.file(`brev-${index}.txt`, `brev ${index}\n`);
    const other = `${room.share}-lille`;
    mkdirSync(other);
    for (let index = 0; index < SMALL; index++)
      writeFileSync(join(other, `note-${index}.txt`), `note ${index}\n`);
    const added = await room.sources.add(someone, { name: 'Lille', folder: other });
    assert.ok('publicId' in added);

    const large = await room.start();
    while ((await room.scans.get(large.publicId)).tally.read < 20) await wait(5);
    const small = await room.ended(await room.scans.start(someone, added.publicId));
    assert.deepEqual([small.state, small.tally.read], ['done', SMALL]);
    const { state, tally } = await room.scans.get(large.publicId);
    assert.equal(state, 'running');
    assert.ok(tally.read < LARGE, `${tally.read} of the large one were read by then`);
    assert.equal((await room.ended(large)).tally.read, LARGE);
  });
});
