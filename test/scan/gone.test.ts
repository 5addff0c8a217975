import assert from 'node:assert/strict';
import { rmSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing, Source } from '#sources/index.ts';
import { addsUp, scanRoom, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';

describe('what is there no more', () => {
  let room: ScanRoom;
  const away = (path: string): void => rmSync(join(room.share, path), { recursive: true });
  const gone = async (): Promise<string[]> =>
    [...(await room.files())].flatMap(([path, file]) => (file.gone ? [path] : [])).sort();
  beforeEach(async () => {
    room = await scanRoom();
    room.file('hr/brev.txt', LETTER);
    room.file('hr/gammelt/ansøgning.txt', LETTER);
    room.file('hr/gammelt/ældre/opsigelse.txt', LETTER);
    room.file('salg/tilbud.txt', LETTER);
    room.file('forside.txt', LETTER);
    await room.scan();
  });
  afterEach(() => room.close());

  it('is a deleted file', async () => {
    away('hr/brev.txt');
    await room.scan();
    assert.deepEqual(await gone(), ['hr/brev.txt']);
  });

  it('is everything in and below a deleted folder', async () => {
    away('hr/gammelt');
    await room.scan();
    assert.deepEqual(await gone(), ['hr/gammelt/ansøgning.txt', 'hr/gammelt/ældre/opsigelse.txt']);
  });

  it('is not in the dashboard any more, and its findings stay as proof', async () => {
    const findings = await room.db.read('findings').count({ count: '*' }).first<{ count: number }>();
    away('hr');
    await room.scan();
    const { headlines } = await room.insight.overview(
      { who: { kind: 'person', id: 'p' }, from: null },
      { kind: 'company' },
    );
    assert.equal(headlines.files, 2);
    const after = await room.db.read('findings').count({ count: '*' }).first<{ count: number }>();
    assert.deepEqual(after, findings);
  });

  it('comes back with the file, under the same id', async () => {
    const before = (await room.files()).get('hr/brev.txt');
    away('hr/brev.txt');
    await room.scan();
    room.file('hr/brev.txt', LETTER);
    await room.scan();
    assert.deepEqual(await gone(), []);
    assert.equal((await room.files()).get('hr/brev.txt')?.publicId, before?.publicId);
  });

  it('comes back with the folder', async () => {
    away('hr/gammelt');
    await room.scan();
    room.file('hr/gammelt/ansøgning.txt', LETTER);
    await room.scan();
    assert.deepEqual(await gone(), ['hr/gammelt/ældre/opsigelse.txt']);
  });

  it('is a file that became a folder', async () => {
    away('hr/brev.txt');
    room.file('hr/brev.txt/side1.txt', LETTER);
    await room.scan();
    assert.deepEqual(await gone(), ['hr/brev.txt']);
  });

  it('is nothing in or below a folder that cannot be listed', async () => {
    away('hr/gammelt/ansøgning.txt');
    await room.restart({ around: unreadable('hr', 'gammelt') });
    const { tally } = await room.scan();
    assert.equal(tally.foldersUnreadable, 1);
    assert.deepEqual(await gone(), []);
  });

  it('is found as soon as the folder can be listed again', async () => {
    away('hr/gammelt/ansøgning.txt');
    await room.restart({ around: unreadable('hr', 'gammelt') });
    await room.scan();
    await room.restart();
    await room.scan();
    assert.deepEqual(await gone(), ['hr/gammelt/ansøgning.txt']);
    const still = await room.db.read('folders').whereNotNull('unreadable');
    assert.deepEqual(still, []);
  });

  it('is nothing in a folder whose listing broke off', async () => {
    away('hr/brev.txt');
    await room.restart({ around: brokenOff('hr') });
    await room.scan();
    assert.deepEqual(await gone(), []);
  });

  it('is a file that goes between its listing and its turn', async () => {
    room.file('hr/brev.txt', `${LETTER} ny`);
    room.pool.before = (name) => {
      if (name === 'brev.txt') away('hr/brev.txt');
      return null;
    };
    const run = await room.scan();
    assert.equal(run.tally.vanished, 1);
    assert.deepEqual(await gone(), ['hr/brev.txt']);
    assert.ok(addsUp(run));
  });

  it('leaves no row when it was never there before', async () => {
    room.file('hr/kort.txt', LETTER);
    room.pool.before = (name) => {
      if (name === 'kort.txt') away('hr/kort.txt');
      return null;
    };
    const run = await room.scan();
    assert.equal(run.tally.vanished, 1);
    assert.ok(!(await room.files()).has('hr/kort.txt'));
  });
});

describe('a source whose root fails', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('hr/brev.txt', LETTER);
    room.file('forside.txt', LETTER);
    await room.scan();
  });
  afterEach(() => room.close());

  const nothingIsGone = async (): Promise<void> => {
    const files = [...(await room.files()).values()];
    assert.deepEqual(
      files.map(({ gone }) => gone),
      [false, false],
    );
    assert.deepEqual(await room.db.read('folders').whereNotNull('gone_at'), []);
  };

  it('declares nothing gone when the folder is missing, and says what failed', async () => {
    renameSync(room.share, `${room.share}-away`);
    const run = await room.scan();
    assert.deepEqual([run.state, run.problem], ['failed', 'invalid-input']);
    await nothingIsGone();
  });

  it('declares nothing gone when the folder cannot be listed', async () => {
    await room.restart({ around: unreadable() });
    const run = await room.scan();
    assert.deepEqual([run.state, run.problem], ['failed', 'unavailable']);
    await nothingIsGone();
  });

  it('declares nothing gone when the folder is suddenly empty, as an unmounted share is', async () => {
    rmSync(join(room.share, 'hr'), { recursive: true });
    rmSync(join(room.share, 'forside.txt'));
    const run = await room.scan();
    assert.deepEqual([run.state, run.problem], ['failed', 'unavailable']);
    await nothingIsGone();
  });

  it('sees files in the root go when there are folders left', async () => {
    rmSync(join(room.share, 'forside.txt'));
    const run = await room.scan();
    assert.equal(run.state, 'done');
    assert.equal((await room.files()).get('forside.txt')?.gone, true);
  });

  it('takes an empty folder as it is when there never was anything', async () => {
    const empty = await scanRoom();
    assert.equal((await empty.scan()).state, 'done');
    await empty.close();
  });

  it('is scanned again when it is back', async () => {
    renameSync(room.share, `${room.share}-away`);
    await room.scan();
    renameSync(`${room.share}-away`, room.share);
    const run = await room.scan();
    assert.deepEqual([run.state, run.tally.unchanged], ['done', 2]);
  });
});

/** A source that cannot list one folder, as a share without the permission would have it. */
function unreadable(...folder: string[]): (source: Source) => Source {
  return changed((listing) => {
    if (isAt(listing, folder)) return [{ kind: 'unreadable', folder, reason: 'denied' }];
    const below = folder.every((name, depth) => listing.folder[depth] === name);
    return below ? [] : [listing];
  });
}

/** A source that lists half of a folder, then an error. */
function brokenOff(...folder: string[]): (source: Source) => Source {
  return changed((listing) =>
    isAt(listing, folder) && listing.kind === 'folder'
      ? [
          { ...listing, complete: false },
          { kind: 'unreadable', folder, reason: 'broken' },
        ]
      : [listing],
  );
}

function changed(change: (listing: Listing) => Listing[]): (source: Source) => Source {
  return (source) => ({
    ...source,
    async *walk() {
      for await (const listing of source.walk()) yield* change(listing);
    },
  });
}

function isAt(listing: Listing, folder: readonly string[]): boolean {
  return JSON.stringify(listing.folder) === JSON.stringify(folder);
}
