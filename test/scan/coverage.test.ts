import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../support/documents/zip-maker.ts';
import { creator, pagesFor, staff, type Pages } from '../support/pages.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Kære Signe\nDit cpr-nr. 070761-4285 er noteret.\n';
const BINARY = Buffer.from('\u0000\u0001\u0007\u0000'.repeat(40), 'latin1');
const DAMAGED = Buffer.from('504b0304140000000800', 'hex');
const COMPANY = { kind: 'company' } as const;

describe('what was not read', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('hr/brev.txt', LETTER);
    room.file('hr/tegning.xyz', BINARY);
    room.file('hr/plan.xyz', BINARY);
    room.file('hr/pakke.zip', DAMAGED);
    await room.scan();
    room.pool.forget();
    [karen, signe] = [await pagesFor(room, creator), await pagesFor(room, staff)];
  });
  afterEach(() => room.close());

  const reasonOf = async (path: string) => (await room.files()).get(path)?.reason ?? null;

  it('adds up to the number of files that the walk saw', async () => {
    const { endings } = await room.coverage.seen(someone, COMPANY);
    assert.equal(
      endings.reduce((sum, { files }) => sum + files, 0),
      (await room.scans.newestOf(room.source.id))?.tally.seen,
    );
  });

  it('tells of folders that could not be listed, apart from the files', async () => {
    const denied = { kind: 'unreadable', folder: ['hr', 'løn'], reason: 'denied' } as const;
    await room.restart({
      around: (source) => ({
        ...source,
        async *walk() {
          yield* source.walk();
          yield denied;
        },
      }),
    });
    await room.scan();
    const { endings, folders } = await room.coverage.seen(someone, COMPANY);
    assert.deepEqual(folders, {
      count: 1,
      first: [{ source: room.source.name, path: ['hr', 'løn'], reason: 'denied' }],
    });
    assert.equal(
      endings.reduce((sum, { files }) => sum + files, 0),
      4,
    );
    const own = await room.coverage.seen(someone, { kind: 'own', personId: 'person-1' });
    assert.deepEqual(own.folders, { count: 0, first: [] });
    assert.match((await (await pagesFor(room, creator)).get('/coverage')).text, /hr › løn/);
  });

  it('counts nobody else’s files for a person', async () => {
    const { endings } = await room.coverage.seen(someone, { kind: 'own', personId: 'person-1' });
    assert.deepEqual(endings, []);
  });

  it('is read again by the next scan once it is asked for, and only that', async () => {
    assert.deepEqual(await room.coverage.retry(someone, { reason: 'unsupported' }), { files: 2, left: 0 });
    await room.scan();
    // A file that failed is tried by each scan.
    assert.deepEqual([...room.pool.opened].sort(), ['pakke.zip', 'plan.xyz', 'tegning.xyz']);
  });

  it('is read again once, not by each scan from then on', async () => {
    await room.coverage.retry(someone, {});
    await room.scan();
    room.pool.forget();
    await room.scan();
    assert.deepEqual(
      room.pool.opened.filter((name) => name.endsWith('.xyz')),
      [],
    );
    assert.equal((await room.coverage.seen(someone, COMPANY)).waiting, 0);
  });

  it('is taken by kind of file', async () => {
    assert.equal((await room.coverage.retry(someone, { kind: 'archive' })).files, 1);
    assert.equal((await room.coverage.retry(someone, { kind: 'pdf' })).files, 0);
  });

  it('is marked once however often it is asked for', async () => {
    await room.coverage.retry(someone, {});
    assert.deepEqual(await room.coverage.retry(someone, {}), { files: 0, left: 0 });
    assert.equal((await room.coverage.seen(someone, COMPANY)).waiting, 3);
  });

  it('leaves alone what was read through', async () => {
    const letter = (await room.files()).get('hr/brev.txt');
    await room.coverage.retryOne(someone, COMPANY, letter?.publicId ?? '');
    assert.equal((await room.coverage.seen(someone, COMPANY)).waiting, 0);
  });

  it('is on the record with how many and why', async () => {
    await room.coverage.retry(someone, { reason: 'unsupported' });
    const [entry] = await room.audit.newest(1);
    assert.equal(entry?.what, 'scan.retry-asked');
    assert.deepEqual(entry.details, { files: 2, reason: 'unsupported', kind: null });
  });

  it('keeps what was found when the file cannot be opened the second time', async () => {
    room.file(
      'hr/to.zip',
      zipOf([
        { name: 'a.txt', content: LETTER },
        { name: 'b.xyz', content: BINARY },
      ]),
    );
    await room.scan();
    const before = (await room.files()).get('hr/to.zip');
    assert.deepEqual([before?.status, before?.risk === 'none'], ['partial', false]);
    await room.coverage.retryOne(someone, COMPANY, before?.publicId ?? '');
    room.pool.before = () => ({ kind: 'unreadable', error: new Error('locked') });
    await room.scan();
    const after = (await room.files()).get('hr/to.zip');
    assert.deepEqual([after?.status, after?.risk], ['failed', before?.risk]);
  });

  it('starts a scan of the sources that have files waiting, and of no other', async () => {
    assert.deepEqual(await room.coverage.scanWaiting(someone), []);
    await room.coverage.retry(someone, {});
    const [run, ...more] = await room.coverage.scanWaiting(someone);
    assert.deepEqual([run?.sourceId, more.length], [room.source.id, 0]);
    if (run) await room.ended(run);
  });

  describe('its pages', () => {
    it('show the sum, the reasons with what to do, and the kinds of file', async () => {
      const { status, text } = await karen.get('/coverage');
      assert.equal(status, 200);
      assert.match(text, /3 files were not read through/);
      assert.match(text, /href="\/files\?reason=unsupported"/);
      assert.match(text, /href="\/files\?kind=archive/);
    });

    it('lead to lists that hold just those files', async () => {
      const { text } = await karen.get('/files?reason=unsupported&kind=other');
      assert.match(text, /plan\.xyz/);
      assert.doesNotMatch(text, /pakke\.zip|brev\.txt/);
      const archives = await karen.get('/files?kind=archive');
      assert.match(archives.text, /pakke\.zip/);
      assert.doesNotMatch(archives.text, /plan\.xyz/);
    });

    it('show staff no file of others and no button', async () => {
      const { status, text } = await signe.get('/coverage');
      assert.equal(status, 200);
      assert.doesNotMatch(text, /coverage\/retries|reason=unsupported/);
    });

    it('mark, tell how many, and offer to scan now', async () => {
      const { status, headers } = await karen.post('/coverage/retries', { reason: 'unsupported' });
      assert.deepEqual([status, headers['location']], [303, '/coverage']);
      const { text } = await karen.get('/coverage');
      assert.match(text, /2 files will be tried again/);
      assert.match(text, /action="\/coverage\/scans"/);
    });

    it('lead from a scan of what waits to its page', async () => {
      await karen.post('/coverage/retries');
      const { headers } = await karen.post('/coverage/scans');
      const run = await room.scans.newestOf(room.source.id);
      assert.equal(headers['location'], `/scans/${run?.publicId ?? ''}`);
      if (run) await room.ended(run);
    });

    it('lead from scans of several sources to the list of sources, and say how many were started', async () => {
      const other = mkdtempSync(join(tmpdir(), 'coverage-'));
      writeFileSync(join(other, 'skitse.xyz'), BINARY);
      const added = await room.sources.add(someone, { name: 'Andet', folder: other });
      assert.ok('publicId' in added);
      await room.ended(await room.scans.start(someone, added.publicId));
      await karen.post('/coverage/retries');
      assert.equal((await karen.post('/coverage/scans')).headers['location'], '/sources');
      assert.match((await karen.get('/sources')).text, /2 scans have been started/);
      for (const id of [room.source.id, added.id]) {
        const run = await room.scans.newestOf(id);
        if (run) await room.ended(run);
      }
      rmSync(other, { recursive: true });
    });

    it('refuse a reason that nobody knows, and mark nothing', async () => {
      assert.equal((await karen.post('/coverage/retries', { reason: 'boring' })).status, 400);
      assert.equal((await room.coverage.seen(someone, COMPANY)).waiting, 0);
    });

    it('mark one file from its own page', async () => {
      const file = (await room.files()).get('hr/plan.xyz')?.publicId ?? '';
      assert.match((await karen.get(`/files/${file}`)).text, new RegExp(`/files/${file}/retries`));
      assert.equal((await karen.post(`/files/${file}/retries`)).status, 303);
      assert.equal((await room.coverage.seen(someone, COMPANY)).waiting, 1);
    });

    it('know no file that is not there', async () => {
      assert.equal((await karen.post('/files/AAAAAAAAAAAAAAAAAAAAAA/retries')).status, 404);
    });

    it('refuse staff and forms of other sites', async () => {
      for (const path of ['/coverage/retries', '/coverage/scans']) {
        assert.equal((await signe.post(path)).status, 403);
        assert.equal((await karen.postWithoutToken(path)).status, 403);
      }
    });
  });

  it('says why, of each file', async () => {
    assert.equal(await reasonOf('hr/plan.xyz'), 'unsupported');
    assert.equal(await reasonOf('hr/brev.txt'), null);
  });
});
