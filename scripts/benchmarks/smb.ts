import { execFile, spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRooms } from '#boot/rooms.ts';
import { openState } from '#boot/state.ts';
import { systemClock } from '#kernel/clock.ts';
import { createJobs, type JobHandler } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { openSmbSource } from '#sources/smb.ts';
import type { By } from '#sources/index.ts';
import { parseConfig } from '../../app/config.ts';
import { startSmbServer } from '../../test/support/smb-server.ts';
import { followMemory } from './memory.ts';

/** Seconds that the appliance and `smbclient` took over the same share of a real smbd, which demands encryption. */
export interface SmbSpeed {
  readonly largeBytes: number;
  readonly large: Pair;
  /** The same bytes by the source alone: without spool, workers and database. */
  readonly largeBySource: number;
  readonly smallFiles: number;
  readonly small: Pair;
  readonly smallBySource: number;
  /** A second scan when nothing has changed, beside a bare recursive listing, first of few files, then of many. */
  readonly again: readonly (Pair & { readonly files: number; readonly peakMemory: number })[];
}

interface Pair {
  readonly appliance: number;
  readonly smbclient: number;
}

const BY: By = { who: { kind: 'console' }, from: null };
const LARGE_FILES = 4;
const LARGE_BYTES = 256 * 1024 * 1024;
const SMALL_FILES = 5_000;
const MANY_FILES = 20_000;
const USER = 'bench';
const PASSWORD = 'bench bench';

/** Runs it in a process of its own, whose memory is the appliance's. Needs root, smbd and smbclient. */
export async function benchSmb(): Promise<SmbSpeed> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  await once(child, 'close');
  return JSON.parse(printed) as SmbSpeed;
}

async function measure(): Promise<SmbSpeed> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-smb-'));
  chmodSync(folder, 0o755);
  const place = (name: string): string => join(folder, name);
  for (const name of ['large', 'small', 'out']) mkdirSync(place(name));
  writeLarge(place('large'));
  writeSmall(place('small'), 0, SMALL_FILES);
  const server = await startSmbServer({
    users: { [USER]: PASSWORD },
    shares: { large: place('large'), small: place('small') },
  });
  const appliance = await openAppliance(folder, server.port);
  const smbclient = (share: string, command: string): Promise<number> =>
    timed(async () => {
      const login = ['-p', String(server.port), '-U', `${USER}%${PASSWORD}`, '--client-protection=encrypt'];
      const client = execFile('smbclient', [...login, `//127.0.0.1/${share}`, '-D', '.', '-c', command], {
        cwd: place('out'),
        maxBuffer: 1024 * 1024 * 1024,
      });
      await once(client, 'close');
      rmSync(place('out'), { recursive: true });
      mkdirSync(place('out'));
    });
  const bySource = async (share: string): Promise<number> => {
    const source = await openSmbSource(
      {
        server: '127.0.0.1',
        port: server.port,
        share,
        folder: [],
        account: { kind: 'password', user: USER, domain: '', password: PASSWORD },
        encryption: 'required',
        oldest: 'SMB3_11',
      },
      { scratch: folder },
    );
    let bytes = 0;
    return timed(async () => {
      for await (const listing of source.walk())
        if (listing.kind === 'folder')
          for (const { name } of listing.entries)
            for await (const chunk of source.open([...listing.folder, name])) bytes += chunk.length;
      if (bytes === 0) throw new Error('nothing was read');
    }).finally(() => source.close());
  };
  try {
    const large = { smbclient: await smbclient('large', GET_ALL), appliance: await appliance.scan('large') };
    const small = { smbclient: await smbclient('small', GET_ALL), appliance: await appliance.scan('small') };
    const largeBySource = await bySource('large');
    const smallBySource = await bySource('small');
    const again: SmbSpeed['again'][number][] = [];
    for (const files of [SMALL_FILES, MANY_FILES]) {
      if (files > SMALL_FILES) {
        writeSmall(place('small'), SMALL_FILES, files);
        await appliance.scan('small');
      }
      const memory = followMemory(process.pid);
      const seconds = await appliance.scan('small');
      memory.stop();
      const listing = await smbclient('small', 'recurse on; ls');
      again.push({ files, appliance: seconds, smbclient: listing, peakMemory: memory.peak() });
    }
    const largeBytes = LARGE_FILES * LARGE_BYTES;
    return { largeBytes, large, largeBySource, smallFiles: SMALL_FILES, small, smallBySource, again };
  } finally {
    await appliance.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const GET_ALL = 'recurse on; prompt off; mget *';

/** Noise, which no format claims: what is measured is the way to the parser, not the parser. */
function writeLarge(folder: string): void {
  const noise = randomFillSync(Buffer.alloc(LARGE_BYTES));
  for (let index = 0; index < LARGE_FILES; index++) {
    // No two are copies of each other.
    noise.writeUInt32LE(index, 1024);
    writeFileSync(join(folder, `${index}.bin`), noise);
  }
}

function writeSmall(folder: string, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const below = join(folder, String(Math.floor(index / 500)));
    mkdirSync(below, { recursive: true });
    writeFileSync(
      join(below, `brev ${index}.txt`),
      `Sag ${index}. ${'Vi takker for Deres brev. '.repeat(80)}`,
    );
  }
}

async function openAppliance(
  folder: string,
  port: number,
): Promise<{ scan(share: string): Promise<number>; close(): Promise<void> }> {
  const config = parseConfig({
    DM_STATE_DIR: join(folder, 'state'),
    DM_BACKUP_DIR: join(folder, 'backups'),
    DM_SMB_PORT: String(port),
    DM_SCANNER_PROCESSES: '2',
  });
  const clock = systemClock;
  const log = createLog('warn');
  const state = await openState(config);
  const handlers = new Map<string, JobHandler>();
  const jobs = createJobs({ ...state, clock, log, handlers, schedules: [], timeZone: 'UTC' });
  const rooms = await createRooms({ ...state, clock, log, jobs, config, spoolFolder: config.stateFolder });
  handlers.set('scan', rooms.scanner.handler);
  await jobs.start();
  const sources = new Map<string, string>();
  for (const share of ['large', 'small']) {
    const added = await rooms.shares.add(BY, {
      name: share,
      address: { server: 'localhost', share, folder: [] },
      account: { kind: 'password', user: USER, domain: '' },
      secret: PASSWORD,
      encryption: 'required',
      oldest: 'SMB3_11',
      riskReason: null,
    });
    if ('refused' in added) throw new Error(`the share was refused: ${added.refused}`);
    sources.set(share, added.publicId);
  }
  return {
    scan: (share) =>
      timed(async () => {
        const run = await rooms.scans.start(BY, sources.get(share) ?? '');
        let at = run;
        for (; at.endedAt === null; at = await rooms.scans.get(run.publicId)) await wait(5);
        if (at.state !== 'done' || at.tally.failed > 0)
          throw new Error(`a scan ended as ${at.state}: ${at.problem}`);
      }),
    async close() {
      await jobs.stop();
      await rooms.close();
      await state.close();
    },
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

if (import.meta.main) console.log(JSON.stringify(await measure()));
