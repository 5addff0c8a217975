import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { decodeName } from '#kernel/file-name.ts';
import { faultOf, look, namesIn, openFolder } from './local-files.ts';
import { NameList } from './name-list.ts';
import { LISTING_LENGTH } from './source.ts';
import type { Entry, FolderFault, Listing } from './source.ts';

/** Deeper than anything that people make; a hostile tree costs no more than this many opens a folder. */
const DEEPEST = 500;
/** How many entries are looked at together: enough to keep the disk busy. */
const TOGETHER = 32;

/** Walks everything below a root; see Source.walk. */
export async function* walkLocal(root: Buffer): AsyncGenerator<Listing> {
  const trail: Step[] = [];
  yield* listFolder(root, [], trail);
  for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
    const name = step.subfolders[step.next++];
    if (name === undefined) trail.pop();
    else yield* listFolder(root, [...step.folder, name], trail);
  }
}

/** A folder whose subfolders are being walked. `identity` is its device and inode, by which a loop is known. */
interface Step {
  readonly folder: readonly string[];
  readonly identity: string;
  readonly subfolders: string[];
  next: number;
}

/** Lists one folder and, when it can be entered, puts it on the trail. */
async function* listFolder(root: Buffer, folder: readonly string[], trail: Step[]): AsyncGenerator<Listing> {
  const unreadable = (reason: FolderFault): Listing => ({ kind: 'unreadable', folder, reason });
  if (folder.length > DEEPEST) {
    yield unreadable('too-deep');
    return;
  }
  let handle: FileHandle;
  try {
    handle = await openFolder(root, folder);
  } catch (error) {
    yield unreadable(folderFault(error));
    return;
  }
  try {
    const { dev, ino } = await handle.stat({ bigint: true });
    const identity = `${dev}:${ino}`;
    if (trail.some((step) => step.identity === identity)) {
      yield unreadable('loop');
      return;
    }
    const names = new NameList();
    const broken = await collect(handle, names);
    const subfolders: string[] = [];
    for (let from = 0; from === 0 || from < names.count; from += LISTING_LENGTH) {
      const entries = await entriesOf(handle, names.slice(from, from + LISTING_LENGTH), subfolders);
      const complete = broken === null && from + LISTING_LENGTH >= names.count;
      yield { kind: 'folder', folder, entries, complete };
    }
    if (broken !== null) yield unreadable(broken);
    trail.push({ folder, identity, subfolders, next: 0 });
  } finally {
    await handle.close();
  }
}

/** Takes in a folder's names; what stopped it, if it did not come to the end. */
async function collect(handle: FileHandle, names: NameList): Promise<FolderFault | null> {
  try {
    for await (const name of namesIn(handle)) names.add(name);
    return null;
  } catch (error) {
    return folderFault(error);
  } finally {
    names.sort();
  }
}

/** Looks at each name; folders go to `subfolders`, everything else becomes an entry. */
async function entriesOf(
  handle: FileHandle,
  names: readonly Buffer[],
  subfolders: string[],
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let from = 0; from < names.length; from += TOGETHER) {
    const looks = names.slice(from, from + TOGETHER).map((name) => entryOf(handle, name));
    for (const entry of await Promise.all(looks)) {
      if (entry.kind === 'folder') subfolders.push(entry.name);
      else entries.push(entry);
    }
  }
  return entries;
}

async function entryOf(handle: FileHandle, bytes: Buffer): Promise<Entry | { kind: 'folder'; name: string }> {
  const name = decodeName(bytes);
  try {
    const stats = await look(handle, bytes);
    if (stats.isDirectory()) return { kind: 'folder', name };
    if (stats.isSymbolicLink()) return { kind: 'link', name };
    if (!stats.isFile()) return { kind: 'other', name };
    return {
      kind: 'file',
      name,
      size: Number(stats.size),
      // `mtimeMs` of a BigInt look is whole milliseconds: a file can change twice in one.
      modifiedAtMs: Number(stats.mtimeNs) / 1e6,
      identity: identityOf(stats),
    };
  } catch (error) {
    return { kind: 'unreadable', name, reason: faultOf(error) };
  }
}

/**
 * Inode and time of birth. Not the device: network and overlay file systems get another number at each mount, and
 * every file would be read again after a restart.
 */
function identityOf(stats: BigIntStats): string {
  return `${stats.ino.toString(36)}:${stats.birthtimeMs.toString(36)}`;
}

function folderFault(error: unknown): FolderFault {
  const fault = faultOf(error);
  // What was a folder a moment ago and is something else now is not there as a folder.
  return fault === 'not-a-file' ? 'vanished' : fault;
}
