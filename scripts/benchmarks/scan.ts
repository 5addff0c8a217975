import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followMemory } from './memory.ts';

/** One scan by the command line, from start to exit. */
export interface ScanSpeed {
  readonly workers: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Of the command and its workers together, in bytes. */
  readonly peakMemory: number;
}

const script = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes the demo share in a temporary folder and scans it with one worker, then with one a core. */
export async function benchScan(): Promise<ScanSpeed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scan-'));
  try {
    const share = join(folder, 'share');
    execFileSync(script('../demo-share'), [share], { stdio: 'ignore' });
    const speeds: ScanSpeed[] = [];
    for (const workers of new Set([1, availableParallelism()])) speeds.push(await scan(share, workers));
    return speeds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scan(share: string, workers: number): Promise<ScanSpeed> {
  const { files, bytes } = sizeOf(share);
  const begun = performance.now();
  const main = script('../../app/boot/cli/main.ts');
  const child = spawn(process.execPath, [main, 'scan', '--json', '--workers', String(workers), share], {
    stdio: 'ignore',
  });
  const memory = followMemory(child.pid ?? 0);
  await once(child, 'close');
  memory.stop();
  // 1: the demo share holds broken files on purpose.
  if (child.exitCode !== 0 && child.exitCode !== 1)
    throw new Error(`the scan ended with ${child.exitCode ?? 'a signal'}`);
  return { workers, files, bytes, seconds: (performance.now() - begun) / 1000, peakMemory: memory.peak() };
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: entries.length, bytes };
}
