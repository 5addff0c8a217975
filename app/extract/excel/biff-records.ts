import { Unread } from '../format.ts';

/** One record of a BIFF stream: its number, its bytes, and those of the records that continue it. */
export interface BiffRecord {
  readonly id: number;
  readonly at: number;
  readonly data: Buffer;
  readonly more: readonly Buffer[];
}

const CONTINUE = 0x3c;

/** The records of an Excel stream (MS-XLS 2.1.4), any version. A record that is cut off ends the list as 'corrupt'. */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  let at = 0;
  while (at + 4 <= stream.length) {
    const start = at;
    const id = stream.readUInt16LE(at);
    const data = recordData(stream, at);
    at += 4 + data.length;
    const more: Buffer[] = [];
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === CONTINUE) {
      const continued = recordData(stream, at);
      more.push(continued);
      at += 4 + continued.length;
    }
    // Streams are padded with zeros to a sector's end.
    if (id === 0 && data.length === 0) return;
    yield { id, at: start, data, more };
  }
}

function recordData(stream: Buffer, at: number): Buffer {
  const length = stream.readUInt16LE(at + 2);
  if (at + 4 + length > stream.length) throw new Unread('corrupt');
  return stream.subarray(at + 4, at + 4 + length);
}
