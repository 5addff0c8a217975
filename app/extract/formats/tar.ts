import { StreamReader } from '../archive/stream-reader.ts';
import type { TarHeader } from '../archive/tar-header.ts';
import { TAR_BLOCK, tarAttributes, tarHeader, tarText } from '../archive/tar-header.ts';
import type { Reading, Segment, StreamedFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { SegmentWriter, withRest } from '../text/segments.ts';

/** Tar archives of any length: names, then each file by its own format. Links are not followed, for they have no bytes. */
export const tar: StreamedFormat = {
  id: 'tar',
  version: 1,
  mimes: ['application/x-tar'],
  withoutText: 'scanned',
  access: 'streamed',
  async *extract(bytes, reading) {
    const reader = new StreamReader(bytes);
    const names = new SegmentWriter({ path: reading.path, part: 'names' });
    try {
      yield* withRest(entries(reader, names, reading), () => names.end());
    } finally {
      await reader.close();
    }
  },
};

/** Attributes and long names are short; one of this size is an attack. */
const MAX_ATTRIBUTES = 1024 * 1024;

async function* entries(
  reader: StreamReader,
  names: SegmentWriter,
  reading: Reading,
): AsyncGenerator<Segment> {
  let attributes: { name?: string; size?: number } = {};
  for (let any = false; ; any = true) {
    const block = await reader.upTo(TAR_BLOCK);
    // Two blocks of zeros end an archive; some end without them.
    if (block.length === 0 || block.every((byte) => byte === 0)) return;
    const header = tarHeader(block);
    if (!header) throw new Unread(any || block.length > 0 ? 'corrupt' : 'unsupported');
    const size = attributes.size ?? header.size;
    if (ATTRIBUTES.has(header.kind)) {
      attributes = { ...attributes, ...(await attributesOf(header, reader)) };
    } else if (FILES.has(header.kind)) {
      const name = attributes.name ?? header.name;
      names.write(`${name}\n`);
      yield* names.take();
      const left = { bytes: size };
      yield* reading.nested(name, reader.part(size, left));
      await reader.skip(left.bytes);
      attributes = {};
    } else {
      await reader.skip(header.kind === '5' || LINKS.has(header.kind) ? 0 : size);
      attributes = {};
    }
    await reader.skip((TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
  }
}

const FILES = new Set(['0', '7', 'S']);
const ATTRIBUTES = new Set(['x', 'L']);
const LINKS = new Set(['1', '2', '3', '4', '6']);

async function attributesOf(
  header: TarHeader,
  reader: StreamReader,
): Promise<{ name?: string; size?: number }> {
  if (header.size > MAX_ATTRIBUTES) throw new Unread('corrupt');
  const bytes = await reader.upTo(header.size);
  return header.kind === 'L' ? { name: tarText(bytes) } : tarAttributes(bytes);
}
