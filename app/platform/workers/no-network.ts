import { spawnSync } from 'node:child_process';

/**
 * The words in front of a command that give it a network namespace of its own, with nothing in it: as root directly,
 * else in a user namespace of its own where this Linux allows that. Empty where neither is to be had, as in most
 * containers; there the bundle's scanner has no network to begin with. Asked once.
 */
export function withoutNetwork(): readonly string[] {
  return (found ??= WAYS.find((way) => works(way)) ?? []);
}

let found: readonly string[] | null = null;

const UNSHARE = '/usr/bin/unshare';
const WAYS = [
  [UNSHARE, '--net', '--'],
  [UNSHARE, '--user', '--map-root-user', '--net', '--'],
] as const;

function works([command, ...args]: readonly [string, ...string[]]): boolean {
  return (
    spawnSync(command, [...args, '/bin/true'], { stdio: 'ignore', env: {}, timeout: 5_000 }).status === 0
  );
}
