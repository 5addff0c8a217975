import type { SmbShare } from '#platform/smb/share.ts';
import { SmbRefused, SmbShareAway } from '#platform/smb/smb-away.ts';
import type { SmbLimits } from '#platform/smb/smb-line.ts';
import { openSmbReader, type SmbReader } from '#platform/smb/smb-reader.ts';
import { walkSmb } from './smb-walk.ts';
import { SourceAway } from './source-away.ts';
import { FileUnreadable } from './source.ts';
import type { Content, Listing, Source } from './source.ts';

/** A share that is being read; whoever opened it closes it. */
export interface OpenSource extends Source {
  /** Ends the processes that speak with the server. */
  close(): Promise<void>;
}

/**
 * A folder of an SMB share. Nothing is dialled before the first `walk` or `open`; both throw `SourceAway` when the server,
 * not a file, is what cannot be read. Files are opened for reading only, and held open no longer than they are copied.
 * Access times: SMB has no way to read without one for those who may only read; a server that keeps them, counts ours.
 * @param options.scratch a folder of the appliance's own (the spool); holds settings of the SMB library, no secret.
 */
export async function openSmbSource(
  share: SmbShare,
  options: { readonly scratch: string; readonly limits?: Partial<SmbLimits> },
): Promise<OpenSource> {
  const reader = await openSmbReader(share, options);
  return {
    walk: () => oneAhead(walkSmb(reader)),
    open: (path) => contentOf(reader, path),
    close: () => reader.close(),
  };
}

/** The server lists the next folder while this one is compared with what is known. */
async function* oneAhead(walk: AsyncGenerator<Listing>): AsyncGenerator<Listing> {
  let next = walk.next();
  try {
    for (;;) {
      const listing = await next;
      if (listing.done === true) return;
      next = walk.next();
      // Heard when its turn comes, and by nobody when the walk is left before.
      next.catch(() => undefined);
      yield listing.value;
    }
  } finally {
    // Not awaited: one that waits for a server would hold up whoever leaves.
    void walk.return(undefined).catch(() => undefined);
  }
}

function contentOf(reader: SmbReader, path: readonly string[]): Content {
  let changed = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (!path.every(isName)) throw new FileUnreadable('vanished');
    try {
      yield* reader.read(path, (is) => {
        changed = is;
      });
    } catch (error) {
      if (error instanceof SmbRefused) throw new FileUnreadable(error.fault);
      if (error instanceof SmbShareAway) throw new SourceAway(error.why);
      throw error;
    }
  }
  return { [Symbol.asyncIterator]: chunks, changedMeanwhile: () => changed };
}

/** A path may come out of the database: it names exactly one thing in a folder, or nothing. */
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name);
}
