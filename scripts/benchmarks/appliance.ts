import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRooms } from '#boot/rooms.ts';
import { openState } from '#boot/state.ts';
import { systemClock } from '#kernel/clock.ts';
import { createJobs, type JobHandler } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import type { By } from '#sources/index.ts';
import { parseConfig } from '../../app/config.ts';
import { makeShare } from '../demo/share.ts';
import { writeShare } from '../demo/share-folder.ts';
import { followMemory } from './memory.ts';

/** Two scans of the demo share by the appliance's own rooms: real database, real worker processes. */
export interface ApplianceSpeed {
  readonly files: number;
  readonly firstSeconds: number;
  /** Nothing has changed by then. */
  readonly secondSeconds: number;
  /** Of the appliance and its workers together, in bytes. */
  readonly peakMemory: number;
}

const BY: By = { who: { kind: 'console' }, from: null };

/** Runs it in a process of its own, so that what else was measured does not count in its memory. */
export async function benchAppliance(): Promise<ApplianceSpeed> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memory = followMemory(child.pid ?? 0);
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  await once(child, 'close');
  memory.stop();
  const figures = JSON.parse(printed) as Omit<ApplianceSpeed, 'peakMemory'>;
  return { ...figures, peakMemory: memory.peak() };
}

async function scanTwice(): Promise<Omit<ApplianceSpeed, 'peakMemory'>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-appliance-'));
  const share = join(folder, 'share');
  const made = await makeShare(1);
  await writeShare(share, made);
  const config = parseConfig({ DM_STATE_DIR: join(folder, 'state'), DM_BACKUP_DIR: join(folder, 'backups') });
  const clock = systemClock;
  const log = createLog('warn');
  const state = await openState(config);
  const handlers = new Map<string, JobHandler>();
  const jobs = createJobs({ ...state, clock, log, handlers, schedules: [], timeZone: 'UTC' });
  const rooms = await createRooms({ ...state, clock, log, jobs, config, spoolFolder: config.stateFolder });
  handlers.set('scan', rooms.scanner.handler);
  await jobs.start();
  const source = await rooms.sources.add(BY, { name: 'Demo', folder: share });
  if ('refused' in source) throw new Error(`the share was refused: ${source.refused}`);

  const scan = async (): Promise<number> => {
    const begun = performance.now();
    const run = await rooms.scans.start(BY, source.publicId);
    for (let at = run; at.endedAt === null; at = await rooms.scans.get(run.publicId)) await wait(5);
    return (performance.now() - begun) / 1000;
  };
  try {
    const firstSeconds = await scan();
    const secondSeconds = await scan();
    return { files: made.length, firstSeconds, secondSeconds };
  } finally {
    await jobs.stop();
    await rooms.close();
    await state.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await scanTwice()));
