import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { creator, pagesFor, staff, type Pages } from '../support/pages.ts';
import { scanRoom, type ScanRoom } from '../support/scan-room.ts';

const NONE = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('the pages of sources', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  let nobody: Pages;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('personale/brev.txt', 'Dit cpr-nr. 070761-4285 er noteret.\n');
    await room.scan();
    [karen, signe, nobody] = [
      await pagesFor(room, creator),
      await pagesFor(room, staff),
      await pagesFor(room, null),
    ];
  });
  afterEach(() => room.close());

  const one = (rest = ''): string => `/sources/${room.source.publicId}${rest}`;
  const hr = async (): Promise<number> =>
    (await room.folders.at(room.db.read, room.source.id, ['personale']))?.id ?? 0;

  it('list the sources', async () => {
    const { status, text } = await karen.get('/sources');
    assert.equal(status, 200);
    assert.match(text, /Fællesdrev/);
  });

  it('show a source with its folders', async () => {
    const { status, text } = await karen.get(one());
    assert.equal(status, 200);
    assert.match(text, /personale/);
  });

  it('put the sight of its folders, and whose they are, on the record', async () => {
    const folder = await hr();
    await karen.get(one(`?folder=${folder}`));
    const [last] = await room.audit.newest(1);
    assert.deepEqual(
      [last?.what, last?.on?.id, last?.details],
      ['sources.folders-seen', room.source.publicId, { folder }],
    );
  });

  it('put no sight on the record of what is not there', async () => {
    await karen.get(one('?folder=99999'));
    assert.notEqual((await room.audit.newest(1))[0]?.what, 'sources.folders-seen');
  });

  it('show a folder of it', async () => {
    assert.equal((await karen.get(one(`?folder=${await hr()}`))).status, 200);
  });

  it('are not found for what is not there', async () => {
    assert.equal((await karen.get(`/sources/${NONE}`)).status, 404);
    assert.equal((await karen.get(one('?folder=99999'))).status, 404);
  });

  it('have a form for a new one', async () => {
    assert.equal((await karen.get('/sources/new')).status, 200);
  });

  for (const path of ['/sources', '/sources/new', '/sources/:one']) {
    it(`refuse ${path} to staff`, async () => {
      assert.equal((await signe.get(path.replace('/sources/:one', one()))).status, 403);
    });

    it(`send whoever is not signed in from ${path} to sign in`, async () => {
      const { status, headers } = await nobody.get(path.replace('/sources/:one', one()));
      assert.equal(status, 303);
      assert.match(String(headers['location']), /^\/sign-in/);
    });
  }

  for (const path of ['', '/pace', '/removal', '/folders/1/mapping']) {
    const address = (): string => (path === '' ? '/sources' : one(path));

    it(`refuse POST /sources…${path} to staff`, async () => {
      assert.equal((await signe.post(address())).status, 403);
    });

    it(`refuse POST /sources…${path} to a form of another site`, async () => {
      assert.equal((await karen.postWithoutToken(address())).status, 403);
    });

    it(`refuse POST /sources…${path} to whoever is not signed in`, async () => {
      const { status, headers } = await nobody.post(address());
      assert.ok(status === 403 || String(headers['location']).startsWith('/sign-in'));
    });

    it(`change nothing by a refused POST /sources…${path}`, async () => {
      const before = await room.db.read('sources');
      await signe.post(address(), {
        name: 'Fællesdrev',
        filesPerSecond: '5',
        folder: '/tmp',
        person: 'person-1',
      });
      assert.deepEqual(await room.db.read('sources'), before);
      assert.deepEqual(await room.folders.mapped(room.db.read), []);
    });
  }

  describe('adding a source', () => {
    it('leads to its page', async () => {
      const folder = `${room.share}-andet`;
      mkdirSync(folder);
      const { status, headers } = await karen.post('/sources', { name: 'Andet', folder });
      const added = (await room.sources.all())[1];
      assert.deepEqual([status, headers['location']], [303, `/sources/${added?.publicId ?? ''}`]);
    });

    it('says what is wrong with the folder, and keeps what was typed', async () => {
      for (const folder of ['relativ', `${room.share}/ingen`, '/proc', room.stateFolder, room.share]) {
        const { status, text } = await karen.post('/sources', { name: 'Andet drev', folder });
        assert.equal(status, 422, folder);
        assert.match(text, /Andet drev/);
      }
      assert.equal((await room.sources.all()).length, 1);
    });

    it('wants a name and a folder', async () => {
      assert.equal((await karen.post('/sources', {})).status, 422);
      assert.equal((await karen.post('/sources', { name: 'x'.repeat(101), folder: room.share })).status, 422);
    });
  });

  describe('the pace', () => {
    it('is kept', async () => {
      assert.equal((await karen.post(one('/pace'), { filesPerSecond: '25' })).status, 303);
      assert.equal((await room.sources.get(room.source.publicId)).filesPerSecond, 25);
    });

    it('is lifted by an empty field', async () => {
      await karen.post(one('/pace'), { filesPerSecond: '25' });
      await karen.post(one('/pace'), { filesPerSecond: '' });
      assert.equal((await room.sources.get(room.source.publicId)).filesPerSecond, null);
    });

    it('is a whole number above nothing', async () => {
      for (const filesPerSecond of ['0', '-1', '1.5', 'mange', '99999'])
        assert.equal((await karen.post(one('/pace'), { filesPerSecond })).status, 422, filesPerSecond);
    });

    it('is not found for a source that is not there', async () => {
      assert.equal((await karen.post(`/sources/${NONE}/pace`, { filesPerSecond: '5' })).status, 404);
    });
  });

  describe('the removal', () => {
    it('wants the name typed again', async () => {
      assert.equal((await karen.post(one('/removal'), { name: 'Fællesdrevet' })).status, 422);
      assert.equal((await room.sources.all()).length, 1);
    });

    it('removes the source and what was found in it', async () => {
      const { status, headers } = await karen.post(one('/removal'), { name: 'Fællesdrev' });
      assert.deepEqual([status, headers['location']], [303, '/sources']);
      assert.deepEqual(await room.sources.all(), []);
      assert.deepEqual(await room.db.read('findings'), []);
    });

    it('is not found for a source that is not there', async () => {
      assert.equal((await karen.post(`/sources/${NONE}/removal`, { name: 'x' })).status, 404);
    });
  });

  describe('the mapping of a folder', () => {
    it('is kept, and withdrawn', async () => {
      const path = one(`/folders/${await hr()}/mapping`);
      assert.equal((await karen.post(path, { person: 'person-1' })).status, 303);
      assert.deepEqual(
        (await room.folders.mapped(room.db.read)).map(({ mappedTo }) => mappedTo),
        ['person-1'],
      );
      await karen.post(path, { person: '' });
      assert.deepEqual(await room.folders.mapped(room.db.read), []);
    });

    it('is not kept for somebody whom nobody knows', async () => {
      await karen.post(one(`/folders/${await hr()}/mapping`), { person: 'person-9' });
      assert.deepEqual(await room.folders.mapped(room.db.read), []);
    });

    it('is not found for a folder that is not there', async () => {
      assert.equal((await karen.post(one('/folders/99999/mapping'), { person: '' })).status, 404);
      assert.equal((await karen.post(one('/folders/x/mapping'), { person: '' })).status, 404);
    });
  });
});
