import { inflateSync } from 'node:zlib';
import { bytesInMemory } from '#kernel/bytes.ts';
import { compoundTree } from '../compound/compound-file.ts';
import { Unread } from '../format.ts';

/** The first byte of a compound file; what holds macros ("ActiveMime") begins otherwise and is not read. */
const COMPOUND = 0xd0;
const ZLIB = 0x78;
const MAX_OBJECTS = 10_000;

/**
 * The objects of a document in the XML of 2003: its oledata.mso is a compound file with a stream for each, which is a length
 * and a compound file packed by zlib. Throws `Unread`: 'corrupt', 'too_large' past `limit` bytes of all together.
 */
export function storedObjects(content: Buffer, limit: number): Buffer[] {
  if (content[0] !== COMPOUND) return [];
  const objects: Buffer[] = [];
  let size = 0;
  for (const stream of compoundTree(bytesInMemory(content)).streams.slice(0, MAX_OBJECTS)) {
    const bytes = stream.bytes(limit);
    if (bytes[4] !== ZLIB) continue;
    const object = inflated(bytes.subarray(4), limit - size);
    size += object.length;
    objects.push(object);
  }
  return objects;
}

function inflated(packed: Uint8Array, limit: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new Unread(isTooLarge ? 'too_large' : 'corrupt', { cause: error });
  }
}
