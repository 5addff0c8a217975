import assert from 'node:assert/strict';
import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { zipOf } from '../support/documents/zip-maker.ts';
import { addsUp, readersNow, scanRoom, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Kære Signe\nDit cpr-nr. 070761-4285 er noteret.\n';

describe('a second scan', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('hr/brev.txt', LETTER);
    room.file('hr/tom.txt', '');
    room.file('arkiv/mappe.zip', zipOf([{ name: 'brev.txt', content: LETTER }]));
    room.file('arkiv/tegning.xyz', Buffer.from('\u0000\u0001\u0007\u0000'.repeat(40), 'latin1'));
    await room.scan();
    room.pool.forget();
  });
  afterEach(() => room.close());

  it('opens nothing when nothing has changed', async () => {
    const { tally } = await room.scan();
    assert.deepEqual(room.pool.opened, []);
    assert.deepEqual([tally.seen, tally.unchanged, tally.read], [4, 4, 0]);
  });

  it('leaves the access times as they were', async () => {
    const path = room.file('hr/gammel.txt', LETTER);
    utimesSync(path, 1_000_000, 1_000_000);
    await room.scan();
    await room.scan();
    assert.equal(statSync(path).atimeMs, 1_000_000_000);
  });

  it('writes nothing about a file that is unchanged', async () => {
    const before = await room.files();
    await room.scan();
    assert.deepEqual(await room.files(), before);
  });

  it('reads a file of another size again', async () => {
    room.file('hr/brev.txt', `${LETTER} `);
    await room.scan();
    assert.deepEqual(room.pool.opened, ['brev.txt']);
  });

  it('reads a file of another time again, were it a microsecond', async () => {
    const path = room.file('hr/brev.txt', LETTER);
    utimesSync(path, 1_700_000_000, 1_700_000_000.000_1);
    await room.scan();
    room.pool.forget();
    utimesSync(path, 1_700_000_000, 1_700_000_000.000_101);
    await room.scan();
    assert.deepEqual(room.pool.opened, ['brev.txt']);
  });

  it('reads a file again that was put in the place of one of the same size and time', async () => {
    const path = room.file('hr/brev.txt', LETTER);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    await room.scan();
    room.pool.forget();
    writeFileSync(`${path}.ny`, LETTER.replace('4285', '4286'));
    utimesSync(`${path}.ny`, 1_700_000_000, 1_700_000_000);
    renameSync(`${path}.ny`, path);
    await room.scan();
    assert.deepEqual(room.pool.opened, ['brev.txt']);
  });

  it('finds in a changed file what is there now, and no more what was', async () => {
    room.file('hr/brev.txt', 'Skriv til signe@example.dk\n');
    await room.scan();
    const file = (await room.files()).get('hr/brev.txt');
    const rows = await room.db.read('findings').where({ file_id: file?.id ?? 0 });
    assert.deepEqual(
      rows.map(({ type }) => type),
      ['EMAIL_ADDRESS'],
    );
  });

  it('reads files with text again, and no others, when the detectors have changed', async () => {
    await room.restart({ readers: { ...readersNow, detectors: 'others' } });
    await room.scan();
    assert.deepEqual([...room.pool.opened].sort(), ['brev.txt', 'mappe.zip']);
  });

  it('reads files of a changed format again, and those that hold files inside', async () => {
    room.file('hr/liste.csv', 'navn;by\nSigne;Aarhus\n');
    await room.scan();
    room.pool.forget();
    const formats = { ...readersNow.formats, csv: 'csv@999' };
    await room.restart({ readers: { ...readersNow, formats, allFormats: 'with csv@999' } });
    await room.scan();
    // The one that no format could read is tried as well: which format reads it is only known then.
    assert.deepEqual([...room.pool.opened].sort(), ['liste.csv', 'mappe.zip', 'tegning.xyz']);
  });

  it('reads what has been read by a changed reader once only', async () => {
    await room.restart({ readers: { ...readersNow, detectors: 'others' } });
    await room.scan();
    room.pool.forget();
    await room.scan();
    assert.deepEqual(room.pool.opened, []);
  });

  it('tries a failed file again, once', async () => {
    room.pool.before = (name) => (name === 'ny.txt' ? died : null);
    room.file('hr/ny.txt', LETTER);
    const first = await room.scan();
    assert.equal(first.tally.failed, 1);
    room.pool.before = () => null;
    await room.scan();
    await room.scan();
    assert.deepEqual(room.pool.opened, ['ny.txt']);
    assert.equal((await room.files()).get('hr/ny.txt')?.status, 'scanned');
  });

  it('keeps what was found in a file that cannot be read this time', async () => {
    const before = (await room.files()).get('hr/brev.txt');
    assert.ok(before);
    room.pool.before = (name) => (name === 'brev.txt' ? died : null);
    room.file('hr/brev.txt', `${LETTER}\n`);
    await room.scan();
    const after = (await room.files()).get('hr/brev.txt');
    assert.equal(after?.status, 'failed');
    assert.notEqual(before.risk, 'none');
    assert.equal(after.risk, before.risk);
    assert.ok((await room.db.read('findings').where({ file_id: before.id })).length > 0);
  });

  it('knows from the scan before how many files there will be', async () => {
    const { tally } = await room.scan();
    assert.equal(tally.expected, 4);
  });

  it('adds up', async () => {
    room.file('hr/ny.txt', LETTER);
    const run = await room.scan();
    assert.ok(addsUp(run));
    assert.equal(run.tally.seen, 5);
  });
});

const died = { kind: 'died', contentHash: 'ab', size: 2 } as const;
