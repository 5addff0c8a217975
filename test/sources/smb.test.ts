import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SmbShare } from '#platform/smb/share.ts';
import { openSmbSource, type OpenSource } from '#sources/smb.ts';
import { SourceAway } from '#sources/source-away.ts';
import { FileUnreadable, type Entry, type Listing } from '#sources/source.ts';
import { scratch } from '../support/scratch.ts';
import { startSmbServer, type SmbServer } from '../support/smb-server.ts';

const LIMITS = { answerMs: 2_000, backOffMs: [50, 100] };
const LARGE = 9 * 1024 * 1024;

describe('A share that is read over SMB', function () {
  this.timeout(60_000);
  const files = scratch();
  const opened: OpenSource[] = [];
  let server: SmbServer;
  let source: OpenSource;
  const root = files.path('data');
  const spool = files.path('spool');

  before(async () => {
    chmodSync(files.path('.'), 0o755);
    for (const folder of [root, spool, join(root, 'åben'), join(root, 'mange')]) mkdirSync(folder);
    writeFileSync(join(root, 'Løn & 100 %;æøå😀.txt'), 'indhold');
    writeFileSync(join(root, 'åben', 'stor.bin'), Buffer.alloc(LARGE, 'stor'));
    writeFileSync(join(root, 'lukket.txt'), 'x', { mode: 0o600 });
    writeFileSync(join(root, 'tom.txt'), '');
    mkdirSync(join(root, 'hemmelig'), { mode: 0o700 });
    mkdirSync(join(root, '.snapshot'));
    writeFileSync(join(root, '.snapshot', 'gammel.txt'), 'x');
    symlinkSync('..', join(root, 'åben', 'rundt'));
    for (let index = 0; index < 5_001; index++)
      writeFileSync(join(root, 'mange', `${index}.txt`), `${index}`);
    server = await startSmbServer({
      users: { 'anna@firma': 'kodeord æ' },
      shares: { 'Fælles data': root, skjult$: root },
    });
    source = await open();
  });

  after(async () => {
    for (const each of opened) await each.close();
    await server.stop();
    files.remove();
  });

  const shareOf = (changes: Partial<SmbShare> = {}): SmbShare => ({
    server: '127.0.0.1',
    port: server.port,
    share: 'Fælles data',
    folder: [],
    account: { kind: 'password', user: 'anna@firma', domain: '', password: 'kodeord æ' },
    encryption: 'required',
    oldest: 'SMB3_11',
    ...changes,
  });

  const open = async (changes: Partial<SmbShare> = {}): Promise<OpenSource> => {
    const share = await openSmbSource(shareOf(changes), { scratch: spool, limits: LIMITS });
    opened.push(share);
    return share;
  };

  const away = (reason: string) => (error: unknown) => error instanceof SourceAway && error.reason === reason;
  const unreadable = (reason: string) => (error: unknown) =>
    error instanceof FileUnreadable && error.reason === reason;

  it('is walked with every name as it is, folders after the one that they lie in', async () => {
    const folders = (await walked(source)).map(({ folder }) => folder.join('/'));
    assert.deepEqual([...new Set(folders)], ['', 'hemmelig', 'mange', 'åben', 'åben/rundt']);
    assert.ok((await entriesOf(source, '')).some(({ name }) => name === 'Løn & 100 %;æøå😀.txt'));
  });

  it('gives size, time and identity of a file', async () => {
    const large = (await entriesOf(source, 'åben')).find(({ name }) => name === 'stor.bin');
    assert.ok(large?.kind === 'file' && large.size === LARGE && large.identity !== '0');
    assert.ok(Math.abs(large.modifiedAtMs - Date.now()) < 600_000);
  });

  it('gives a folder of thousands in listings of their own, in the order of the names, each name once', async () => {
    const listings = (await walked(source)).filter(({ folder }) => folder[0] === 'mange');
    assert.deepEqual(
      listings.map((listing) => listing.kind === 'folder' && [listing.entries.length, listing.complete]),
      [
        [5_000, false],
        [1, true],
      ],
    );
    const names = listings
      .flatMap((listing) => (listing.kind === 'folder' ? listing.entries : []))
      .map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)].sort());
  });

  it('says which folder may not be listed, and which holds itself', async () => {
    const faults = (await walked(source)).flatMap((listing) =>
      listing.kind === 'unreadable' ? [[listing.folder.join('/'), listing.reason]] : [],
    );
    assert.deepEqual(faults, [
      ['hemmelig', 'denied'],
      ['åben/rundt', 'loop'],
    ]);
  });

  it('names a folder of snapshots and does not enter it', async () => {
    const snapshot = (await entriesOf(source, '')).find(({ name }) => name === '.snapshot');
    assert.equal(snapshot?.kind, 'other');
  });

  it('gives each byte of a file, large, small or empty', async () => {
    assert.equal((await bytesOf(source, ['Løn & 100 %;æøå😀.txt'])).toString(), 'indhold');
    assert.deepEqual(await bytesOf(source, ['åben', 'stor.bin']), Buffer.alloc(LARGE, 'stor'));
    assert.equal((await bytesOf(source, ['tom.txt'])).length, 0);
  });

  it('gives each byte of a file that is let go of and opened anew on the way', async () => {
    const share = await openSmbSource(shareOf(), { scratch: spool, limits: { ...LIMITS, holdMs: 0 } });
    opened.push(share);
    assert.deepEqual(await bytesOf(share, ['åben', 'stor.bin']), Buffer.alloc(LARGE, 'stor'));
  });

  it('says that a file was changed while it was read', async () => {
    const path = join(root, 'skiftes.bin');
    writeFileSync(path, Buffer.alloc(LARGE));
    const content = source.open(['skiftes.bin']);
    for await (const chunk of content) if (chunk.length > 0) writeFileSync(path, 'nyt');
    assert.equal(content.changedMeanwhile(), true);
  });

  it('says why a file cannot be read', async () => {
    await assert.rejects(bytesOf(source, ['lukket.txt']), unreadable('denied'));
    await assert.rejects(bytesOf(source, ['findes-ikke.txt']), unreadable('vanished'));
    await assert.rejects(bytesOf(source, ['åben']), unreadable('not-a-file'));
    await assert.rejects(bytesOf(source, ['..', 'x']), unreadable('vanished'));
  });

  it('is read on after a reader left a file in its middle', async () => {
    for await (const chunk of source.open(['åben', 'stor.bin'])) if (chunk.length > 0) break;
    assert.equal((await bytesOf(source, ['Løn & 100 %;æøå😀.txt'])).toString(), 'indhold');
  });

  it('reaches hidden shares and folders below a share', async () => {
    const below = await open({ share: 'skjult$', folder: ['åben'] });
    assert.deepEqual(await bytesOf(below, ['stor.bin']), Buffer.alloc(LARGE, 'stor'));
  });

  it('reaches paths of more than a thousand characters', async () => {
    const deep = Array.from({ length: 12 }, (_, index) => `${index}${'å'.repeat(100)}`);
    mkdirSync(join(root, ...deep), { recursive: true });
    writeFileSync(join(root, ...deep, 'dybt.txt'), 'dybt');
    const folders = (await walked(source)).map(({ folder }) => folder.length);
    assert.equal(Math.max(...folders), 12);
    assert.equal((await bytesOf(source, [...deep, 'dybt.txt'])).toString(), 'dybt');
  });

  it('is away, and no file gone, when account, share, folder or server is wrong', async () => {
    const account = { kind: 'password', user: 'anna@firma', domain: '', password: 'forkert' } as const;
    await assert.rejects(bytesOf(await open({ account }), ['tom.txt']), away('refused'));
    await assert.rejects(walked(await open({ share: 'ingen' })), away('missing'));
    await assert.rejects(walked(await open({ folder: ['ingen'] })), away('missing'));
    await assert.rejects(walked(await open({ port: 1 })), away('unreachable'));
    await assert.rejects(walked(await open({ server: 'no-such-server.invalid' })), away('unreachable'));
  });

  it('is away when its name stands for an address outside the own network by the time it is dialled', async () => {
    // All addresses of this machine: its server answers there, and it is none of a company's own network.
    await assert.rejects(walked(await open({ server: '0.0.0.0' })), away('unreachable'));
  });

  it('is taken up again by other processes when its own are killed in the middle of a file', async () => {
    const content = source.open(['åben', 'stor.bin']);
    const chunks: Buffer[] = [];
    for await (const chunk of content) {
      if (chunks.length === 0) for (const pid of await smbProcesses()) process.kill(pid, 'SIGKILL');
      chunks.push(Buffer.from(chunk));
    }
    assert.deepEqual(Buffer.concat(chunks), Buffer.alloc(LARGE, 'stor'));
    assert.equal(content.changedMeanwhile(), false);
  });

  it('does not wait for ever for a process that hangs', async () => {
    const share = await openSmbSource(shareOf(), { scratch: spool, limits: { ...LIMITS, requestMs: 300 } });
    opened.push(share);
    await bytesOf(share, ['tom.txt']);
    for (const pid of await smbProcesses()) process.kill(pid, 'SIGSTOP');
    assert.equal((await bytesOf(share, ['Løn & 100 %;æøå😀.txt'])).toString(), 'indhold');
    for (const pid of await smbProcesses()) process.kill(pid, 'SIGCONT');
  });

  it('has no secret in the arguments or the environment of its processes', async () => {
    await bytesOf(source, ['tom.txt']);
    const seen = await promisify(execFile)('sh', [
      '-c',
      'for p in "$@"; do cat /proc/$p/cmdline /proc/$p/environ; done',
      'sh',
      ...(await smbProcesses()).map(String),
    ]);
    assert.match(seen.stdout, /smb\.worker\.ts/);
    assert.doesNotMatch(seen.stdout, /kodeord|anna|Fælles/);
  });

  it('has a limit to the memory of its processes, whatever a server goes on naming', async () => {
    await bytesOf(source, ['tom.txt']);
    for (const pid of await smbProcesses())
      assert.match(readFileSync(`/proc/${pid}/limits`, 'utf8'), /^Max data size +3221225472 /mu);
  });

  it('comes back when its server was killed or hung', async () => {
    await server.kill();
    await assert.rejects(bytesOf(source, ['tom.txt']), away('unreachable'));
    await server.start();
    assert.equal((await bytesOf(source, ['tom.txt'])).length, 0);
    process.kill(-server.pid, 'SIGSTOP');
    await assert.rejects(walked(source), away('unreachable'));
    process.kill(-server.pid, 'SIGCONT');
    assert.ok((await walked(source)).length > 4);
  });

  it('is away, and not full of refused files, when the password changes and the server begins anew', async () => {
    const share = await open();
    await bytesOf(share, ['tom.txt']);
    await server.setPassword('anna@firma', 'et andet');
    await server.kill();
    await server.start();
    await assert.rejects(bytesOf(share, ['tom.txt']), away('refused'));
    await server.setPassword('anna@firma', 'kodeord æ');
    assert.equal((await bytesOf(share, ['tom.txt'])).length, 0);
  });

  it('is not taken for one that lost its files when the share is taken off the server', async () => {
    const share = await open();
    await bytesOf(share, ['tom.txt']);
    renameSync(root, `${root}-væk`);
    try {
      await assert.rejects(bytesOf(share, ['tom.txt']), away('missing'));
    } finally {
      renameSync(`${root}-væk`, root);
    }
  });

  it('leaves nothing behind when it is closed', async () => {
    for (const each of opened.splice(0)) await each.close();
    assert.deepEqual(readdirSync(spool), []);
    assert.deepEqual(await smbProcesses(), []);
    source = await open();
  });
});

describe('A server that does not encrypt', function () {
  this.timeout(30_000);
  const files = scratch();
  let server: SmbServer;

  before(async () => {
    chmodSync(files.path('.'), 0o755);
    mkdirSync(files.path('data'));
    writeFileSync(files.path('data/tal.txt'), 'tal');
    server = await startSmbServer({
      users: { anna: 'kode' },
      shares: { data: files.path('data') },
      ofShare: { data: { 'guest ok': 'yes' } },
      global: { 'server smb encrypt': 'off', 'server min protocol': 'SMB2_02', 'map to guest': 'Bad User' },
    });
  });

  after(async () => {
    await server.stop();
    files.remove();
  });

  const open = (
    encryption: SmbShare['encryption'],
    account: SmbShare['account'] = { kind: 'password', user: 'anna', domain: '', password: 'kode' },
  ): Promise<OpenSource> =>
    openSmbSource(
      {
        server: '127.0.0.1',
        port: server.port,
        share: 'data',
        folder: [],
        account,
        encryption,
        oldest: 'SMB3_11',
      },
      { scratch: files.path('.'), limits: LIMITS },
    );

  it('is refused where encryption is required', async () => {
    const source = await open('required');
    await assert.rejects(
      bytesOf(source, ['tal.txt']),
      (error: unknown) => error instanceof SourceAway && error.reason === 'unencrypted',
    );
    await source.close();
  });

  it('is read where somebody took that risk', async () => {
    const source = await open('wanted');
    assert.equal((await bytesOf(source, ['tal.txt'])).toString(), 'tal');
    await source.close();
  });

  it('is read as a guest where guests are let in', async () => {
    const source = await open('wanted', { kind: 'guest' });
    assert.equal((await bytesOf(source, ['tal.txt'])).toString(), 'tal');
    await source.close();
  });
});

describe('A DFS root', function () {
  this.timeout(30_000);
  const files = scratch();
  let server: SmbServer;
  let source: OpenSource;

  before(async () => {
    chmodSync(files.path('.'), 0o755);
    for (const folder of ['rod', 'data', 'data/under']) mkdirSync(files.path(folder));
    writeFileSync(files.path('data/under/brev.txt'), 'brev');
    server = await startSmbServer({
      users: { anna: 'kode' },
      shares: { rod: files.path('rod'), data: files.path('data') },
      ofShare: { rod: { 'msdfs root': 'yes' } },
      // Where a DFS link leads, clients ask on this port and no other.
      port: 445,
    });
    symlinkSync('msdfs:127.0.0.1\\data', files.path('rod/afdeling'));
    symlinkSync('msdfs:127.0.0.1\\nedlagt', files.path('rod/nede'));
    // All addresses of this machine: it answers there, and it is none of a company's own network.
    symlinkSync('msdfs:0.0.0.0\\data', files.path('rod/udenfor'));
    const account = { kind: 'password', user: 'anna', domain: '', password: 'kode' } as const;
    source = await openSmbSource(
      {
        server: '127.0.0.1',
        port: 445,
        share: 'rod',
        folder: [],
        account,
        encryption: 'required',
        oldest: 'SMB3_11',
      },
      { scratch: files.path('.'), limits: LIMITS },
    );
  });

  after(async () => {
    await source.close();
    await server.stop();
    files.remove();
  });

  it('is walked through its links', async () => {
    const folders = (await walked(source)).map(({ folder }) => folder.join('/'));
    assert.ok(folders.includes('afdeling/under'));
    assert.equal((await bytesOf(source, ['afdeling', 'under', 'brev.txt'])).toString(), 'brev');
  });

  it('does not take what lies behind a link that leads nowhere for gone', async () => {
    const broken = (await walked(source)).filter(({ kind }) => kind === 'unreadable');
    assert.deepEqual(broken[0], { kind: 'unreadable', folder: ['nede'], reason: 'broken' });
    await assert.rejects(
      bytesOf(source, ['nede', 'brev.txt']),
      (error: unknown) => error instanceof FileUnreadable && error.reason === 'broken',
    );
  });

  it('is not followed to a server outside the own network', async () => {
    const listings = await walked(source);
    assert.deepEqual(
      listings.filter(({ folder }) => folder[0] === 'udenfor'),
      [{ kind: 'unreadable', folder: ['udenfor'], reason: 'broken' }],
    );
    await assert.rejects(
      bytesOf(source, ['udenfor', 'under', 'brev.txt']),
      (error: unknown) => error instanceof FileUnreadable && error.reason === 'broken',
    );
    assert.equal((await bytesOf(source, ['afdeling', 'under', 'brev.txt'])).toString(), 'brev');
  });

  it('says of a file behind a link that answers that it has vanished', async () => {
    await assert.rejects(
      bytesOf(source, ['afdeling', 'væk.txt']),
      (error: unknown) => error instanceof FileUnreadable && error.reason === 'vanished',
    );
  });
});

async function walked(source: OpenSource): Promise<Listing[]> {
  const listings: Listing[] = [];
  for await (const listing of source.walk()) listings.push(listing);
  return listings;
}

async function entriesOf(source: OpenSource, folder: string): Promise<Entry[]> {
  return (await walked(source)).flatMap((listing) =>
    listing.kind === 'folder' && listing.folder.join('/') === folder ? listing.entries : [],
  );
}

async function bytesOf(source: OpenSource, path: readonly string[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.open(path)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The processes that speak SMB for this one. */
async function smbProcesses(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)]);
  return stdout
    .split('\n')
    .filter((line) => line.includes('smb.worker.ts'))
    .map((line) => Number.parseInt(line, 10));
}
