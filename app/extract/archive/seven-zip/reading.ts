import type { Reading, Segment } from '../../format.ts';
import type { SegmentWriter } from '../../text/segments.ts';
import type { SevenZipArchive } from './archive.ts';
import type { FolderOpener } from './opened-folder.ts';
import { PartCursor } from './part-cursor.ts';

/**
 * The files in a 7z archive of any length, in the order in which they are packed, each by its own format; their names go
 * to `names`. A folder that cannot be opened, or is damaged, is left out with its reason, and the next is read. Throws
 * only when the limits of the whole are used up.
 */
export async function* sevenZipFiles(
  { files, folders }: SevenZipArchive,
  { opener, names, reading }: { opener: FolderOpener; names: SegmentWriter; reading: Reading },
): AsyncGenerator<Segment> {
  const parts = new PartCursor(folders, opener, reading);
  try {
    for (const { name, kind, hasBytes } of files) {
      if (kind === 'file' && name !== null) names.write(`${name}\n`);
      yield* names.take();
      const content = hasBytes ? await parts.next() : null;
      if (content !== null && kind === 'file') yield* reading.nested(name ?? 'file', content);
    }
    await parts.passOver();
  } finally {
    await parts.close();
  }
}
