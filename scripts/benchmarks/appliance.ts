import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  /** Of this process and its workers together, in bytes. */
  readonly peakMemory: number;
}

const BY: By = { who: { kind: 'console' }, from: null };

export async function benchAppliance(): Promise<ApplianceSpeed> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-appliance-'));
  const memory = followMemory(process.pid);
  const share = join(folder, 'share');
  const made = await makeShare(1);
  await writeShare(share, made);
  const config = parseConfig({ DM_STATE_DIR: join(folder, 'state'), DM_BACKUP_DIR: join(folder, 'backups') });
  const clock = systemClock;
  const log = createLog('warn');
  const state = await openState(config);
  const handlers = new Map<string, JobHandler>();
  const jobs = createJobs({ ...state, clock, log, handlers, schedules: [], timeZone: 'UTC' });
  const rooms = createRooms({ ...state, clock, log, jobs, config, spoolFolder: config.stateFolder });
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
    return { files: made.length, firstSeconds, secondSeconds, peakMemory: memory.peak() };
  } finally {
    memory.stop();
    await jobs.stop();
    await rooms.close();
    await state.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
