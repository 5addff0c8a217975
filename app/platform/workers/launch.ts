import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildProcess } from 'node:child_process';
import { restrained } from './restraints.ts';

export interface Launch {
  readonly entry: URL;
  /** The spool's read-only descriptor. */
  readonly spoolDescriptor: number;
  /** The most that the JavaScript heap may grow to, in MiB. Memory outside the heap is the watchdog's. */
  readonly heapMiB: number;
}

/**
 * Starts a worker process with as few rights as Node and a plain Linux give without native code:
 * - Node's permission model: it reads the appliance's code and nothing else, writes nothing, starts nothing, loads
 *   no addon. Text cannot become code (`eval`), `__proto__` and Node's SQLite are gone.
 * - An empty environment, so no secret of the appliance is in it; the root as its working folder.
 * - No network, no core dump, no new privileges (restraints.ts); the bundle's scanner container has no network at all.
 * - No socket, no signal to another process: the worker gives these up itself (withdrawn-rights.ts).
 * - A session of its own, so that Ctrl-C in a terminal reaches the appliance alone.
 *
 * What this does not hold: Node's permissions are a seat belt against a parser that is led astray, not a wall against
 * an attacker with code inside V8.
 */
export function launchWorker(launch: Launch): ChildProcess {
  const node = [process.execPath, ...nodeFlags(launch), fileURLToPath(launch.entry)];
  const [command = process.execPath, ...args] = [...restrained(), ...node];
  return spawn(command, args, {
    // Node hands this one on by itself unless it is named.
    env: { NODE_V8_COVERAGE: undefined },
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', launch.spoolDescriptor, 'pipe'],
  });
}

function nodeFlags(launch: Launch): string[] {
  const readable = ['app/', 'node_modules/', 'package.json', ...testEntry(launch.entry)];
  return [
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${fileURLToPath(new URL(path, root))}`),
    `--max-old-space-size=${launch.heapMiB}`,
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    // Node's own SQLite opens, reads and writes any file, whatever the permissions.
    '--no-experimental-sqlite',
    '--no-warnings',
    // A smaller young generation: some 20 MB less a worker, and no slower.
    '--max-semi-space-size=4',
  ];
}

const root = new URL('../../../', import.meta.url);

/** A worker that stands outside app/ (a test's) may read its own file too. */
function testEntry(entry: URL): string[] {
  return entry.href.startsWith(new URL('app/', root).href) ? [] : [entry.href];
}
