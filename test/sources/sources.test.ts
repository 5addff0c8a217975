import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createSources, createSourceStore } from '#sources/index.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';

describe('the sources', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('hr/brev.txt', LETTER);
  });
  afterEach(() => room.close());

  const refusal = async (folder: string): Promise<string | null> => {
    const added = await room.sources.add(someone, { name: 'Ny', folder });
    return 'refused' in added ? added.refused : null;
  };

  it('take a folder, with a line on the record', async () => {
    mkdirSync(join(room.share, '../andet'));
    assert.equal(await refusal(join(room.share, '../andet')), null);
    assert.equal((await room.audit.newest(1))[0]?.what, 'sources.added');
    assert.equal((await room.sources.all()).length, 2);
  });

  it('take no folder twice, not through a link either', async () => {
    symlinkSync(room.share, `${room.share}-link`);
    assert.equal(await refusal(room.share), 'known-already');
    assert.equal(await refusal(`${room.share}-link`), 'known-already');
  });

  it("take no folder that holds the appliance's own state, or lies in it", async () => {
    mkdirSync(join(room.stateFolder, 'inde'));
    assert.equal(await refusal(join(room.stateFolder, 'inde')), 'appliance-itself');
    assert.equal(await refusal(join(room.stateFolder, '..')), 'appliance-itself');
    symlinkSync(room.stateFolder, `${room.share}-state`);
    assert.equal(await refusal(`${room.share}-state`), 'appliance-itself');
  });

  it("see through a link that leads to the appliance's own state", async () => {
    const elsewhere = join(room.share, '../elsewhere');
    mkdirSync(join(elsewhere, 'state'), { recursive: true });
    symlinkSync(join(elsewhere, 'state'), join(room.share, '../linked-state'));
    const { db, audit, clock } = room;
    const store = createSourceStore(room.vault);
    const ownFolders = [join(room.share, '../linked-state'), join(room.share, '../linked-state/not/yet')];
    const sources = createSources({
      ...{ db, audit, clock, store, folders: room.folders, ownFolders },
      shares: room.shares,
    });
    for (const folder of [elsewhere, join(elsewhere, 'state')])
      assert.deepEqual(await sources.add(someone, { name: 'Ny', folder }), { refused: 'appliance-itself' });
  });

  it('open no source whose folder has become a link', async () => {
    renameSync(room.share, `${room.share}-before`);
    symlinkSync('/etc', room.share);
    await assert.rejects(room.sources.open(room.source.id), { code: 'invalid-input' });
  });

  it("open no source that the appliance's own state has come to lie in", async () => {
    renameSync(room.stateFolder, join(room.share, 'state'));
    symlinkSync(join(room.share, 'state'), room.stateFolder);
    await assert.rejects(room.sources.open(room.source.id), { code: 'invalid-input' });
  });

  it('say what is wrong with a folder', async () => {
    assert.equal(await refusal('relativ'), 'not-absolute');
    assert.equal(await refusal(join(room.share, 'ingen')), 'missing');
    assert.equal(await refusal(join(room.share, 'hr/brev.txt')), 'not-a-folder');
    assert.equal(await refusal('/proc'), 'system');
  });

  it('leave nothing of a source behind that is removed, but the record and what proves it', async () => {
    await room.scan();
    await room.sources.remove(someone, room.source.publicId);
    for (const table of ['sources', 'folders', 'files', 'file_findings', 'findings', 'runs'] as const)
      assert.deepEqual(await room.db.read(table), [], table);
    assert.equal((await room.db.read('file_reads')).length, 1);
    assert.equal((await room.audit.verify()).kind, 'whole');
  });

  it('know nothing of what was never there', async () => {
    const none = 'AAAAAAAAAAAAAAAAAAAAAA';
    await assert.rejects(room.sources.get(none), { code: 'not-found' });
    await assert.rejects(room.sources.remove(someone, none), { code: 'not-found' });
    await assert.rejects(
      room.sources.setPace(someone, none, { filesPerSecond: 1, megabytesPerSecond: null }),
      { code: 'not-found' },
    );
    await assert.rejects(room.sources.map(someone, none, 1, 'anna'), { code: 'not-found' });
    await assert.rejects(room.scans.start(someone, none), { code: 'not-found' });
    await assert.rejects(room.scans.get(none), { code: 'not-found' });
    await assert.rejects(room.scans.cancel(someone, none), { code: 'not-found' });
  });

  it("do not take another source's folder for their own", async () => {
    await room.scan();
    const other = join(room.share, '../andet');
    mkdirSync(other);
    const added = await room.sources.add(someone, { name: 'Andet', folder: other });
    assert.ok('publicId' in added);
    const folder = await room.folders.at(room.db.read, room.source.id, ['hr']);
    const id = folder?.id ?? 0;
    await assert.rejects(room.sources.folder(added.publicId, id), { code: 'not-found' });
    await assert.rejects(room.sources.map(someone, added.publicId, id, 'anna'), { code: 'not-found' });
  });

  it('show one level of folders at a time, with the way there, in Danish order', async () => {
    for (const name of ['Ørsted', 'Ærø', 'Aarhus', 'zoo', 'hr/løn']) room.file(`${name}/brev.txt`, LETTER);
    await room.scan();
    const root = await room.sources.folder(room.source.publicId, null);
    assert.deepEqual(
      root.below.map(({ path }) => path.at(-1)),
      ['hr', 'zoo', 'Ærø', 'Ørsted', 'Aarhus'],
    );
    const pay = await room.folders.at(room.db.read, room.source.id, ['hr', 'løn']);
    const { trail } = await room.sources.folder(room.source.publicId, pay?.id ?? 0);
    assert.deepEqual(
      trail.map(({ path }) => path),
      [[], ['hr'], ['hr', 'løn']],
    );
  });

  it('put a mapping and a pace on the record, with what was before', async () => {
    await room.scan();
    const folder = await room.folders.at(room.db.read, room.source.id, ['hr']);
    await room.sources.map(someone, room.source.publicId, folder?.id ?? 0, 'anna');
    await room.sources.map(someone, room.source.publicId, folder?.id ?? 0, null);
    await room.sources.setPace(someone, room.source.publicId, { filesPerSecond: 7, megabytesPerSecond: 2 });
    const [pace, withdrawn, mapped] = await room.audit.newest(3);
    assert.deepEqual([mapped?.what, mapped?.details['person']], ['sources.mapped', 'anna']);
    assert.deepEqual([withdrawn?.what, withdrawn?.details['before']], ['sources.unmapped', 'anna']);
    assert.deepEqual([pace?.what, pace?.details['after']], ['sources.changed', 7]);
  });
});
