import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#kernel/clock.ts';
import { createLog, type Log } from '#platform/log/index.ts';

/** A private folder of a test, to be removed after it. */
export interface Scratch {
  readonly folder: string;
  path(name: string): string;
  remove(): void;
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'datamapper-test-'));
  return {
    folder,
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A clock that stands until it is turned. */
export interface TurnableClock extends Clock {
  advance(milliseconds: number): void;
}

export function turnableClock(start = '2026-11-23T20:00:00Z'): TurnableClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

/** A log whose lines a test can read. */
export function keptLog(level: Parameters<typeof createLog>[0] = 'debug'): {
  readonly log: Log;
  readonly lines: string[];
} {
  const lines: string[] = [];
  return { lines, log: createLog(level, { write: (line) => void lines.push(line) }) };
}
