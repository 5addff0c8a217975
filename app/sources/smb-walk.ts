import { SmbRefused, SmbShareAway } from '#platform/smb/smb-away.ts';
import type { SmbPage, SmbReader } from '#platform/smb/smb-reader.ts';
import { SourceAway } from './source-away.ts';
import { LISTING_LENGTH } from './source.ts';
import type { Entry, FolderFault, Listing } from './source.ts';

/** Deeper than anything that people make. */
const DEEPEST = 500;

/**
 * Walks everything below a share's folder; see Source.walk. Folders of snapshots hold every file many times over: they
 * are named and not entered, and neither are links.
 * @throws SourceAway when the server is what cannot be read: the folder under way is then not known, rather than gone.
 */
export async function* walkSmb(reader: SmbReader): AsyncGenerator<Listing> {
  const trail: Step[] = [];
  yield* listFolder(reader, [], trail);
  for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
    const name = step.subfolders[step.next++];
    if (name === undefined) trail.pop();
    else yield* listFolder(reader, [...step.folder, name], trail);
  }
}

/** A folder whose subfolders are being walked. */
interface Step {
  readonly folder: readonly string[];
  readonly identity: string;
  readonly subfolders: readonly string[];
  next: number;
}

/** Lists one folder and, when it can be entered, puts it on the trail. */
async function* listFolder(
  reader: SmbReader,
  folder: readonly string[],
  trail: Step[],
): AsyncGenerator<Listing> {
  const unreadable = (reason: FolderFault): Listing => ({ kind: 'unreadable', folder, reason });
  if (folder.length > DEEPEST) {
    yield unreadable('too-deep');
    return;
  }
  const subfolders: string[] = [];
  let identity = '';
  for (let after: string | null = null, complete = false; !complete;) {
    const page: SmbPage | FolderFault = await pageOf(reader, folder, after);
    if (typeof page === 'string') {
      yield unreadable(page);
      break;
    }
    ({ identity, complete } = page);
    if (after === null && isKnown(identity) && trail.some((step) => step.identity === identity)) {
      yield unreadable('loop');
      return;
    }
    const entries: Entry[] = [];
    for (const [kind, name, size, modifiedAtMs, ownIdentity] of page.entries) {
      if (kind === 'file') entries.push({ kind, name, size, modifiedAtMs, identity: ownIdentity });
      else if (kind === 'folder' && !SNAPSHOTS.test(name)) subfolders.push(name);
      else entries.push({ kind: kind === 'link' ? 'link' : 'other', name });
    }
    yield { kind: 'folder', folder, entries, complete };
    after = page.entries.at(-1)?.[1] ?? null;
    if (after === null) complete = true;
  }
  trail.push({ folder, identity, subfolders, next: 0 });
}

/** How servers show the past of a folder: NetApp, Isilon, ZFS, Synology, QNAP, and Windows's previous versions. */
const SNAPSHOTS =
  /^([.~#]snapshots?|\.snap|\.ckpt|\.zfs|@Recently-Snapshot|@GMT-\d{4}\.\d\d\.\d\d-\d\d\.\d\d\.\d\d)$/iu;

/** Some servers give no identities, or the same for all: nothing is a loop by that. */
function isKnown(identity: string): boolean {
  return identity !== '' && identity.split(':')[0] !== '0';
}

async function pageOf(
  reader: SmbReader,
  folder: readonly string[],
  after: string | null,
): Promise<SmbPage | FolderFault> {
  try {
    return await reader.list(folder, after, LISTING_LENGTH);
  } catch (error) {
    if (error instanceof SmbShareAway) throw new SourceAway(error.why);
    if (!(error instanceof SmbRefused)) throw error;
    // What was a folder a moment ago and is something else now is not there as a folder.
    return error.fault === 'not-a-file' ? 'vanished' : error.fault;
  }
}
