import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTurns } from '#platform/workers/turns.ts';
import { clientSettings, kerberosSettings } from './client-settings.ts';
import type { Connection, Listed } from './messages.ts';
import type { SmbShare } from './share.ts';
import { createSmbLine, type SmbLimits, type SmbLine } from './smb-line.ts';

/** Reads a share through processes of its own: one that lists and a few that read files. */
export interface SmbReader {
  /**
   * A page of a folder: entries whose names come after `after`, in the order of their bytes.
   * @throws SmbRefused, SmbShareAway, Failure
   */
  list(path: readonly string[], after: string | null, most: number): Promise<SmbPage>;
  /**
   * The bytes of a file, once; what is yielded is the consumer's to keep. Afterwards `changed` says whether the file
   * was another one at the end than at the beginning. @throws SmbRefused, SmbShareAway, Failure
   */
  read(path: readonly string[], changed: (is: boolean) => void): AsyncGenerator<Uint8Array>;
  /** Ends the processes. What is under way fails. */
  close(): Promise<void>;
}

export interface SmbPage {
  /** The folder's own, by which a loop is known; empty or `0` where the server gives none. */
  readonly identity: string;
  readonly entries: readonly Listed[];
  readonly complete: boolean;
}

const SMB_LIMITS: SmbLimits = {
  answerMs: 20_000,
  requestMs: 10 * 60_000,
  backOffMs: [500, 3_000],
  holdMs: 2_000,
};

/** @param needs.scratch a folder of the appliance's own; the SMB library's settings lie there, and no secret. */
export async function openSmbReader(
  share: SmbShare,
  needs: { readonly scratch: string; readonly limits?: Partial<SmbLimits>; readonly readers?: number },
): Promise<SmbReader> {
  const limits = { ...SMB_LIMITS, ...needs.limits };
  const folder = await settingsFolder(share, needs.scratch);
  const { server, port, account, encryption } = share;
  const connection: Connection = {
    kind: 'connect',
    server,
    port,
    share: share.share,
    folder: [...share.folder],
    account,
    encryption,
    answerMs: limits.answerMs,
    holdMs: limits.holdMs,
  };
  const line = (): SmbLine => createSmbLine({ connection, folder, limits });
  const lister = line();
  const listing = createTurns([lister]);
  const readers = Array.from({ length: needs.readers ?? READERS }, line);
  const reading = createTurns(readers);

  return {
    async list(path, after, most) {
      await listing.take();
      try {
        const { reply } = await lister.ask(() => ({ kind: 'list', path: [...path], after, most }));
        if (reply.kind !== 'entries') throw new Error('not an answer to a listing');
        return reply;
      } finally {
        listing.giveBack(lister);
      }
    },
    async *read(path, changed) {
      const reader = await reading.take();
      if (reader === null) throw new Error('a share is read after it was closed');
      try {
        yield* bytesOf(reader, path, changed);
      } finally {
        reading.giveBack(reader);
      }
    },
    async close() {
      await Promise.all([lister, ...readers].map((each) => each.close()));
      await rm(folder.home, { recursive: true, force: true });
    },
  };
}

/** Two keep two workers busy; each costs a process of some 100 MB. */
const READERS = 2;

async function* bytesOf(
  line: SmbLine,
  names: readonly string[],
  changed: (is: boolean) => void,
): AsyncGenerator<Uint8Array> {
  const path = [...names];
  let at = 0;
  let print: string | null = null;
  const ask = () =>
    line.ask((isNew) => (isNew || print === null ? { kind: 'open', path, at, print } : { kind: 'read' }));
  let isOpen = true;
  let next = ask();
  try {
    for (;;) {
      const { reply, bytes } = await next;
      if (reply.kind !== 'bytes') throw new Error('not an answer to reading');
      print ??= reply.print;
      at += bytes.length;
      isOpen = !reply.end;
      // The next part comes while this one is being worked with.
      if (isOpen) next = ask();
      if (bytes.length > 0) yield bytes;
      if (isOpen) continue;
      changed(reply.changed);
      return;
    }
  } finally {
    if (isOpen) await leave(line, next);
  }
}

/** Leaves a file before its end: nothing of it is held open on the server. */
async function leave(line: SmbLine, next: Promise<unknown>): Promise<void> {
  const failed = await next.then(
    () => false,
    () => true,
  );
  if (!failed) await line.ask(() => ({ kind: 'close' })).catch(() => undefined);
}

async function settingsFolder(
  share: SmbShare,
  scratch: string,
): Promise<{ home: string; settingsFile: string }> {
  const home = await mkdtemp(join(scratch, 'smb-'));
  const settingsFile = join(home, '.smb', 'smb.conf');
  await mkdir(join(home, '.smb'), { mode: 0o700 });
  await writeFile(settingsFile, clientSettings(share, home), { mode: 0o600 });
  await writeFile(join(home, 'krb5.conf'), kerberosSettings(share), { mode: 0o600 });
  return { home, settingsFile };
}
