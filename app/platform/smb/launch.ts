import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Starts a process that speaks SMB. Unlike a parser it has the network and a native library; all else it has as
 * little of as a worker (workers/launch.ts): no environment but its own folder, no core dump, which would hold a password, no new
 * privileges, and it dies with the appliance. Its memory has a limit: the library holds a whole folder before it hands
 * over the first name, and a server could go on naming. Nothing secret is in its arguments: only where its settings lie.
 */
export function launchSmb(folder: { readonly home: string; readonly settingsFile: string }): ChildProcess {
  const node = [process.execPath, ...NODE_FLAGS, fileURLToPath(ENTRY), folder.settingsFile];
  const [command = process.execPath, ...args] = [...restraints(), ...node];
  return spawn(command, args, {
    env: {
      NODE_V8_COVERAGE: undefined,
      HOME: folder.home,
      KRB5_CONFIG: `${folder.home}/krb5.conf`,
      KRB5CCNAME: 'MEMORY:datamapper',
    },
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
}

const ENTRY = new URL('smb.worker.ts', import.meta.url);
const ROOT = new URL('../../../', import.meta.url);

const NODE_FLAGS = [
  '--permission',
  '--allow-addons',
  ...['app/', 'node_modules/', 'package.json'].map(
    (path) => `--allow-fs-read=${fileURLToPath(new URL(path, ROOT))}`,
  ),
  // A folder of a million entries is held whole while it is being listed.
  '--max-old-space-size=1024',
  '--max-semi-space-size=4',
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  '--no-warnings',
];

/** In bytes, of all that can be written to: a folder of a million names takes some half of it. */
const MOST_MEMORY = 3 * 1024 ** 3;

function restraints(): string[] {
  return [
    ...(existsSync('/usr/bin/prlimit')
      ? ['/usr/bin/prlimit', '--core=0', `--data=${MOST_MEMORY}`, '--']
      : []),
    ...(existsSync('/usr/bin/setpriv')
      ? ['/usr/bin/setpriv', '--no-new-privs', '--pdeathsig', 'KILL', '--']
      : []),
  ];
}
