import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import { Sectors } from './sectors.ts';
import { utf16Text } from '../text/utf16.ts';

/** A stream in a compound file; its name as written, without the storages that it stands in. */
export interface CompoundStream {
  readonly name: string;
  readonly size: number;
  /** All of its bytes. Throws `Unread`: 'corrupt' when its chain of sectors is broken, 'too_large' past `limit`. */
  bytes(limit: number): Uint8Array;
}

/** A folder in a compound file. */
export interface CompoundStorage {
  readonly name: string;
  readonly streams: readonly CompoundStream[];
  readonly storages: readonly CompoundStorage[];
}

const DIRECTORY_ENTRY = 128;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const NONE = 0xffffffff;
const MAX_DIRECTORY = 16 * 1024 * 1024;
const MAX_DEPTH = 64;

interface Entry {
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly stream: CompoundStream;
}

/**
 * All streams of a compound file (MS-CFB, versions 3 and 4), wherever they stand, also those that no storage lists any
 * more. Throws `Unread('corrupt')`. Times and class ids are not read; a loop in a chain of sectors counts as damage.
 */
export function compoundStreams(file: ByteSource): CompoundStream[] {
  return entriesOf(file)
    .filter(({ kind }) => kind === STREAM)
    .map(({ stream }) => stream);
}

/** The same as the tree that it is, from its root. An entry that is met twice counts where it is met first. */
export function compoundTree(file: ByteSource): CompoundStorage {
  const entries = entriesOf(file);
  const seen = new Set<number>([0]);
  const storageAt = (entry: Entry, depth: number): CompoundStorage => {
    const children = siblings(entries, entry.child, seen);
    if (depth > MAX_DEPTH) throw new Unread('too_deep');
    return {
      name: entry.stream.name,
      streams: children.filter(({ kind }) => kind === STREAM).map(({ stream }) => stream),
      storages: children.filter(({ kind }) => kind === STORAGE).map((child) => storageAt(child, depth + 1)),
    };
  };
  const root = entries[0];
  if (root?.kind !== ROOT) throw new Unread('corrupt');
  return storageAt(root, 0);
}

/** A stream by its name, which is compared without regard to case, as the format has it. */
export function streamIn(storage: CompoundStorage, name: string): CompoundStream | undefined {
  return storage.streams.find((stream) => stream.name.toLowerCase() === name.toLowerCase());
}

function entriesOf(file: ByteSource): Entry[] {
  const sectors = new Sectors(file);
  const directory = sectors.chain(sectors.directoryStart, MAX_DIRECTORY);
  let root: Uint8Array | null = null;
  const rootStream = (): Uint8Array => (root ??= miniContainer(sectors, directory));
  const entries: Entry[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    const entry = directory.subarray(at, at + DIRECTORY_ENTRY);
    const size = entry.readUInt32LE(120);
    const start = entry.readUInt32LE(116);
    entries.push({
      kind: entry[66] ?? 0,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      stream: {
        name: utf16Text(entry.subarray(0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2))),
        size,
        bytes: (limit) => {
          if (size > limit) throw new Unread('too_large');
          const whole =
            size < sectors.miniCutoff
              ? sectors.miniChain(start, size, rootStream())
              : sectors.chain(start, size);
          if (whole.length < size) throw new Unread('corrupt');
          return whole.subarray(0, size);
        },
      },
    });
  }
  return entries;
}

function miniContainer(sectors: Sectors, directory: Buffer): Uint8Array {
  if (directory.length < DIRECTORY_ENTRY || directory[66] !== ROOT) throw new Unread('corrupt');
  return sectors.chain(directory.readUInt32LE(116), directory.readUInt32LE(120));
}

/** What stands in a storage: a binary tree by name, walked in order and without recursion, for it may be a list. */
function siblings(entries: readonly Entry[], from: number, seen: Set<number>): Entry[] {
  const found: Entry[] = [];
  const waiting: (readonly [number, boolean])[] = [[from, false]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [number, leftDone] = next;
    const entry = number === NONE ? undefined : entries[number];
    if (!entry) continue;
    if (leftDone) {
      found.push(entry);
      continue;
    }
    if (seen.has(number)) continue;
    seen.add(number);
    waiting.push([entry.right, false], [number, true], [entry.left, false]);
  }
  return found;
}
