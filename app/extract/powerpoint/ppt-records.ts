import { Unread } from '../format.ts';

/** One record of a PowerPoint stream (MS-PPT 2.3.1); `at` is its place in the stream that it was read from. */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly isContainer: boolean;
  readonly at: number;
  readonly data: Buffer;
}

const HEADER = 8;

/** The records of a stream or a container one after the other. One that is cut off throws `Unread('corrupt')`. */
export function* pptRecords(bytes: Buffer): Generator<PptRecord> {
  for (let at = 0; at + HEADER <= bytes.length;) {
    const version = bytes.readUInt16LE(at);
    const type = bytes.readUInt16LE(at + 2);
    const length = bytes.readUInt32LE(at + 4);
    // The end is padded to a sector with zeros.
    if (type === 0 && length === 0) return;
    if (at + HEADER + length > bytes.length) throw new Unread('corrupt');
    yield {
      type,
      instance: version >> 4,
      isContainer: (version & 0xf) === 0xf,
      at,
      data: bytes.subarray(at + HEADER, at + HEADER + length),
    };
    at += HEADER + length;
  }
}
