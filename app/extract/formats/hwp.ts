import { constants, inflateRawSync } from 'node:zlib';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { CompoundStorage, CompoundStream } from '../compound/compound-file.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { deciphered } from '../hwp/distribution.ts';
import { recordAt, sectionText } from '../hwp/section-text.ts';
import { isPasted } from '../office/document-parts.ts';
import { reasonOf } from '../reason.ts';
import { SegmentWriter } from '../text/segments.ts';

/** Hangul documents of version 5, those for distribution too: text with tables, notes and headers; pasted pictures. */
export const hwp: SeekingFormat = {
  id: 'hwp',
  version: 1,
  mimes: ['application/x-hwp'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const root = compoundTree(file);
    const header = Buffer.from(streamIn(root, 'FileHeader')?.bytes(reading.limits.maxInMemory) ?? []);
    if (header.length < 40) throw new Unread('corrupt');
    const flags = header.readUInt32LE(36);
    if ((flags & PASSWORD) !== 0) throw new Unread('encrypted');
    const sections = storageIn(root, (flags & DISTRIBUTED) !== 0 ? 'ViewText' : 'BodyText')?.streams ?? [];
    if (sections.length === 0) throw new Unread('corrupt');
    for (const section of sections.toSorted((a, b) => numberIn(a) - numberIn(b)))
      yield* written(section, flags, reading);
    for (const stream of storageIn(root, 'BinData')?.streams ?? []) yield* beside(stream, flags, reading);
  },
};

const [PACKED, PASSWORD, DISTRIBUTED] = [1, 2, 4];

function* written(section: CompoundStream, flags: number, reading: Reading): Generator<Segment> {
  const writer = new SegmentWriter({ path: reading.path });
  try {
    let bytes = Buffer.from(section.bytes(reading.limits.maxInMemory));
    if ((flags & DISTRIBUTED) !== 0) {
      const key = recordAt(bytes, 0);
      if (!key) throw new Unread('corrupt');
      bytes = Buffer.from(deciphered(key.bytes, bytes.subarray(key.end)));
    }
    for (const text of sectionText(unpacked(bytes, flags, reading))) {
      writer.write(text);
      yield* writer.take();
    }
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  yield* writer.end();
}

function unpacked(bytes: Buffer, flags: number, reading: Reading): Buffer {
  if ((flags & PACKED) === 0) return bytes;
  let plain: Buffer;
  try {
    plain = inflateRawSync(bytes, {
      maxOutputLength: reading.limits.maxInMemory,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw new Unread(isLarge ? 'too_large' : 'corrupt', { cause: error });
  }
  reading.unpacked(plain.length);
  return plain;
}

async function* beside(stream: CompoundStream, flags: number, reading: Reading): AsyncGenerator<Segment> {
  if (!/\.(png|jpe?g|bmp|tiff?|gif)$/i.test(stream.name) || !isPasted(stream.size)) return;
  let content: Buffer;
  try {
    content = unpacked(Buffer.from(stream.bytes(reading.limits.maxInMemory)), flags, reading);
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return;
  }
  yield* reading.nested(stream.name, bytesInMemory(content));
}

function storageIn(root: CompoundStorage, name: string): CompoundStorage | undefined {
  return root.storages.find((storage) => storage.name === name);
}

function numberIn({ name }: CompoundStream): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}
