import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A real smbd on loopback with users, passwords and shares of its own; needs root, as smbd does. */
export interface SmbServer {
  readonly port: number;
  readonly pid: number;
  /** Sets a password, as an administrator of the server would. */
  setPassword(user: string, password: string): Promise<void>;
  /** Flags as pdbedit knows them: `D` disabled, `L` locked out; none: an account as usual. */
  setFlags(user: string, flags: string): Promise<void>;
  /** The user has to choose another password before anything else. */
  expirePassword(user: string): Promise<void>;
  /** SIGKILL, as a power cut; `start` brings it up on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server and forgets its settings; the shares' folders stay. */
  stop(): Promise<void>;
}

export interface SmbServerOptions {
  /** Names as clients give them, with their passwords; at most as many as ACCOUNTS. */
  readonly users: Readonly<Record<string, string>>;
  /** Folders by the name of their share. */
  readonly shares: Readonly<Record<string, string>>;
  /** More lines of smb.conf; default: encryption and SMB 3.1.1 demanded. */
  readonly global?: Readonly<Record<string, string>>;
  /** Lines for the share of that name. */
  readonly ofShare?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Default: a free one. */
  readonly port?: number;
}

/** Accounts that every Debian has; the i-th user of a server is the i-th of them for the file system. */
const ACCOUNTS = ['games', 'man', 'lp', 'mail', 'news', 'uucp', 'backup', 'list', 'irc'] as const;

/** @throws Error with smbd's own words when it does not start */
export async function startSmbServer(options: SmbServerOptions): Promise<SmbServer> {
  const place = mkdtempSync(join(tmpdir(), 'datamapper-smbd-'));
  // Users of the shares pass through it where a share lies inside.
  chmodSync(place, 0o755);
  const port = options.port ?? (await freePort());
  const config = join(place, 'smb.conf');
  const accounts = new Map(Object.keys(options.users).map((user, index) => [user, ACCOUNTS[index] ?? '']));
  for (const folder of FOLDERS) mkdirSync(join(place, folder), { mode: 0o755 });
  writeFileSync(
    join(place, 'users.map'),
    [...accounts].map(([user, account]) => `${account} = "${user}"\n`).join(''),
  );
  writeFileSync(config, configOf(place, port, options));

  const tool = async (command: string, args: readonly string[], input = ''): Promise<void> => {
    const child = execFile(command, args);
    child.stdin?.end(input);
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${command} ended with ${code}`);
  };
  const accountOf = (user: string): string => accounts.get(user) ?? user;
  const setPassword = (user: string, password: string): Promise<void> =>
    tool('pdbedit', ['-s', config, '-t', '-a', '-u', accountOf(user)], `${password}\n${password}\n`);
  for (const [user, password] of Object.entries(options.users)) await setPassword(user, password);

  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const started = spawn('smbd', ['-s', config, '-F', '--no-process-group'], {
      stdio: 'ignore',
      detached: true,
    });
    child = started;
    // Its group is its own: it would outlive a test run that is broken off.
    const endWithUs = (): void => void started.kill('SIGTERM');
    process.once('exit', endWithUs);
    started.once('exit', () => process.removeListener('exit', endWithUs));
    for (let tries = 0; !(await answers(port)); tries++) {
      if (started.exitCode !== null || tries > 200) throw new Error('smbd does not start: is this root?');
      await wait(50);
    }
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child?.pid === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    // Every connection has a process of its own, in the group of the first.
    process.kill(-child.pid, signal);
    await ended;
    child = null;
  };
  await start();

  return {
    port,
    get pid() {
      return child?.pid ?? 0;
    },
    setPassword,
    setFlags: (user, flags) =>
      tool('pdbedit', ['-s', config, '-r', '-u', accountOf(user), '-c', `[${flags}]`]),
    expirePassword: (user) =>
      tool('net', ['-s', config, 'sam', 'set', 'pwdmustchangenow', accountOf(user), 'yes']),
    kill: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGTERM');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

const FOLDERS = ['private', 'lock', 'state', 'cache', 'run', 'ncalrpc'];

function configOf(
  place: string,
  port: number,
  { shares, global = {}, ofShare = {} }: SmbServerOptions,
): string {
  const lines = (settings: Readonly<Record<string, string>>): string[] =>
    Object.entries(settings).map(([name, value]) => `  ${name} = ${value}`);
  return [
    '[global]',
    ...lines({
      'server role': 'standalone server',
      interfaces: 'lo',
      'bind interfaces only': 'yes',
      'smb ports': String(port),
      'private dir': join(place, 'private'),
      'lock directory': join(place, 'lock'),
      'state directory': join(place, 'state'),
      'cache directory': join(place, 'cache'),
      'pid directory': join(place, 'run'),
      'ncalrpc dir': join(place, 'ncalrpc'),
      'passdb backend': `tdbsam:${join(place, 'private', 'passdb.tdb')}`,
      'username map': join(place, 'users.map'),
      'log file': join(place, 'log'),
      'disable netbios': 'yes',
      'load printers': 'no',
      'map to guest': 'never',
      'server smb encrypt': 'required',
      'server min protocol': 'SMB3_11',
      ...global,
    }),
    ...Object.entries(shares).flatMap(([name, folder]) => [
      `[${name}]`,
      ...lines({ path: folder, 'read only': 'no', ...ofShare[name] }),
    ]),
    '',
  ].join('\n');
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
