import assert from 'node:assert/strict';
import { creator, pagesFor, staff, type Pages } from '../support/pages.ts';
import { somebody } from '../support/web-app.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const NONE = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('the pages of scans', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  let nobody: Pages;
  let mine: { file: string; finding: string };
  let others: { file: string; finding: string };
  before(async () => {
    room = await scanRoom();
    room.file('signe/brev.txt', LETTER);
    room.file('personale/løn.txt', `${LETTER}Send den til IBAN DK50 0040 0440 1162 43.\n`);
    await room.scan();
    const own = await room.folders.at(room.db.read, room.source.id, ['signe']);
    await room.sources.map(someone, room.source.publicId, own?.id ?? 0, 'person-1');
    [karen, signe, nobody] = [
      await pagesFor(room, creator),
      await pagesFor(room, staff),
      await pagesFor(room, null),
    ];
    mine = await idsOf('signe/brev.txt');
    others = await idsOf('personale/løn.txt');
  });
  after(() => room.close());

  const idsOf = async (path: string) => {
    const file = (await room.files()).get(path)?.publicId ?? '';
    const { findings } = await room.insight.file(someone, { kind: 'company' }, file);
    return { file, finding: findings[0]?.publicId ?? '' };
  };
  const revealOf = ({ file, finding }: typeof mine): string => `/files/${file}/findings/${finding}/reveal`;
  const deeds = async () => (await room.audit.newest(5)).map(({ what }) => what);

  describe('/', () => {
    it('shows the company to the creator', async () => {
      const { status, text } = await karen.get('/');
      assert.equal(status, 200);
      assert.match(text, /personale/);
    });

    it('shows staff their own folders and no word of others', async () => {
      const { status, text } = await signe.get('/');
      assert.equal(status, 200);
      assert.match(text, /signe/);
      assert.doesNotMatch(text, /personale/);
    });

    it('sends whoever is not signed in to sign in', () => toSignIn(nobody.get('/')));

    it('is on the record', async () => {
      await karen.get('/');
      assert.equal((await deeds())[0], 'scan.dashboard-seen');
    });
  });

  describe('/files', () => {
    it('lists the files of the company for the creator', async () => {
      const { status, text } = await karen.get('/files');
      assert.equal(status, 200);
      assert.match(text, /løn\.txt/);
      assert.match(text, /brev\.txt/);
    });

    it('lists the own files for staff, whatever source or folder the address names', async () => {
      const folder = await room.folders.at(room.db.read, room.source.id, ['personale']);
      for (const query of ['', `?source=${room.source.publicId}&folder=${folder?.id ?? 0}`]) {
        const { status, text } = await signe.get(`/files${query}`);
        assert.equal(status, 200);
        assert.match(text, /brev\.txt/);
        assert.doesNotMatch(text, /løn\.txt/);
      }
    });

    it('narrows to a folder for the creator', async () => {
      const folder = await room.folders.at(room.db.read, room.source.id, ['personale']);
      const { text } = await karen.get(`/files?source=${room.source.publicId}&folder=${folder?.id ?? 0}`);
      assert.match(text, /løn\.txt/);
      assert.doesNotMatch(text, /brev\.txt/);
    });

    const typesOffered = async (pages: Pages): Promise<string[]> => {
      const [, field] =
        /<select[^>]* name="type"[^>]*>(.*?)<\/select>/s.exec((await pages.get('/files')).text) ?? [];
      return [...(field ?? '').matchAll(/value="(\w+)"/g)].map(([, type]) => type ?? '');
    };

    it('offers the types that were found, and no others', async () => {
      assert.deepEqual(await typesOffered(karen), ['DK_CPR', 'IBAN_CODE']);
    });

    it('offers staff the types in their own files only', async () => {
      assert.deepEqual(await typesOffered(signe), ['DK_CPR']);
    });

    it('keeps the type that is chosen on offer, found or not', async () => {
      assert.match((await karen.get('/files?type=US_SSN')).text, /value="US_SSN" selected/);
    });

    it('takes a filter that means nothing as none', async () => {
      const { status, text } = await karen.get('/files?risk=%27;--&type[]=x&after=9999999-x&olderThan=-1');
      assert.equal(status, 200);
      assert.match(text, /løn\.txt/);
    });

    it('is not found for a source or folder that is not there', async () => {
      assert.equal((await karen.get(`/files?source=${NONE}`)).status, 404);
      assert.equal((await karen.get(`/files?source=${room.source.publicId}&folder=99999`)).status, 404);
    });

    it('sends whoever is not signed in to sign in', () => toSignIn(nobody.get('/files')));

    it('shows no value in clear text', async () => {
      assert.doesNotMatch((await karen.get('/files')).text, /4285/);
    });
  });

  describe('/files/:file', () => {
    it('shows a file with its findings masked', async () => {
      const { status, text } = await karen.get(`/files/${others.file}`);
      assert.equal(status, 200);
      assert.match(text, /løn\.txt/);
      assert.doesNotMatch(text, /4285/);
    });

    it('shows staff their own', async () => {
      assert.equal((await signe.get(`/files/${mine.file}`)).status, 200);
    });

    it("is not found for staff when it is somebody else's, just as one that is not there", async () => {
      const [other, none] = [await signe.get(`/files/${others.file}`), await signe.get(`/files/${NONE}`)];
      assert.deepEqual([other.status, none.status], [404, 404]);
      assert.doesNotMatch(other.text, /løn/);
    });

    it('is not found with an id that is none', async () => {
      assert.equal((await karen.get('/files/..%2f..%2fetc')).status, 404);
    });

    it('sends whoever is not signed in to sign in', () => toSignIn(nobody.get(`/files/${mine.file}`)));
  });

  describe('POST /files/:file/findings/:finding/reveal', () => {
    it('shows the value, for a reason', async () => {
      const { status, text } = await signe.post(revealOf(mine), { reason: 'rydder op i mappen' });
      assert.equal(status, 200);
      assert.match(text, /070761-4285/);
      assert.equal((await room.audit.newest(1))[0]?.purpose, 'rydder op i mappen');
    });

    it('may not be kept by the browser', async () => {
      const { headers } = await signe.post(revealOf(mine), { reason: 'rydder op i mappen' });
      assert.match(String(headers['cache-control']), /no-store/);
    });

    it('asks again without a reason, and shows nothing', async () => {
      for (const reason of ['', '   ', 'hm', 'x'.repeat(501)]) {
        const { status, text } = await signe.post(revealOf(mine), { reason });
        assert.equal(status, 422);
        assert.doesNotMatch(text, /4285/);
      }
    });

    it("is not found for somebody else's value, with or without a reason", async () => {
      for (const reason of ['rydder op i mappen', '']) {
        const { status, text } = await signe.post(revealOf(others), { reason });
        assert.equal(status, 404);
        assert.doesNotMatch(text, /4285/);
      }
    });

    it("is not found for somebody else's value in the own file's address", async () => {
      const mixed = revealOf({ ...mine, finding: others.finding });
      assert.equal((await signe.post(mixed, { reason: 'rydder op i mappen' })).status, 404);
    });

    it('is not found for a value that is not there', async () => {
      const none = revealOf({ ...mine, finding: NONE });
      assert.equal((await signe.post(none, { reason: 'rydder op i mappen' })).status, 404);
    });

    it('refuses whoever may not', async () => {
      const onlooker = await pagesFor(room, somebody(['scan:see-own'], 'en'));
      assert.equal((await onlooker.post(revealOf(mine), { reason: 'rydder op i mappen' })).status, 403);
    });

    it('refuses a form of another site', async () => {
      assert.equal((await signe.postWithoutToken(revealOf(mine))).status, 403);
    });

    it('refuses whoever is not signed in', async () => {
      assert.ok(isRefused(await nobody.post(revealOf(mine), { reason: 'rydder op i mappen' })));
    });
  });

  describe('POST /sources/:source/scans', () => {
    const path = (): string => `/sources/${room.source.publicId}/scans`;

    it('starts a scan and leads to its page', async () => {
      const { status, headers } = await karen.post(path());
      assert.equal(status, 303);
      const run = await room.scans.newestOf(room.source.id);
      assert.equal(headers['location'], `/scans/${run?.publicId ?? ''}`);
      if (run !== null) await room.ended(run);
    });

    it('is refused to staff', async () => assert.equal((await signe.post(path())).status, 403));
    it('is refused to a form of another site', async () =>
      assert.equal((await karen.postWithoutToken(path())).status, 403));
    it('is refused to whoever is not signed in', async () => assert.ok(isRefused(await nobody.post(path()))));
    it('is not found for a source that is not there', async () =>
      assert.equal((await karen.post(`/sources/${NONE}/scans`)).status, 404));
  });

  describe('/scans/:run', () => {
    const path = async (): Promise<string> =>
      `/scans/${(await room.scans.newestOf(room.source.id))?.publicId ?? ''}`;

    it('shows how a scan went', async () => {
      const { status, text } = await karen.get(await path());
      assert.equal(status, 200);
      assert.match(text, /2 of 2/);
    });

    it('is refused to staff', async () => assert.equal((await signe.get(await path())).status, 403));
    it('is not found for a scan that is not there', async () =>
      assert.equal((await karen.get(`/scans/${NONE}`)).status, 404));
    it('sends whoever is not signed in to sign in', async () => toSignIn(nobody.get(await path())));
  });

  describe('POST /scans/:run/cancellation', () => {
    const path = async (): Promise<string> =>
      `/scans/${(await room.scans.newestOf(room.source.id))?.publicId ?? ''}/cancellation`;

    it('ends a scan that is under way', async () => {
      room.file('signe/brev.txt', `${LETTER} ny`);
      let begun: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => (begun = resolve));
      room.pool.before = async (_name, signal) => {
        begun();
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        return { kind: 'cancelled' };
      };
      const run = await room.start();
      await reached;
      const { status, headers } = await karen.post(await path());
      assert.deepEqual([status, headers['location']], [303, `/scans/${run.publicId}`]);
      assert.equal((await room.ended(run)).state, 'cancelled');
      room.pool.before = () => null;
    });

    it('is a conflict when the scan has ended', async () =>
      assert.equal((await karen.post(await path())).status, 409));
    it('is refused to staff', async () => assert.equal((await signe.post(await path())).status, 403));
    it('is refused to a form of another site', async () =>
      assert.equal((await karen.postWithoutToken(await path())).status, 403));
    it('is refused to whoever is not signed in', async () =>
      assert.ok(isRefused(await nobody.post(await path()))));
    it('is not found for a scan that is not there', async () =>
      assert.equal((await karen.post(`/scans/${NONE}/cancellation`)).status, 404));
  });
});

async function toSignIn(asked: ReturnType<Pages['get']>): Promise<void> {
  const { status, headers } = await asked;
  assert.equal(status, 303);
  assert.match(String(headers['location']), /^\/sign-in/);
}

/** To the sign-in page, or not at all: without a session there is no token either. */
function isRefused({ status, headers }: Awaited<ReturnType<Pages['post']>>): boolean {
  return status === 403 || (status === 303 && String(headers['location']).startsWith('/sign-in'));
}
