import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openState } from '#boot/state.ts';
import { createRooms } from '#boot/rooms.ts';
import { systemClock } from '#kernel/clock.ts';
import { createJobs } from '#platform/jobs/index.ts';
import { parseConfig } from '../../app/config.ts';
import { keptLog } from './scratch.ts';
import { someone } from './scan-room.ts';

/** A state folder with a scan in its queue, for `datamapper serve` to be started on and killed. */
export interface KillableState {
  /** The real command, until it says that its pages are there: from then on the scan is under way. */
  serve(): Promise<Serving>;
  /** Whether the run has ended; asked beside the appliance, without opening its state. */
  hasEnded(): boolean;
  /** The state opened by this process, once nobody else has it. */
  open(): ReturnType<typeof openState>;
}

export interface Serving {
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

/** @param filesPerSecond so that a scan lasts long enough to be killed; null: as fast as it can */
export async function stateWithScan(options: {
  stateFolder: string;
  share: string;
  masterKey: string;
  filesPerSecond: number | null;
}): Promise<KillableState> {
  const environment = {
    DM_STATE_DIR: options.stateFolder,
    DM_BACKUP_DIR: `${options.stateFolder}-backups`,
    DM_MASTER_KEY: options.masterKey,
    DM_LISTEN: '127.0.0.1',
    DM_HOSTNAMES: 'localhost',
    DM_HTTPS_PORT: '0',
    DM_HTTP_PORT: '0',
    DM_SCANNER_PROCESSES: '2',
  };
  const config = parseConfig(environment);
  await queueScan(config, options);
  const file = join(options.stateFolder, 'datamapper.db');
  return {
    open: () => openState(config),
    hasEnded() {
      const db = new DatabaseSync(file, { readOnly: true });
      try {
        return db.prepare('SELECT 1 FROM runs WHERE ended_at IS NOT NULL').get() !== undefined;
      } finally {
        db.close();
      }
    },
    async serve() {
      const child = spawn(process.execPath, [MAIN, 'serve'], {
        env: { PATH: process.env['PATH'], ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await running(child);
      const end = async (signal: NodeJS.Signals): Promise<number | null> => {
        child.kill(signal);
        await ended;
        return child.exitCode;
      };
      return {
        stop: () => end('SIGTERM'),
        async kill() {
          await end('SIGKILL');
        },
      };
    },
  };
}

const MAIN = fileURLToPath(new URL('../../app/boot/cli/main.ts', import.meta.url));

async function queueScan(
  config: ReturnType<typeof parseConfig>,
  { share, filesPerSecond }: { share: string; filesPerSecond: number | null },
): Promise<void> {
  const state = await openState(config);
  const clock = systemClock;
  const { log } = keptLog();
  const jobs = createJobs({
    ...state,
    clock,
    log,
    handlers: new Map(),
    schedules: [],
    timeZone: 'UTC',
  });
  const rooms = await createRooms({ ...state, clock, log, jobs, config, spoolFolder: config.stateFolder });
  const source = await rooms.sources.add(someone, { name: 'Demo', folder: share });
  if ('refused' in source) throw new Error(`the share was refused: ${source.refused}`);
  await rooms.sources.setPace(someone, source.publicId, { filesPerSecond, megabytesPerSecond: null });
  await rooms.scans.start(someone, source.publicId);
  await jobs.stop();
  await rooms.close();
  await state.close();
}

async function running(child: ChildProcess): Promise<void> {
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += String(chunk)));
  while (!printed.includes('DataMapper is running at')) {
    if (child.exitCode !== null) throw new Error(`the appliance did not start:\n${printed}`);
    await wait(20);
  }
}
