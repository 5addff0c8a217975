import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';
import { utf16Text } from '../text/utf16.ts';

/** One record of a part of a binary workbook since 2007 (MS-XLSB 2.1.4). */
export interface XlsbRecord {
  readonly id: number;
  readonly data: Buffer;
}

const MAX_RECORD = 32 * 1024 * 1024;

/** The records of a part as it comes. Throws `Unread`: 'corrupt' where it is cut off, 'too_large' for one record. */
export async function* xlsbRecords(bytes: ByteStream): AsyncGenerator<XlsbRecord> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    let at = 0;
    for (let next = recordAt(held, at); next; next = recordAt(held, at)) {
      at = next.end;
      yield { id: next.id, data: next.data };
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw new Unread('corrupt');
}

/** Numbers and lengths are written in as many bytes as they need: the first bit of each says that there is one more. */
function recordAt(bytes: Buffer, from: number): { id: number; data: Buffer; end: number } | null {
  const first = bytes[from];
  if (first === undefined) return null;
  const isLong = (first & 0x80) !== 0;
  const second = bytes[from + 1];
  if (isLong && second === undefined) return null;
  const id = isLong ? (first & 0x7f) | (((second ?? 0) & 0x7f) << 7) : first;
  let at = from + (isLong ? 2 : 1);
  let length = 0;
  for (let i = 0; i < 4; i++) {
    const byte = bytes[at++];
    if (byte === undefined) return null;
    length |= (byte & 0x7f) << (7 * i);
    if ((byte & 0x80) === 0) break;
  }
  if (length > MAX_RECORD) throw new Unread('too_large');
  return at + length > bytes.length ? null : { id, data: bytes.subarray(at, at + length), end: at + length };
}

/** A string behind its length of four bytes; and where it ends. A length of all ones is no string. */
export function xlsbText(data: Buffer, at: number): { text: string; end: number } {
  if (at + 4 > data.length) return { text: '', end: data.length };
  const length = data.readUInt32LE(at);
  if (length === 0xffffffff) return { text: '', end: at + 4 };
  const end = Math.min(data.length, at + 4 + length * 2);
  return { text: utf16Text(data.subarray(at + 4, end)), end };
}
