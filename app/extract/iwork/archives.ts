import type { Reading } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import type { Part } from '../office/package.ts';
import { partBytes } from '../office/package.ts';
import { collected } from '../text/chunks.ts';
import { Message, varintAt } from './message.ts';
import { unpackedIwa } from './snappy.ts';

/** The kinds of object that hold text or lead to it, by the numbers that iWork's programs give them. */
export const KIND = {
  show: [2],
  slideNode: [4],
  slide: [5],
  author: [212],
  text: [2001, 2005],
  comment: [3056],
  table: [6001],
  tile: [6002],
  list: [6005, 6201],
  richCell: [6218],
} as const;

const WANTED = new Set<number>(Object.values(KIND).flat());

/** An object of an iWork document, with the file in the package where it stands ("Index/Slide-2.iwa"). */
export interface Archived {
  readonly id: number;
  readonly kind: number;
  readonly file: string;
  readonly message: Message;
}

/** The objects of an iWork document since 2013 that matter for its text, in the order of the package. */
export class Archives {
  readonly all: Archived[] = [];
  readonly #byId = new Map<number, Archived>();

  add(object: Archived): void {
    this.all.push(object);
    this.#byId.set(object.id, object);
  }

  of(kinds: readonly number[]): Archived[] {
    return this.all.filter(({ kind }) => kinds.includes(kind));
  }

  /** The object that a message refers to: references are messages of their own, with the id as field 1. */
  referred(reference: Message | undefined): Archived | undefined {
    const id = reference?.number(1);
    return id === undefined ? undefined : this.#byId.get(id);
  }
}

/** Reads the .iwa files of a package. One that is damaged is noted as left out. Throws `Unread('too_large')`. */
export async function archivesOf(parts: readonly Part[], reading: Reading): Promise<Archives> {
  const archives = new Archives();
  let size = 0;
  const counted = (bytes: number): void => {
    size += bytes;
    reading.unpacked(bytes);
    if (size > reading.limits.maxInMemory) throw new Unread('too_large');
  };
  for (const part of parts) {
    if (!part.name.endsWith('.iwa')) continue;
    try {
      const packed = await collected(partBytes(part, reading), reading.limits.maxInMemory);
      const bytes = Buffer.from(packed.read(0, packed.size));
      for (const object of objectsIn(unpackedIwa(bytes, counted), part.name)) archives.add(object);
    } catch (error) {
      if (error instanceof Unread && error.reason === 'too_large') throw error;
      reading.leftOut(reasonOf(error));
    }
  }
  return archives;
}

/** Each object comes after a header of its own that says how many messages of which kind and length it has. */
function* objectsIn(bytes: Buffer, file: string): Generator<Archived> {
  for (let at = 0; at < bytes.length;) {
    const length = varintAt(bytes, at);
    const start = length.end + length.value;
    const header = new Message(bytes.subarray(length.end, start));
    at = start;
    for (const info of header.messages(2)) {
      const end = at + (info.number(3) ?? 0);
      if (end > bytes.length) throw new Unread('corrupt');
      const kind = info.number(1) ?? 0;
      if (WANTED.has(kind))
        yield { id: header.number(1) ?? 0, kind, file, message: new Message(bytes.subarray(at, end)) };
      at = end;
    }
  }
}
