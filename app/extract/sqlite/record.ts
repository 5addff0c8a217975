import { isUtf8 } from 'node:buffer';
import { varint } from './tree.ts';
import { utf16Text } from '../text/utf16.ts';

/** A value as text, null for NULL; bytes that are no text as they are. */
export type StoredValue = string | Buffer | null;

/** The values of a record in the order of its columns. Throws `Unread('corrupt')`, or a RangeError, for a damaged one. */
export function recordValues(record: Buffer, encoding: 'utf8' | 'utf16le' | 'utf16be'): StoredValue[] {
  const header = varint(record, 0);
  const end = Math.min(Number(header.value), record.length);
  const values: StoredValue[] = [];
  let at = end;
  for (let place = header.end; place < end;) {
    const kind = varint(record, place);
    place = kind.end;
    const type = Number(kind.value);
    const length = type >= 12 ? Math.floor((type - 12) / 2) : (LENGTHS[type] ?? 0);
    values.push(valueOf(record.subarray(at, at + length), type, length, encoding));
    at += length;
  }
  return values;
}

/** The kinds of numbers by how many bytes they have; 8 and 9 are the numbers 0 and 1, which have none. */
const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function valueOf(
  bytes: Buffer,
  type: number,
  length: number,
  encoding: 'utf8' | 'utf16le' | 'utf16be',
): StoredValue {
  if (type <= 0 || bytes.length < length) return null;
  if (type === 8 || type === 9) return String(type - 8);
  if (type === 7) return String(bytes.readDoubleBE(0));
  if (type === 6) return String(bytes.readBigInt64BE(0));
  if (type < 6) return String(bytes.readIntBE(0, length));
  if (type % 2 === 1) return textOf(bytes, encoding);
  // Programs put text in as bytes too; pictures and the like are told by their control characters.
  return isUtf8(bytes) && !bytes.some((byte) => byte < 9) ? bytes.toString('utf8') : bytes;
}

function textOf(bytes: Buffer, encoding: 'utf8' | 'utf16le' | 'utf16be'): string {
  if (encoding === 'utf8') return bytes.toString('utf8');
  if (encoding === 'utf16le') return utf16Text(bytes);
  return utf16Text(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16());
}
