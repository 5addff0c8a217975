import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
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
 * the password goes over a pipe, the settings lie in a private folder that is removed afterwards.
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

  let said = '';
  for (const output of [stdout, stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      // No fault takes as many words: this is a listing, and a large folder's would take long to come to its end.
      if (said.length > MOST_SAID) child.kill('SIGKILL');
    });
  }
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (code === 0 || said.length > MOST_SAID) return null;
    return signal === 'SIGKILL' ? 'no-answer' : faultIn(said, account.kind);
  } catch {
    return 'tool-missing';
  }
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
