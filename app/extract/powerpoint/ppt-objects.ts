import { constants, inflateSync } from 'node:zlib';
import { Unread } from '../format.ts';
import type { PptRecord } from './ppt-records.ts';

const OBJECT = 4113;
/** The objects' bytes may be packed: behind the length that they claim to have. */
const PACKED = 1;

/** Whether a record holds an embedded object (MS-PPT 2.10.34): a compound file with the object in it. */
export function isObject(record: PptRecord): boolean {
  return record.type === OBJECT;
}

/** Its bytes. Throws `Unread`: 'too_large' past `limit`, 'corrupt'. */
export function objectBytes({ instance, data }: PptRecord, limit: number): Uint8Array {
  if (instance !== PACKED) return data;
  try {
    // PowerPoint leaves out the end of some: what there is counts.
    return inflateSync(data.subarray(4), { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new Unread(tooLarge ? 'too_large' : 'corrupt', { cause: error });
  }
}
