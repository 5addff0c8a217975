import { Unread } from '../format.ts';
import type { BlockKeys } from './old-office-key.ts';
import { oldOfficeKeys } from './old-office-key.ts';
import type { Passwords } from './passwords.ts';

const HEADER = 8;
const EDIT = 4085;
const DIRECTORY = 6002;
/** No record has this type: readers pass over it. */
const NOTHING = 0xfff0;
/** Two edits for each save of a lifetime; a circle of them ends here. */
const MOST_EDITS = 10_000;

/**
 * The stream of a PowerPoint presentation as it was before it got a password (MS-PPT 2.3.7). Each object of the stream is
 * enciphered by itself, its header too, under the number that the directory gives it; the directory is in the clear and
 * is found from the stream Current User. Throws `Unread`: 'encrypted' when no password fits, 'corrupt'.
 *
 * @param user the stream Current User; null: the presentation has none, and is taken for one without a password
 */
export function openedPowerPoint(stream: Buffer, user: Buffer | null, passwords: Passwords): Buffer {
  if (!user || user.length < 20) return stream;
  const { places, lock } = directoryFrom(stream, user.readUInt32LE(16));
  const at = lock === null ? undefined : places.get(lock);
  if (lock === null || at === undefined) return stream;
  const keys = oldOfficeKeys(dataAt(stream, at), passwords);
  const out = Buffer.from(stream);
  out.writeUInt16LE(NOTHING, at + 2);
  places.delete(lock);
  decipher(out, places, keys);
  return out;
}

/** The last edit first: what it says of an object holds. */
function directoryFrom(stream: Buffer, edit: number): { places: Map<number, number>; lock: number | null } {
  const places = new Map<number, number>();
  let lock: number | null = null;
  for (let at = edit, i = 0; i < MOST_EDITS && at + HEADER <= stream.length; i++) {
    if (stream.readUInt16LE(at + 2) !== EDIT) break;
    const data = dataAt(stream, at);
    if (data.length < 28) break;
    if (data.length >= 32) lock ??= data.readUInt32LE(28);
    const directory = data.readUInt32LE(12);
    if (directory + HEADER <= stream.length && stream.readUInt16LE(directory + 2) === DIRECTORY)
      readDirectory(dataAt(stream, directory), places);
    const before = data.readUInt32LE(8);
    if (before === 0 || before === at) break;
    at = before;
  }
  return { places, lock };
}

function readDirectory(data: Buffer, places: Map<number, number>): void {
  for (let at = 0; at + 4 <= data.length;) {
    const run = data.readUInt32LE(at);
    at += 4;
    for (let i = 0; i < run >>> 20 && at + 4 <= data.length; i++, at += 4) {
      const id = (run & 0xfffff) + i;
      if (!places.has(id)) places.set(id, data.readUInt32LE(at));
    }
  }
}

function dataAt(stream: Buffer, at: number): Buffer {
  if (at + HEADER > stream.length) throw new Unread('corrupt');
  return stream.subarray(at + HEADER, at + HEADER + stream.readUInt32LE(at + 4));
}

/** In place. Objects do not overlap: a directory that says otherwise would have a byte deciphered twice. */
function decipher(out: Buffer, places: ReadonlyMap<number, number>, keys: BlockKeys): void {
  let done = 0;
  for (const [id, at] of [...places].sort(([, a], [, b]) => a - b)) {
    if (at + HEADER > out.length) continue;
    if (at < done) throw new Unread('corrupt');
    const stream = keys(id);
    stream.apply(out.subarray(at, at + HEADER)).copy(out, at);
    const end = Math.min(at + HEADER + out.readUInt32LE(at + 4), out.length);
    stream.apply(out.subarray(at + HEADER, end)).copy(out, at + HEADER);
    done = end;
  }
}
