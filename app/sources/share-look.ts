import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { isPrivateAddress } from '#platform/smb/private-address.ts';
import { reachServer, type Resolve } from './server-address.ts';
import type { ShareAddress } from './share-address.ts';
import { faultIn, type ShareFault } from './share-fault.ts';
import type { ShareAccount, ShareProtection } from './shares.store.ts';

export interface ShareToLookAt extends ShareProtection {
  readonly address: ShareAddress;
  readonly account: ShareAccount;
  /** The password; null for a guest. */
  readonly secret: string | null;
}

/** Looks at a share as a scan would, as far as listing its folder. Answers what is wrong, or null: nothing. */
export type LookAtShare = (share: ShareToLookAt) => Promise<ShareFault | null>;

/**
 * First the name and the port, then Samba's `smbclient`, which alone tells the server's exact status: the library that
 * reads the files says "no access" for a wrong password and for a forbidden share. It runs with an empty environment;
 * the password goes over a pipe, the settings lie in a private folder that is removed afterwards. Where a DFS link leads it
 * dials by itself, and tells us as it does: outside the company's own network it is killed, as a rule before it has
 * signed in there, which takes several answers of that server. The library that reads is stopped before it dials.
 * @param needs.port 445 for everybody but tests
 * @param needs.scratch a private folder of the appliance's own (the spool)
 * @param needs.program left out: Debian's
 */
export function createShareLook(needs: {
  port: number;
  scratch: string;
  resolve?: Resolve;
  program?: string;
}): LookAtShare {
  const { port, scratch, resolve, program = '/usr/bin/smbclient' } = needs;
  return async (share) => {
    const reached = await reachServer(share.address.server, port, resolve);
    if ('fault' in reached) return reached.fault;
    const place = await mkdtemp(join(scratch, 'share-'));
    try {
      await writeFile(join(place, 'smb.conf'), settingsOf(share, place), { mode: 0o600 });
      await writeFile(join(place, 'account'), nameLines(share.account), { mode: 0o600 });
      const args = argumentsOf(share, { place, port, address: reached.address });
      return await ask(program, args, place, share);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  };
}

function settingsOf({ encryption, oldest }: ShareProtection, place: string): string {
  return [
    '[global]',
    `client min protocol = ${oldest === 'SMB2' ? 'SMB2_02' : oldest === 'SMB3' ? 'SMB3_00' : 'SMB3_11'}`,
    `client smb encrypt = ${encryption === 'required' ? 'required' : 'desired'}`,
    'client signing = required',
    // No name is asked for by broadcast, which anybody on the network could answer.
    'name resolve order = host',
    'disable netbios = yes',
    ...['private dir', 'lock directory', 'state directory', 'cache directory'].map(
      (name) => `${name} = ${place}`,
    ),
    '',
  ].join('\n');
}

function argumentsOf(
  { address: { server, share, folder }, account }: ShareToLookAt,
  { place, port, address }: { place: string; port: number; address: string },
): string[] {
  return [
    ...['--configfile', join(place, 'smb.conf'), '--port', String(port), '--timeout', '5'],
    // The address that was found to be in the company's network, whatever the name stands for by now.
    ...['--ip-address', address],
    // It says whom it dials, and little besides: only what it prints is of a fault or a listing.
    ...['--debuglevel', '3 auth:0 passdb:0'],
    `--use-kerberos=${account.kind === 'kerberos' ? 'required' : 'off'}`,
    ...(account.kind === 'guest'
      ? ['--no-pass', '--user', '%']
      : ['--authentication-file', join(place, 'account')]),
    ...(account.kind === 'kerberos' ? [`--realm=${account.domain.toUpperCase()}`] : []),
    ...(folder.length === 0 ? [] : ['--directory', folder.join('/')]),
    ...['--command', 'ls', `//${server}/${share}`],
  ];
}

async function ask(
  program: string,
  args: readonly string[],
  place: string,
  { account, secret }: ShareToLookAt,
): Promise<ShareFault | null> {
  const child = spawn(program, args, {
    cwd: place,
    env: { HOME: place, ...(secret === null ? {} : { PASSWD_FD: '3' }) },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const [, stdout, stderr, fourth] = child.stdio;
  const secretPipe = fourth as Writable;
  // It may end before it has read what it was given.
  secretPipe.on('error', () => undefined).end(secret ?? '');

  const answers = { printed: '', logged: '', isOutside: false };
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    answers.printed += text;
    // No fault takes as many words: this is a listing, and a large folder's would take long to come to its end.
    if (answers.printed.length > MOST_SAID) child.kill('SIGKILL');
  });
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    answers.logged += text;
    answers.isOutside ||= dialled(answers.logged).some((address) => !isPrivateAddress(address));
    if (answers.isOutside || answers.logged.length > MOST_LOGGED) child.kill('SIGKILL');
  });
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (answers.isOutside) return 'not-private';
    if (code === 0 || answers.printed.length > MOST_SAID) return null;
    if (signal === 'SIGKILL') return 'no-answer';
    return faultIn(`${answers.printed}\n${answers.logged}`, account.kind);
  } catch {
    return 'tool-missing';
  }
}

/** Samba 4.17, open_socket_out. */
function dialled(logged: string): string[] {
  return [...logged.matchAll(/^\s*Connecting to (\S+) at port/gmu)].map(([, address = '']) => address);
}

/** Its authentication file, without the password. */
function nameLines(account: ShareAccount): string {
  if (account.kind === 'guest') return '';
  const { kind, user, domain } = account;
  if (kind === 'kerberos') return `username = ${user}@${domain.toUpperCase()}\n`;
  return `username = ${user}\n${domain === '' ? '' : `domain = ${domain}\n`}`;
}

/** Above smbclient's own patience with each step. */
const PATIENCE_MS = 30_000;
/** In characters: far above the few lines that any fault takes. */
const MOST_SAID = 16 * 1024;
/** In characters: a few hundred are usual. */
const MOST_LOGGED = 256 * 1024;
