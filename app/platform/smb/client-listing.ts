import { encodeName } from '#kernel/file-name.ts';
import { checked } from './client-errno.ts';
import { INFO, STAT, STRUCT_BYTES, type ClientLibrary } from './client-library.ts';
import type { Listed, Reply } from './messages.ts';

/**
 * Lists folders page by page in the order of their names' bytes. A page begins after a name, so that another process
 * can go on where one ended; the two folders of many pages that were listed last are kept in memory, since two walks may
 * be under way: one that reads and one that counts ahead.
 * @param isDfs in a DFS root, folders that lead elsewhere are entered: that is what it is for.
 */
export function createClientListing(library: ClientLibrary, isDfs: boolean): ClientListing {
  let kept: Folder[] = [];
  return {
    list(url, after, most) {
      const known = after === null ? undefined : kept.find((folder) => folder.url === url);
      const folder = known ?? readFolder(library, url, isDfs);
      const from = after === null ? 0 : firstAfter(folder.entries, after);
      const entries = folder.entries.slice(from, from + most).map(({ entry }) => entry);
      const complete = from + entries.length >= folder.entries.length;
      const others = kept.filter((other) => other.url !== url);
      kept = complete ? others : [folder, ...others].slice(0, MOST_KEPT);
      return { kind: 'entries', identity: folder.identity, entries, complete };
    },
  };
}

/** Each walk has one at a time. */
const MOST_KEPT = 2;

export interface ClientListing {
  /** @throws Errno */
  list(url: string, after: string | null, most: number): Extract<Reply, { kind: 'entries' }>;
}

interface Folder {
  readonly url: string;
  readonly identity: string;
  readonly entries: readonly Sortable[];
}

interface Sortable {
  readonly key: string;
  readonly entry: Listed;
}

function readFolder(library: ClientLibrary, url: string, isDfs: boolean): Folder {
  const handle = checked(library, library.openFolder(url));
  const stat = Buffer.alloc(STRUCT_BYTES);
  const entries: Sortable[] = [];
  let identity = '';
  try {
    for (let next = library.nextEntry(handle, stat); next !== null; next = library.nextEntry(handle, stat)) {
      const name = next.name();
      const id = idOf(stat);
      // The folder that a DFS link leads to may have the number of one on its way.
      if (name === '.') identity = isDfs ? `${id}:${bornAt(next.info)}` : id;
      if (name === '.' || name === '..') continue;
      entries.push({ key: sortKey(name), entry: entryOf(name, id, next.info, isDfs) });
    }
  } finally {
    library.closeFolder(handle);
  }
  entries.sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
  // A server may name a file twice when it is renamed while the folder is being listed.
  return { url, identity, entries: entries.filter(({ key }, index) => key !== entries[index - 1]?.key) };
}

function entryOf(name: string, id: string, info: DataView, isDfs: boolean): Listed {
  const attributes = info.getUint16(INFO.attributes, true);
  const isFolder = (attributes & FOLDER) !== 0;
  const isReparse = (attributes & REPARSE) !== 0;
  const size = isFolder ? 0 : Math.min(Number(info.getBigUint64(INFO.size, true)), Number.MAX_SAFE_INTEGER);
  const seconds = Number(info.getBigInt64(INFO.modifiedSeconds, true));
  const nanoseconds = Number(info.getBigInt64(INFO.modifiedNanoseconds, true));
  return [
    kindOf({ isFolder, isReparse, attributes, isDfs }),
    name,
    size,
    Math.max(-LAST_DATE, Math.min(seconds * 1000 + nanoseconds / 1e6, LAST_DATE)),
    id,
  ];
}

/** Servers without a time of birth give the oldest time that they have, which reading may change: only a hint. */
function bornAt(info: DataView): string {
  return info.getBigInt64(INFO.born, true).toString(36);
}

/** The last date of JavaScript, in milliseconds since 1970. A server may say any number. */
const LAST_DATE = 8.64e15;

/** MS-FSCC 2.6. */
const FOLDER = 0x10;
const REPARSE = 0x400;
const OFFLINE = 0x1000;

/**
 * A folder with a reparse point is a junction or a link, and is not entered. A file with one is read: a Windows server
 * marks each deduplicated file so. An offline file would be fetched from a tape or a cloud by reading it.
 */
function kindOf(entry: {
  isFolder: boolean;
  isReparse: boolean;
  attributes: number;
  isDfs: boolean;
}): Listed[0] {
  if (entry.isFolder) return entry.isReparse && !entry.isDfs ? 'link' : 'folder';
  return (entry.attributes & OFFLINE) !== 0 ? 'offline' : 'file';
}

function idOf(stat: Buffer): string {
  return stat.readBigUInt64LE(STAT.inode).toString(36);
}

function firstAfter(entries: readonly Sortable[], after: string): number {
  const key = sortKey(after);
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key ?? '') > key) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Its order is that of the name's bytes: UTF-8 sorts as code points do, JavaScript's strings do not. */
function sortKey(name: string): string {
  return /[^\x20-\x7e]/.test(name) ? encodeName(name).toString('latin1') : name;
}
