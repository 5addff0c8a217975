import type { ByteSource } from '#kernel/bytes.ts';
import type { PackedEntry } from '../archive/libarchive.ts';
import { packedEntries } from '../archive/libarchive.ts';
import { checkRatio } from '../archive/ratio.ts';
import type { SevenZipArchive } from '../archive/seven-zip/archive.ts';
import { sevenZipArchive } from '../archive/seven-zip/archive.ts';
import { lockOfFolder, stepsOf } from '../archive/seven-zip/folder-content.ts';
import { FolderOpener } from '../archive/seven-zip/opened-folder.ts';
import { sevenZipFiles } from '../archive/seven-zip/reading.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { SegmentWriter } from '../text/segments.ts';

/**
 * Archives other than zip and tar: 7z, rar, cab and older ones; names, then each file by its own format. 7z is read as it
 * comes, of any length and under a password; the others are held whole in memory.
 */
export const packed: SeekingFormat = {
  id: 'packed',
  version: 2,
  mimes: [
    'application/x-7z-compressed',
    'application/x-rar-compressed',
    'application/vnd.ms-cab-compressed',
    'application/x-cpio',
    'application/x-lzh-compressed',
    'application/x-unix-archive',
    'application/x-deb',
    'application/x-rpm',
  ],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    const names = new SegmentWriter({ path: reading.path, part: 'names' });
    try {
      if (reading.mime === 'application/x-7z-compressed') yield* inSevenZip(file, names, reading);
      else yield* inMemory(file, { names, full: [] }, reading);
    } catch (error) {
      if (!(error instanceof Unread) || error.reason === 'too_large') throw error;
      reading.leftOut(error.reason);
    }
    yield* names.end();
  },
};

async function* inSevenZip(
  file: ByteSource,
  names: SegmentWriter,
  reading: Reading,
): AsyncGenerator<Segment> {
  const { maxInMemory: limit, maxRatio } = reading.limits;
  const opener = new FolderOpener(file, reading.passwords, { limit, maxRatio });
  const archive = await sevenZipArchive(file, opener, { limit, maxRatio });
  if (file.size <= limit && isForLibarchive(archive)) {
    const full = archive.files.flatMap(({ name }) => name ?? []);
    yield* inMemory(file, { names, full }, reading);
  } else yield* sevenZipFiles(archive, { opener, names, reading });
}

/** It has ways of packing that only the library knows (PPMd, BCJ2 and others), and no cipher, which it does not know. */
function isForLibarchive({ folders }: SevenZipArchive): boolean {
  return (
    folders.some((folder) => stepsOf(folder) === null) &&
    folders.every((folder) => lockOfFolder(folder) === null)
  );
}

async function* inMemory(
  file: ByteSource,
  { names, full }: { names: SegmentWriter; full: readonly string[] },
  reading: Reading,
): AsyncGenerator<Segment> {
  const ratio = { unpacked: 0, packed: file.size };
  for await (const entry of packedEntries(file, reading.limits.maxInMemory)) {
    const name = fullName(entry.name, full);
    if (name !== null) names.write(`${name}\n`);
    yield* names.take();
    yield* reading.nested(name ?? 'file', counted(entry, ratio, reading));
  }
}

/** The name that another reading of the archive gives, where this one has asterisks for letters. */
function fullName(name: string | null, full: readonly string[]): string | null {
  if (name === null || !name.includes('*')) return name;
  const same = full.filter((one) => one.length === name.length && isLike(name, one));
  return same.length === 1 ? (same[0] ?? name) : name;
}

function isLike(name: string, full: string): boolean {
  for (let i = 0; i < name.length; i++) if (name[i] !== '*' && name[i] !== full[i]) return false;
  return true;
}

async function* counted(
  entry: PackedEntry,
  ratio: { unpacked: number; packed: number },
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  for (const piece of entry.content()) {
    ratio.unpacked += piece.length;
    checkRatio(ratio.unpacked, ratio.packed, reading.limits.maxRatio);
    yield await Promise.resolve(piece);
  }
}
