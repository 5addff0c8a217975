import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { normalText } from './detect.ts';
import { followMemory } from './memory.ts';

export interface StreamSpeed {
  readonly megabytes: number;
  readonly seconds: number;
  readonly peakMemory: number;
}

const MEGABYTE = 1_000_000;

/** `detect --jsonl` on so many megabytes: texts of some 10 kB, and one of 60 MB at the end. */
export async function benchStream(megabytes: number): Promise<StreamSpeed> {
  const line = `${JSON.stringify({ id: 1, text: normalText(10_000, 3) })}\n`;
  const block = line.repeat(100);
  const long = `${JSON.stringify({ id: 2, text: normalText(MEGABYTE, 4).repeat(60) })}\n`;
  const begun = performance.now();
  const main = fileURLToPath(new URL('../../app/boot/cli/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, 'detect', '--jsonl'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const memory = followMemory(child.pid ?? 0);
  let written = 0;
  for (; written < (megabytes - 60) * MEGABYTE; written += Buffer.byteLength(block)) {
    if (!child.stdin.write(block)) await once(child.stdin, 'drain');
  }
  child.stdin.end(long);
  await once(child, 'close');
  memory.stop();
  written += Buffer.byteLength(long);
  return {
    megabytes: written / MEGABYTE,
    seconds: (performance.now() - begun) / 1000,
    peakMemory: memory.peak(),
  };
}
