import assert from 'node:assert/strict';
import type { ShareFault } from '../../app/sources/share-fault.ts';
import { shareFaults } from '../../app/sources/share-fault.ts';
import { creator, pagesFor, staff, type Pages } from '../support/pages.ts';
import { scanRoom, type ScanRoom } from '../support/scan-room.ts';

const NONE = 'AAAAAAAAAAAAAAAAAAAAAA';
const PASSWORD = 'syv grønne lamper';

describe('the pages of shares', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  let fault: ShareFault | null;
  let looks: number;
  beforeEach(async () => {
    room = await scanRoom();
    [fault, looks] = [null, 0];
    await room.restart({
      look: () => {
        looks++;
        return Promise.resolve(fault);
      },
    });
    [karen, signe] = [await pagesFor(room, creator), await pagesFor(room, staff)];
  });
  afterEach(() => room.close());

  const NEW = '/sources/new/share';
  const typed = (changes: Record<string, string> = {}): Record<string, string> => ({
    name: 'Økonomi',
    address: '\\\\filserver\\Fælles\\Økonomi',
    signIn: 'password',
    user: 'FJORDBY\\scanner',
    domain: '',
    password: PASSWORD,
    protection: 'strict',
    riskReason: '',
    ...changes,
  });
  const addedShare = async () => {
    await karen.post(NEW, typed());
    return (await room.sources.all())[1] ?? assert.fail('no share was added');
  };

  it('add a share, and lead to it', async () => {
    const { status, headers } = await karen.post(NEW, typed());
    const added = (await room.sources.all())[1] ?? assert.fail('no share was added');
    assert.deepEqual([status, headers['location']], [303, `/sources/${added.publicId}`]);
    const share = await room.shares.of(added.id);
    const account = { kind: 'password', user: 'scanner', domain: 'FJORDBY' };
    assert.deepEqual([share?.account, share?.encryption, share?.oldest], [account, 'required', 'SMB3_11']);
  });

  it('test a share and add nothing', async () => {
    const works = await karen.post(NEW, typed({ only: 'test' }));
    assert.deepEqual([works.status, works.text.includes('The connection works')], [200, true]);
    fault = 'account-locked';
    assert.match((await karen.post(NEW, typed({ only: 'test' }))).text, /The account is locked/);
    assert.equal((await room.sources.all()).length, 1);
  });

  for (const each of shareFaults)
    it(`say what is wrong and what to do: ${each}`, async () => {
      fault = each;
      const { status, text } = await karen.post(NEW, typed());
      assert.equal(status, 422);
      assert.match(text, /notice-warning/);
      assert.doesNotMatch(text, /share\.fault/);
      assert.equal((await room.sources.all()).length, 1);
    });

  it('keep what was typed, and never the password', async () => {
    fault = 'no-such-share';
    const { text } = await karen.post(NEW, typed());
    assert.match(text, /value="FJORDBY\\scanner"/);
    assert.ok(!text.includes(PASSWORD));
  });

  for (const [why, changes, message] of [
    ['a drive letter', { address: 'H:\\Fælles' }, /drive letter/],
    ['no user', { user: '' }, /needed|required|fill/i],
    ['no password', { password: '' }, /needed|required|fill/i],
    ['a domain given twice', { domain: 'ANDEN' }, /given twice/],
    ['Kerberos without a domain', { signIn: 'kerberos', user: 'scanner' }, /whole name/],
    ['a guest who should be encrypted', { signIn: 'guest', password: '' }, /no key to encrypt/],
    ['less protection that nobody accepted', { protection: 'smb2-open' }, /Tick this/],
    ['less protection without a reason', { protection: 'smb2-open', riskAccepted: 'on' }, /why you accept/],
  ] as const)
    it(`refuse ${why}, without asking the server`, async () => {
      const { status, text } = await karen.post(NEW, typed(changes));
      assert.equal(status, 422);
      assert.match(text, message);
      assert.equal(looks, 0);
    });

  it('take less protection with a reason', async () => {
    const riskReason = 'Serveren udskiftes i marts.';
    await karen.post(NEW, typed({ protection: 'smb3-open', riskAccepted: 'on', riskReason }));
    const source = (await room.sources.all())[1];
    const share = await room.shares.of(source?.id ?? 0);
    assert.deepEqual([share?.encryption, share?.oldest, share?.riskReason], ['wanted', 'SMB3', riskReason]);
  });

  it('show the connection on the page of the source, and not the password', async () => {
    const { publicId } = await addedShare();
    const { text } = await karen.get(`/sources/${publicId}`);
    assert.match(text, /FJORDBY\\scanner/);
    assert.match(text, /SMB 3\.1\.1, encrypted/);
    assert.ok(!text.includes(PASSWORD));
  });

  it('keep saying what a test found, until it is right', async () => {
    const { publicId } = await addedShare();
    fault = 'password-expired';
    assert.equal((await karen.post(`/sources/${publicId}/connection-tests`)).status, 303);
    assert.match((await karen.get(`/sources/${publicId}`)).text, /password has expired/);
    fault = null;
    await karen.post(`/sources/${publicId}/connection-tests`);
    assert.doesNotMatch((await karen.get(`/sources/${publicId}`)).text, /password has expired/);
  });

  it('take a new password once it works', async () => {
    const { publicId, id } = await addedShare();
    const form = { user: 'scanner2', domain: 'FJORDBY', password: 'otte blå lamper' };
    fault = 'wrong-password';
    const refused = await karen.post(`/sources/${publicId}/password`, form);
    assert.deepEqual(
      [refused.status, refused.text.includes('The user name or the password is wrong')],
      [422, true],
    );
    fault = null;
    assert.equal((await karen.post(`/sources/${publicId}/password`, form)).status, 303);
    const share = await room.shares.of(id);
    assert.ok(share?.account.kind === 'password' && share.account.user === 'scanner2');
  });

  it('let nobody test without end', async () => {
    const statuses = [];
    for (let test = 0; test < 21; test++)
      statuses.push((await karen.post(NEW, typed({ only: 'test' }))).status);
    assert.deepEqual([statuses[19], statuses[20]], [200, 429]);
  });

  it('are refused to staff', async () => {
    const { publicId } = await addedShare();
    assert.equal((await signe.get(NEW)).status, 403);
    for (const path of [NEW, `/sources/${publicId}/connection-tests`, `/sources/${publicId}/password`])
      assert.equal((await signe.post(path, typed())).status, 403, path);
    assert.equal((await room.sources.all()).length, 2);
  });

  it('are not found for what is no share', async () => {
    const form = { user: 'x', domain: '', password: 'x' };
    for (const source of [NONE, room.source.publicId]) {
      assert.equal((await karen.post(`/sources/${source}/connection-tests`)).status, 404);
      assert.equal((await karen.post(`/sources/${source}/password`, form)).status, 404);
    }
  });
});

describe('the pages of schedules', () => {
  let room: ScanRoom;
  let karen: Pages;
  let signe: Pages;
  beforeEach(async () => {
    room = await scanRoom();
    [karen, signe] = [await pagesFor(room, creator), await pagesFor(room, staff)];
  });
  afterEach(() => room.close());

  const one = (rest = ''): string => `/sources/${room.source.publicId}${rest}`;
  const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, 'on']));
  const text = async () => (await karen.get(one())).text;

  it('tell a schedule in a sentence', async () => {
    assert.match(await text(), /Only when somebody starts a scan/);
    await karen.post(one('/schedule'), { ...everyDay, begin: '22:00', end: '6.00' });
    await karen.post(one('/pace'), { filesPerSecond: '', megabytesPerSecond: '20' });
    assert.match(await text(), /Every night 22:00–06:00, at most 20 MB\/s/);
    assert.match((await karen.get('/sources')).text, /Every night 22:00–06:00, at most 20 MB\/s/);
    await karen.post(one('/schedule'), { day1: 'on', day4: 'on', begin: '3:30', end: '' });
    assert.match(await text(), /Mon, Thu from 03:30/);
    assert.match(await text(), /Next scan: Thursday 03:30/);
    await karen.post(one('/schedule'), { begin: '', end: '' });
    assert.match(await text(), /Only when somebody starts a scan/);
  });

  for (const [why, form] of [
    ['no time to begin at', { day1: 'on', begin: '', end: '' }],
    ['a time that is none', { day1: 'on', begin: '25:00', end: '' }],
    ['an end that is none', { day1: 'on', begin: '22:00', end: 'morgen' }],
  ] as const)
    it(`refuse ${why}`, async () => {
      const { status, text: said } = await karen.post(one('/schedule'), form);
      assert.equal(status, 422);
      assert.match(said, form.begin === '' ? /is-invalid/ : /Write the time as 22:00/);
      assert.equal(await room.schedules.of(room.source.id), null);
    });

  it('pause a source and let it go on', async () => {
    assert.equal((await karen.post(one('/pause'))).status, 303);
    assert.match(await text(), /Paused\. Nothing is read/);
    assert.equal((await karen.post(one('/resumption'))).status, 303);
    assert.doesNotMatch(await text(), /Paused\. Nothing is read/);
  });

  it('count no files of a source whose scan has not begun', async () => {
    await karen.post(one('/pause'));
    await room.start();
    assert.match((await karen.get('/sources')).text, /On hold[^]{0,300}–/);
  });

  it('say on the page of a scan that it is held', async () => {
    await karen.post(one('/pause'));
    const run = await room.start();
    assert.match((await karen.get(`/scans/${run.publicId}`)).text, /The source is paused/);
  });

  it('are refused to staff, and not found for a source that is not there', async () => {
    for (const path of ['/schedule', '/pause', '/resumption']) {
      assert.equal((await signe.post(one(path), { begin: '', end: '' })).status, 403, path);
      assert.equal((await karen.post(`/sources/${NONE}${path}`, { begin: '', end: '' })).status, 404, path);
    }
    assert.equal((await room.sources.get(room.source.publicId)).pausedAt, null);
  });
});
