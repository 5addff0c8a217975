import { Unread } from '../format.ts';
import type { BlockKeys } from './old-office-key.ts';
import { oldOfficeKeys } from './old-office-key.ts';
import { xorKey } from './office-xor.ts';
import type { Passwords } from './passwords.ts';

const LOCK = 0x2f;
/** No record has this number: readers pass over it. */
const NOTHING = 0xfff0;
const SHEET = 0x85;
/** Records that are never enciphered (MS-XLS 2.2.10): beginnings, the lock itself, who has the file open, and such. */
const CLEAR = new Set([0x809, 0x409, 0x209, 0x009, LOCK, 0x194, 0x195, 0xe1, 0x196, 0x138]);
const BLOCK = 1024;
/** The lock comes among the first records; after so many bytes there is none. */
const SEARCHED = 64 * 1024;

/**
 * The stream of an Excel workbook as it was before it got a password. Lengths and numbers of records are always in the
 * clear. Throws `Unread('encrypted')` when none fits.
 */
export function openedExcel(stream: Buffer, passwords: Passwords): Buffer {
  const at = lockIn(stream);
  if (at === null) return stream;
  const lock = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
  const decipher = decipherOf(lock, passwords);
  const out = Buffer.from(stream);
  out.writeUInt16LE(NOTHING, at);
  for (const { id, start, length } of recordsOf(stream)) {
    if (start <= at || CLEAR.has(id)) continue;
    // Where a sheet begins can always be read.
    const from = start + 4 + (id === SHEET ? Math.min(4, length) : 0);
    decipher(out, from, start + 4 + length, start + 4);
  }
  return out;
}

interface RecordPlace {
  readonly id: number;
  readonly start: number;
  readonly length: number;
}

function* recordsOf(stream: Buffer): Generator<RecordPlace> {
  for (let start = 0; start + 4 <= stream.length;) {
    const [id, length] = [stream.readUInt16LE(start), stream.readUInt16LE(start + 2)];
    if (start + 4 + length > stream.length) return;
    yield { id, start, length };
    start += 4 + length;
  }
}

function lockIn(stream: Buffer): number | null {
  for (const { id, start } of recordsOf(stream.subarray(0, SEARCHED))) if (id === LOCK) return start;
  return null;
}

/** Deciphers in place what stands between two places; `data` is where the record's data begins, `to` where it ends. */
type Decipher = (bytes: Buffer, from: number, to: number, data: number) => void;

function decipherOf(lock: Buffer, passwords: Passwords): Decipher {
  if (lock.length < 4) throw new Unread('encrypted');
  const kind = lock.length === 4 ? 0 : lock.readUInt16LE(0);
  if (kind === 1) return byStream(oldOfficeKeys(lock.subarray(2), passwords));
  if (kind !== 0) throw new Unread('encrypted');
  const numbers = lock.length === 4 ? lock : lock.subarray(2);
  if (numbers.length < 4) throw new Unread('encrypted');
  const wanted = { key: numbers.readUInt16LE(0), checksum: numbers.readUInt16LE(2) };
  return byXor(xorKey('excel', wanted, passwords));
}

/** Blocks are counted over the whole stream, what is in the clear included. */
function byStream(keys: BlockKeys): Decipher {
  let block = -1;
  let stream = keys(0);
  let at = 0;
  return (bytes, from, to) => {
    for (let i = from; i < to;) {
      if (Math.floor(i / BLOCK) !== block) {
        block = Math.floor(i / BLOCK);
        stream = keys(block);
        at = block * BLOCK;
      }
      stream.skip(i - at);
      const end = Math.min(to, (block + 1) * BLOCK);
      for (; i < end; i++) bytes[i] = (bytes[i] ?? 0) ^ stream.next();
      at = end;
    }
  };
}

/** Where in the key a record begins depends on where it ends. */
function byXor(key: Buffer): Decipher {
  return (bytes, from, to, data) => {
    for (let i = from; i < to; i++) {
      const byte = bytes[i] ?? 0;
      bytes[i] = (((byte << 3) | (byte >> 5)) & 0xff) ^ (key[(to + i - data) % 16] ?? 0);
    }
  };
}
