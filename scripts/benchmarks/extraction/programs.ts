import { spawnSync } from 'node:child_process';
import type { Taken } from './paired.ts';

export function isInstalled(program: string): boolean {
  return spawnSync('bash', ['-c', 'command -v "$1"', 'bash', program], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs lines of bash over files ("$@") and throws their output away. The times are those of the lines and of all that
 * they start, by bash's own `time`. @throws Error when they fail.
 */
export function timed(lines: string, args: readonly string[], env: Record<string, string> = {}): Taken {
  const script = `exec 3>&2; { TIMEFORMAT='%R %U %S'; time { ${lines}; } >/dev/null 2>/dev/null; } 2>&3`;
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  });
  const [wall = NaN, user = NaN, system = NaN] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (status !== 0 || Number.isNaN(system)) throw new Error('a program to compare with failed');
  return { wall, cpu: user + system };
}

/** What a program prints. @throws Error when it fails. */
export function printed(program: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${program} failed`);
  return stdout;
}
