import type { PackedEntry } from '../archive/libarchive.ts';
import { packedEntries } from '../archive/libarchive.ts';
import { checkRatio } from '../archive/ratio.ts';
import { sevenZipNames } from '../archive/seven-zip-names.ts';
import type { Reading, SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { SegmentWriter } from '../text/segments.ts';

/** Archives other than zip and tar: 7z, rar, cab and older ones; names, then each file by its own format. */
export const packed: SeekingFormat = {
  id: 'packed',
  version: 1,
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
    const full = reading.mime === 'application/x-7z-compressed' ? sevenZipNames(file) : [];
    const ratio = { unpacked: 0, packed: file.size };
    try {
      for await (const entry of packedEntries(file, reading.limits.maxInMemory)) {
        const name = fullName(entry.name, full);
        if (name !== null) names.write(`${name}\n`);
        yield* names.take();
        yield* reading.nested(name ?? 'file', counted(entry, ratio, reading));
      }
    } catch (error) {
      if (!(error instanceof Unread) || error.reason === 'too_large') throw error;
      reading.leftOut(error.reason);
    }
    yield* names.end();
  },
};

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
