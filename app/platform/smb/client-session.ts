import { constants } from 'node:os';
import { encodeName } from '#kernel/file-name.ts';
import { STRUCT_BYTES, VOLUME, type ClientLibrary } from './client-library.ts';
import { createClientListing } from './client-listing.ts';
import { Errno } from './client-errno.ts';
import { createClientReading, type ClientReading, type Part } from './client-reading.ts';
import type { Connection, Reply, SmbAway, SmbFault } from './messages.ts';
import { isPrivateAddress } from './private-address.ts';

/** One connection to one share, in the process that speaks SMB. Every answer of it is one reply. */
export interface ClientSession {
  list(path: readonly string[], after: string | null, most: number): Reply;
  open(path: readonly string[], at: number, print: string | null): Part | Reply;
  read(): Part | Reply;
  close(): Reply;
}

/**
 * Connects, and sees for itself that the connection is encrypted where that is required: the library's own setting
 * for it does not refuse a server that cannot encrypt (Samba 4.17). So the library may connect here, under our eyes,
 * and never again by itself: what breaks later ends this process. Servers that a DFS link leads to are dialled
 * by another part of the library, which does refuse.
 * Nobody outside the company's own network is dialled: a name may stand for another address than when it was looked at,
 * and a DFS link leads to whatever server its own names. Each address is seen before it is dialled, and `leave`, which
 * has to end the process, is called with the last answer rather than give it the account.
 */
export function connectClient(
  library: ClientLibrary,
  connection: Connection,
  settingsFile: string,
  leave: (last: Reply) => void,
): ClientSession | { readonly why: SmbAway } {
  const { account } = connection;
  let connecting = true;
  const dialled = new Set<string>();
  library.newContext({
    settingsFile,
    port: connection.port,
    answerMs: connection.answerMs,
    encryption: account.kind === 'guest' ? 'none' : connection.encryption,
    kerberos: account.kind === 'kerberos',
    workgroup: workgroupOf(account),
    // A guest is whoever names nobody.
    user: account.kind === 'guest' ? '' : account.user,
    password: account.kind === 'guest' ? '' : account.password,
    mayConnect: () => connecting,
    dialling(address) {
      dialled.add(address);
      if (isPrivateAddress(address)) return;
      leave(connecting ? { kind: 'away', why: 'unreachable' } : { kind: 'fault', fault: 'broken' });
    },
  });
  const root = `smb://${connection.server}/${encoded(connection.share)}`;
  const urlOf = (path: readonly string[]): string =>
    [root, ...[...connection.folder, ...path].map(encoded)].join('/');
  const struct = Buffer.alloc(STRUCT_BYTES);
  if (library.volume(root, struct) < 0) return { why: awayBy(library.errno()) };
  connecting = false;
  // A library that does not say whom it dials could dial anybody.
  if (dialled.size === 0) return { why: 'unreachable' };
  if (connection.encryption === 'required' && !library.isEncrypted()) return { why: 'unencrypted' };
  const isDfs = (struct.readBigUInt64LE(VOLUME.flags) & VOLUME.dfs) !== 0n;
  // The folder is looked at for itself: where it is not, nothing below it has vanished.
  if (library.stat(urlOf([]), struct) < 0) return { why: awayBy(library.errno()) };

  /**
   * A fault is believed to be the file's own only while the source's own folder answers. Below a DFS link another server
   * may be what is away: nothing has vanished there unless the folder that it lay in answers.
   */
  const faultAt = (path: readonly string[], errno: number): Reply => {
    if (library.stat(urlOf([]), struct) < 0) return { kind: 'lost' };
    const fault = FAULTS.get(errno) ?? 'broken';
    if (fault !== 'vanished' || !isDfs) return { kind: 'fault', fault };
    const isThere = path.length > 0 && library.stat(urlOf(path.slice(0, -1)), struct) >= 0;
    return { kind: 'fault', fault: isThere ? 'vanished' : 'broken' };
  };
  const reading: ClientReading = createClientReading(library, connection.holdMs);
  const listing = createClientListing(library, isDfs);
  const attempt = <T>(path: readonly string[], deed: () => T): T | Reply => {
    const done = orErrno(deed);
    return done instanceof Errno ? faultAt(path, done.errno) : done;
  };
  let openPath: readonly string[] = [];

  return {
    list(path, after, most) {
      const listed = attempt(path, () => listing.list(urlOf(path), after, most));
      // A link whose server is away may look as if it was none.
      const isLost = isDfs && listed.kind === 'fault' && listed.fault === 'vanished';
      return isLost ? { kind: 'fault', fault: 'broken' } : listed;
    },
    open(path, at, print) {
      openPath = path;
      return attempt(path, () => reading.open(urlOf(path), at, print));
    },
    read: () => attempt(openPath, () => reading.next()),
    close() {
      reading.close();
      return { kind: 'closed' };
    },
  };
}

function orErrno<T>(deed: () => T): T | Errno {
  try {
    return deed();
  } catch (error) {
    if (error instanceof Errno) return error;
    throw error;
  }
}

function workgroupOf(account: Connection['account']): string {
  if (account.kind === 'kerberos') return account.realm.toUpperCase();
  return account.kind === 'password' ? account.domain : '';
}

/** A name as it stands in an address of the library's: every byte that could mean something is spelled out. */
function encoded(name: string): string {
  let text = '';
  for (const byte of encodeName(name)) {
    const character = String.fromCharCode(byte);
    text += /[A-Za-z0-9_-]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}

const { errno } = constants;

const FAULTS: ReadonlyMap<number, SmbFault> = new Map([
  [errno.ENOENT, 'vanished'],
  [errno.ENODEV, 'vanished'],
  [errno.EACCES, 'denied'],
  [errno.EPERM, 'denied'],
  [errno.EISDIR, 'not-a-file'],
  [errno.ENOTDIR, 'not-a-file'],
  [errno.ELOOP, 'not-a-file'],
]);

/** The library says EACCES of a wrong password, ENOENT of a share that is not there. */
function awayBy(code: number): SmbAway {
  if (code === errno.EACCES || code === errno.EPERM) return 'refused';
  if (code === errno.ENOENT || code === errno.ENODEV || code === errno.ENOTDIR) return 'missing';
  return 'unreachable';
}
