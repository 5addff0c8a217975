import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createShareLook, type ShareToLookAt } from '../../app/sources/share-look.ts';
import { faultIn } from '../../app/sources/share-fault.ts';
import { scratch } from '../support/scratch.ts';
import { startSmbServer, type SmbServer } from '../support/smb-server.ts';

const USER = 'scanner';
const PASSWORD = 'syv grønne lamper';

describe('a look at a share', function () {
  this.timeout(30_000);
  const place = scratch();
  const share = place.path('share');
  let server: SmbServer;
  let old: SmbServer;
  let open: SmbServer;

  const wanted = (changes: Partial<ShareToLookAt> = {}): ShareToLookAt => ({
    address: { server: 'localhost', share: 'Fælles', folder: [] },
    account: { kind: 'password', user: USER, domain: '' },
    secret: PASSWORD,
    encryption: 'required',
    oldest: 'SMB3_11',
    ...changes,
  });
  const look = (changes: Partial<ShareToLookAt> = {}, port = server.port) =>
    createShareLook({ port, scratch: place.path('looks') })(wanted(changes));
  const at = (name: string, ...folder: string[]) => ({
    address: { server: 'localhost', share: name, folder },
  });

  before(async () => {
    chmodSync(place.folder, 0o755);
    for (const folder of ['Løn & økonomi', 'lukket']) mkdirSync(`${share}/${folder}`, { recursive: true });
    for (const name of ['hemmelig', 'looks']) mkdirSync(place.path(name));
    writeFileSync(`${share}/brev.txt`, 'intet');
    chmodSync(`${share}/lukket`, 0o700);
    const users = { [USER]: PASSWORD, gæst: 'en anden kode' };
    const shares = { Fælles: share, Hemmelig: place.path('hemmelig'), C$: share };
    server = await startSmbServer({ users, shares, ofShare: { Hemmelig: { 'invalid users': 'games' } } });
    const unencrypted = { 'server smb encrypt': 'off' };
    old = await startSmbServer({
      ...{ users, shares },
      global: { ...unencrypted, 'server min protocol': 'SMB2_02', 'server max protocol': 'SMB3_00' },
    });
    open = await startSmbServer({
      ...{ users, shares },
      global: { ...unencrypted, 'server min protocol': 'SMB3_11', 'map to guest': 'Bad User' },
      ofShare: { Fælles: { 'guest ok': 'yes' } },
    });
  });
  after(async () => {
    for (const one of [server, old, open]) await one.stop();
    place.remove();
  });

  it('finds nothing wrong with one that can be read', async () => {
    assert.equal(await look(), null);
  });

  it('reaches folders with spaces and signs, and administrative shares', async () => {
    assert.equal(await look(at('Fælles', 'Løn & økonomi')), null);
    assert.equal(await look(at('C$')), null);
  });

  it('says that the password is wrong, whoever the account is', async () => {
    assert.equal(await look({ secret: 'forkert' }), 'wrong-password');
    assert.equal(
      await look({ account: { kind: 'password', user: 'findes-ikke', domain: '' } }),
      'wrong-password',
    );
  });

  it('says that the account is locked, or switched off', async () => {
    await server.setFlags(USER, 'L');
    assert.equal(await look(), 'account-locked');
    await server.setFlags(USER, 'D');
    assert.equal(await look(), 'account-disabled');
    await server.setFlags(USER, '');
    assert.equal(await look(), null);
  });

  it('says that the password has expired', async () => {
    await server.expirePassword(USER);
    assert.equal(await look(), 'password-expired');
    await server.setPassword(USER, PASSWORD);
    assert.equal(await look(), null);
  });

  it('says that the account may not enter the share', async () => {
    assert.equal(await look(at('Hemmelig')), 'no-access');
  });

  it('says that there is no such share, no such folder, or that it is a file', async () => {
    assert.equal(await look(at('Findes ikke')), 'no-such-share');
    assert.equal(await look(at('Fælles', 'findes ikke')), 'no-such-folder');
    assert.equal(await look(at('Fælles', 'brev.txt')), 'not-a-folder');
  });

  it('says that the folder may not be looked into', async () => {
    assert.equal(await look(at('Fælles', 'lukket')), 'no-access-folder');
  });

  it('says that the server speaks an older SMB only, or does not encrypt', async () => {
    assert.equal(await look({}, old.port), 'too-old');
    assert.equal(await look({ oldest: 'SMB3' }, old.port), 'encryption-refused');
    assert.equal(await look({}, open.port), 'encryption-refused');
  });

  it('finds nothing wrong with those when somebody has accepted less', async () => {
    assert.equal(await look({ oldest: 'SMB3', encryption: 'wanted' }, old.port), null);
    assert.equal(await look({ encryption: 'wanted' }, open.port), null);
  });

  it('says that a guest is not let in, and finds nothing wrong where one is', async () => {
    const guest = { account: { kind: 'guest' }, secret: null, encryption: 'wanted' } as const;
    assert.equal(await look(guest), 'guest-refused');
    assert.equal(await look(guest, open.port), null);
  });

  it('says that Kerberos cannot be used', async () => {
    const account = { kind: 'kerberos', user: USER, domain: 'fjordby.example' } as const;
    assert.equal(await look({ account }), 'no-kerberos');
  });

  it('says that the name stands for nothing', async () => {
    const address = { server: 'filserver.invalid', share: 'Fælles', folder: [] };
    assert.equal(await look({ address }), 'name-not-found');
  });

  it('says that nothing listens on the port', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    free.close();
    await once(free, 'close');
    assert.equal(await look({}, port), 'port-closed');
  });

  it('says that what listens does not speak SMB', async () => {
    const deaf = createServer((socket) => void socket.once('data', () => socket.destroy())).listen(
      0,
      '127.0.0.1',
    );
    await once(deaf, 'listening');
    assert.equal(await look({}, (deaf.address() as AddressInfo).port), 'not-smb');
    deaf.close();
  });

  for (const addresses of [['8.8.8.8'], ['127.0.0.1', '2001:db8::1']])
    it(`dials nobody outside the own network: ${addresses.join(' and ')}`, async () => {
      const resolve = () => Promise.resolve(addresses);
      assert.equal(
        await createShareLook({ port: server.port, scratch: place.path('looks'), resolve })(wanted()),
        'not-private',
      );
    });

  it('says that its program is missing', async () => {
    const program = '/usr/bin/findes-ikke';
    assert.equal(
      await createShareLook({ port: server.port, scratch: place.path('looks'), program })(wanted()),
      'tool-missing',
    );
  });

  it('takes a password with spaces at its ends, and signs that files of settings know', async () => {
    const secret = ' #;%"æ\\=x ';
    await server.setPassword('gæst', secret);
    const account = { kind: 'password', user: 'gæst', domain: '' } as const;
    assert.equal(await look({ account, secret }), null);
    assert.equal(await look({ account, secret: secret.trim() }), 'wrong-password');
  });

  it('tells its password to nobody: not in arguments, not in the environment, not in a file', async () => {
    const program = place.path('noting');
    writeFileSync(
      program,
      `#!/bin/sh\n{ tr '\\0' '\\n' </proc/$$/cmdline; tr '\\0' '\\n' </proc/$$/environ; cat "$HOME"/*; } >${place.path('noted')}\n`,
      { mode: 0o755 },
    );
    await createShareLook({ port: server.port, scratch: place.path('looks'), program })(wanted());
    const noted = execFileSync('cat', [place.path('noted')]).toString();
    assert.match(noted, /username = scanner/);
    assert.ok(!noted.includes(PASSWORD));
  });

  it('does not wait for the end of the listing of a large folder', async () => {
    const program = place.path('endless');
    writeFileSync(program, '#!/bin/sh\nexec yes "  brev.txt    N    36  Tue Nov 24 03:23:11 2026"\n', {
      mode: 0o755,
    });
    const lookSoon = createShareLook({ port: server.port, scratch: place.path('looks'), program });
    assert.equal(await lookSoon(wanted()), null);
  });

  it('leaves no file behind', async () => {
    await look();
    assert.deepEqual(readdirSync(place.path('looks')), []);
  });
});

describe('a look at a DFS root', function () {
  this.timeout(30_000);
  const place = scratch();
  let server: SmbServer;

  before(async () => {
    chmodSync(place.folder, 0o755);
    for (const folder of ['rod', 'data', 'looks']) mkdirSync(place.path(folder));
    symlinkSync('msdfs:127.0.0.1\\data', place.path('rod/afdeling'));
    // All addresses of this machine: it answers there, and it is none of a company's own network.
    symlinkSync('msdfs:0.0.0.0\\data', place.path('rod/udenfor'));
    server = await startSmbServer({
      users: { [USER]: PASSWORD },
      shares: { rod: place.path('rod'), data: place.path('data') },
      ofShare: { rod: { 'msdfs root': 'yes' } },
      // Where a DFS link leads, clients ask on this port and no other.
      port: 445,
    });
  });
  after(async () => {
    await server.stop();
    place.remove();
  });

  const look = (folder: string) =>
    createShareLook({ port: 445, scratch: place.path('looks') })({
      address: { server: '127.0.0.1', share: 'rod', folder: [folder] },
      account: { kind: 'password', user: USER, domain: '' },
      secret: PASSWORD,
      encryption: 'required',
      oldest: 'SMB3_11',
    });

  it('finds nothing wrong behind a link within the own network', async () => {
    assert.equal(await look('afdeling'), null);
  });

  it('refuses a link that leads out of it', async () => {
    assert.equal(await look('udenfor'), 'not-private');
  });
});

describe('what smbclient says', () => {
  for (const [said, fault] of [
    ['gensec_spnego_client_negTokenInit_step: gse_krb5: Clock skew too great', 'clock-skew'],
    ['session setup failed: NT_STATUS_TIME_DIFFERENCE_AT_DC', 'clock-skew'],
    ['session setup failed: NT_STATUS_ACCOUNT_RESTRICTION', 'logon-restricted'],
    ['session setup failed: NT_STATUS_INVALID_LOGON_HOURS', 'logon-restricted'],
    ['tree connect failed: NT_STATUS_ACCESS_DENIED', 'no-access'],
    ['do_connect: Connection to x failed (Error NT_STATUS_IO_TIMEOUT)', 'no-answer'],
    ['tree connect failed: NT_STATUS_REQUEST_NOT_ACCEPTED', 'server-busy'],
    ['something new: NT_STATUS_SOMETHING_NEW', 'unknown'],
    ['', 'unknown'],
  ] as const)
    it(`is understood as ${fault}: ${said || 'nothing'}`, () => {
      assert.equal(faultIn(said, 'password'), fault);
    });
});
