import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, Segment } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { lines } from '../text/lines.ts';
import type { CompoundStorage } from './compound-file.ts';
import { streamIn } from './compound-file.ts';
import { compoundFile } from './compound-writer.ts';
import { compoundProperties } from './property-set.ts';

/** What an Office document before 2007 says beside its content: its properties, and the objects embedded in it. */
export async function* compoundSurroundings(
  root: CompoundStorage,
  reading: Reading,
): AsyncGenerator<Segment> {
  yield* lines(reading, 'properties', compoundProperties(root));
  for (const [i, storage] of objectsIn(root).entries()) {
    let object: Buffer;
    try {
      object = compoundFile(storage, reading.limits.maxInMemory);
    } catch (error) {
      reading.leftOut(reasonOf(error));
      continue;
    }
    yield* reading.nested(`object ${i + 1}`, bytesInMemory(object));
  }
}

/** Word keeps objects in a pool; Excel keeps each in a storage at the root, beside the ones for macros. */
function objectsIn(root: CompoundStorage): CompoundStorage[] {
  const pool = root.storages.find(({ name }) => name === 'ObjectPool')?.storages ?? [];
  return [...pool, ...root.storages].filter(holdsDocument);
}

/** Whether a storage is that of a document, or holds a file: of the many that programs leave, what is worth opening. */
export function holdsDocument(storage: CompoundStorage): boolean {
  return CONTENT.some((name) => streamIn(storage, name) !== undefined);
}

/** Streams that make an object worth opening. Formulas, controls and links to other files have none of them. */
const CONTENT = [
  '\u0001Ole10Native',
  'Package',
  'CONTENTS',
  'WordDocument',
  'Workbook',
  'Book',
  'PowerPoint Document',
  'VisioDocument',
  '__properties_version1.0',
];
