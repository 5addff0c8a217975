import assert from 'node:assert/strict';
import { lockedZip } from '../support/documents/locked-zip-maker.ts';
import { creator, pagesFor, staff, type Pages } from '../support/pages.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const SECRET = 'Skovmus-77';
const OTHER = 'helt-forkert-1';

describe('the passwords to try', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('brev.txt', LETTER);
    room.file('laast.zip', lockedZip([{ name: 'brev.txt', content: LETTER, password: SECRET, aes: 256 }]));
    await room.scan();
    room.pool.forget();
    [karen, signe] = [await pagesFor(room, creator), await pagesFor(room, staff)];
  });
  afterEach(() => room.close());

  const ending = async (path: string) => {
    const file = (await room.files()).get(path);
    return `${file?.status ?? 'none'}/${file?.reason ?? 'none'}`;
  };
  const add = (text: string, label = 'Løn') => room.passwords.add(someone, { label, text });
  const entries = async () => JSON.stringify(await room.audit.newest(50));

  it('have the files read again that none opened, and no others', async () => {
    assert.equal(await ending('laast.zip'), 'partial/encrypted');
    await add(SECRET);
    await room.scan();
    assert.deepEqual(room.pool.opened, ['laast.zip']);
    assert.equal(await ending('laast.zip'), 'scanned/none');
  });

  it('are not tried again on a file that none of them opens', async () => {
    await add(OTHER);
    await room.scan();
    room.pool.forget();
    await room.scan();
    assert.deepEqual(room.pool.opened, []);
  });

  it('leave alone what was read with one that is removed', async () => {
    await add(SECRET);
    await room.scan();
    room.pool.forget();
    const [kept] = await room.passwords.all();
    await room.passwords.remove(someone, kept?.id ?? '');
    await room.scan();
    assert.deepEqual(room.pool.opened, []);
    assert.equal(await ending('laast.zip'), 'scanned/none');
  });

  it('are there after a restart', async () => {
    await add(SECRET);
    await room.restart();
    assert.deepEqual(room.passwords.inForce().list, [SECRET]);
  });

  it('lie sealed in the database, labels too', async () => {
    await add(SECRET, 'Lønkontoret');
    const [row] = await room.db.read('reading_passwords').select();
    assert.ok(row);
    const bytes = row.sealed.toString('latin1');
    assert.ok(!bytes.includes(SECRET) && !bytes.includes('nkontoret'));
  });

  it('are added once each, and never more than are tried', async () => {
    assert.deepEqual(await add(`${SECRET}\n${OTHER}\n${SECRET}\n\n`), { kept: true, added: 2, known: 0 });
    assert.deepEqual(await add(OTHER), { kept: true, added: 0, known: 1 });
    const many = Array.from({ length: 49 }, (_, i) => `kode-${String(i)}`).join('\n');
    assert.equal((await add(many)).kept, false);
    assert.equal((await room.passwords.all()).length, 2);
  });

  it('are added and removed on the record, which holds none', async () => {
    await add(SECRET);
    const [kept] = await room.passwords.all();
    await room.passwords.remove(someone, kept?.id ?? '');
    const text = await entries();
    assert.match(text, /scan\.password-added/);
    assert.match(text, /scan\.password-removed/);
    assert.ok(!text.includes(SECRET) && !text.includes('Løn'));
  });

  it('have a print that says nothing of them', async () => {
    await add(SECRET);
    const first = room.passwords.inForce().print;
    const [kept] = await room.passwords.all();
    await room.passwords.remove(someone, kept?.id ?? '');
    await add(SECRET);
    assert.notEqual(room.passwords.inForce().print, first);
  });

  describe('as a page', () => {
    const PAGE = '/coverage/passwords';

    it('shows labels, when and by whom, and no password', async () => {
      await karen.post(PAGE, { label: 'Løn indtil 2024', passwords: `${SECRET}\r\n${OTHER}` });
      const { status, text } = await karen.get(PAGE);
      assert.equal(status, 200);
      assert.match(text, /Løn indtil 2024 \(2\)/);
      assert.match(text, /Added .* by Signe Prøvesen/);
      assert.ok(!text.includes(SECRET) && !text.includes(OTHER));
    });

    it('shows no password again either when the form comes back', async () => {
      const { status, text } = await karen.post(PAGE, { label: '', passwords: SECRET });
      assert.equal(status, 422);
      assert.ok(!text.includes(SECRET));
    });

    it('says that there is nothing to add in a form without one', async () => {
      const { status, text } = await karen.post(PAGE, { label: 'Løn', passwords: '\r\n' });
      assert.equal(status, 422);
      assert.match(text, /at least one password/);
    });

    it('has the protected files read again now', async () => {
      await karen.post(PAGE, { label: 'Løn', passwords: SECRET });
      assert.match((await karen.get(PAGE)).text, /Try the one protected file again now/);
      const { status, headers } = await karen.post(`${PAGE}/scans`);
      assert.equal(status, 303);
      assert.match(headers.location ?? '', /^\/scans\//);
      const run = await room.scans.newestOf(room.source.id);
      assert.ok(run);
      await room.ended(run);
      assert.equal(await ending('laast.zip'), 'scanned/none');
    });

    it('removes one, and knows none that is gone', async () => {
      await karen.post(PAGE, { label: 'Løn', passwords: SECRET });
      const [kept] = await room.passwords.all();
      const removal = `${PAGE}/${kept?.id ?? ''}/removal`;
      assert.equal((await karen.post(removal)).status, 303);
      assert.deepEqual(await room.passwords.all(), []);
      assert.equal((await karen.post(removal)).status, 404);
    });

    it('is refused to staff, and to a form from elsewhere', async () => {
      const answers = [
        await signe.get(PAGE),
        await signe.post(PAGE, { label: 'x', passwords: 'x' }),
        await signe.post(`${PAGE}/scans`),
        await karen.postWithoutToken(PAGE),
      ];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [403, 403, 403, 403],
      );
      assert.deepEqual(await room.passwords.all(), []);
    });

    it('is reached from what was not read and from a file that is protected, by whoever may', async () => {
      const id = (await room.files()).get('laast.zip')?.publicId ?? '';
      for (const path of ['/coverage', `/files/${id}`])
        assert.match((await karen.get(path)).text, /href="\/coverage\/passwords"/, path);
      assert.doesNotMatch((await signe.get('/coverage')).text, /coverage\/passwords/);
    });
  });
});
