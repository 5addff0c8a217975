import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openSmbSource, type OpenSource } from '#sources/smb.ts';
import { addsUp, scanRoom, type ScanRoom } from '../support/scan-room.ts';
import { startSmbServer, type SmbServer } from '../support/smb-server.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const FILES = 60;

describe('A scan of a share', function () {
  this.timeout(60_000);
  let room: ScanRoom;
  let server: SmbServer;
  let source: OpenSource;

  beforeEach(async () => {
    room = await scanRoom();
    chmodSync(join(room.share, '..'), 0o755);
    for (let index = 0; index < FILES; index++)
      room.file(`${index % 3}/Brev å ${index}.txt`, `${index} ${LETTER}`);
    server = await startSmbServer({
      users: { anna: 'kode' },
      shares: { data: room.share },
      ofShare: { data: { 'force user': 'root' } },
    });
    source = await openSmbSource(
      {
        server: '127.0.0.1',
        port: server.port,
        share: 'data',
        folder: [],
        account: { kind: 'password', user: 'anna', domain: '', password: 'kode' },
        encryption: 'required',
        oldest: 'SMB3_11',
      },
      { scratch: room.stateFolder, limits: { answerMs: 500, backOffMs: [50] } },
    );
    await room.restart({ around: () => source });
  });

  afterEach(async () => {
    await source.close();
    await room.close();
    await server.stop();
  });

  /** As the scan comes to its n-th file. */
  const atFile = (number: number, deed: () => void | Promise<void>): void => {
    let count = 0;
    room.pool.before = async () => {
      if (++count === number) await deed();
      return null;
    };
  };

  const goesOn = async (): Promise<void> => {
    for (;;) {
      const run = await room.scans.newestOf(room.source.id);
      const jobs = await room.db.read('jobs').whereIn('state', ['queued', 'running']);
      if (run?.endedAt !== null && run !== null) return;
      if (run?.problem === 'source-unreachable' && jobs.length === 0) break;
      await wait(20);
    }
    room.clock.advance(60_000);
    await room.scanSchedule.heed();
  };

  const assertReadOnce = async (): Promise<void> => {
    const run = await room.scans.newestOf(room.source.id);
    assert.ok(run !== null && addsUp(run));
    assert.deepEqual([run.state, run.tally.read, run.tally.failed], ['done', FILES, 0]);
    const files = [...(await room.files()).values()];
    assert.deepEqual(
      new Set(files.map(({ status, gone }) => `${status} ${gone}`)),
      new Set(['scanned false']),
    );
    assert.equal((await room.db.read('file_reads')).length, FILES);
  };

  it('finds what a scan of the folder finds, and reads nothing twice', async () => {
    const first = await room.scan();
    assert.deepEqual([first.tally.read, first.tally.withFindings], [FILES, FILES]);
    room.pool.forget();
    assert.equal((await room.scan()).tally.unchanged, FILES);
    assert.deepEqual(room.pool.opened, []);
  });

  it('goes on when the server is killed and comes back, with each file read once', async () => {
    atFile(20, () => server.kill());
    const run = await room.start();
    while ((await room.scans.get(run.publicId)).problem === null) await wait(20);
    await server.start();
    await goesOn();
    await room.ended(run);
    await assertReadOnce();
  });

  it('goes on when the server hangs for a while, with each file read once', async () => {
    const pid = server.pid;
    atFile(20, () => void process.kill(-pid, 'SIGSTOP'));
    const run = await room.start();
    while ((await room.scans.get(run.publicId)).problem === null) await wait(20);
    process.kill(-pid, 'SIGCONT');
    await goesOn();
    await room.ended(run);
    await assertReadOnce();
  });

  it('goes on at once when the connections break and the server is there', async () => {
    atFile(20, async () => {
      await server.kill();
      await server.start();
    });
    await room.ended(await room.start());
    await assertReadOnce();
  });

  it('lets a colleague save, rename and delete each file meanwhile, at the latest at the second try', async () => {
    const smbclient = async (...deeds: readonly string[]): Promise<string> => {
      const login = ['-p', String(server.port), '-U', 'anna%kode', '--client-protection=encrypt'];
      const { stdout } = await promisify(execFile)('smbclient', [
        ...login,
        '//127.0.0.1/data',
        '-c',
        [...deeds, 'pwd'].join('; '),
      ]);
      return stdout;
    };
    const names = Array.from({ length: FILES }, (_, index) => `${index % 3}\\Brev å ${index}.txt`);
    // Every file is handed over and copied out while this goes on.
    const run = await room.start();
    await smbclient(...names.map((name) => `put /etc/hostname "${name}"; rename "${name}" "${name}.ny"`));
    await smbclient(
      ...names.map((name) => `rename "${name}" "${name}.ny"`),
      ...names.map((name) => `del "${name}.ny"`),
    );
    const refused = await smbclient(...names.map((name) => `del "${name}.ny"`));
    assert.doesNotMatch(refused, /SHARING_VIOLATION/);
    assert.equal((await room.ended(run)).state, 'done');
    assert.deepEqual(
      readdirSync(room.share).flatMap((folder) => readdirSync(join(room.share, folder))),
      [],
    );
    const after = await room.scan();
    assert.deepEqual([after.state, after.tally.seen, after.tally.failed], ['done', 0, 0]);
  });
});
