import assert from 'node:assert/strict';
import { createClamd } from '#platform/antivirus/index.ts';
import { EICAR, startClamd } from '../support/clamd-server.ts';
import { addsUp, scanRoom, type ScanRoom } from '../support/scan-room.ts';
import { scratch } from '../support/scratch.ts';

describe('a scan beside a malware scanner', function () {
  this.timeout(60_000);
  const place = scratch();
  let clamd: Awaited<ReturnType<typeof startClamd>>;
  let room: ScanRoom;

  before(async () => {
    clamd = await startClamd(place.folder);
  });
  after(async () => {
    await clamd.stop();
    place.remove();
  });
  beforeEach(async () => {
    room = await scanRoom();
    room.file('brev.txt', 'Dit cpr-nr. 070761-4285 er noteret.\n');
    room.file('faktura.txt', EICAR);
  });
  afterEach(() => room.close());

  it('never opens what is infected, and reads the rest', async () => {
    await room.restart({ antivirus: createClamd({ path: clamd.socket }) });
    const run = await room.scan();
    const files = await room.files();
    assert.deepEqual([...files].map(([path, { status, reason }]) => [path, status, reason]).sort(), [
      ['brev.txt', 'scanned', null],
      ['faktura.txt', 'skipped', 'infected'],
    ]);
    assert.ok(addsUp(run));
  });

  it('puts the reading of an infected file on the record', async () => {
    await room.restart({ antivirus: createClamd({ path: clamd.socket }) });
    await room.scan();
    const rows = await room.db.read('files').whereNotNull('read_at');
    assert.equal(rows.length, 2);
  });

  it('ends as failed when the malware scanner is away, with nothing read unchecked', async () => {
    await room.restart({ antivirus: createClamd({ path: place.path('nobody.sock') }) });
    const run = await room.scan();
    assert.deepEqual([run.state, run.problem], ['failed', 'unavailable']);
    assert.equal(run.tally.read, 0);
  });

  it('says in the log which helper is away', async () => {
    await room.restart({ antivirus: createClamd({ path: place.path('nobody.sock') }) });
    await room.scan();
    assert.ok(room.logLines.some((line) => line.includes('antivirus/clamd.ts')));
  });
});
