import { crc32 } from 'node:zlib';
import type { Reading } from '../../format.ts';
import { Unread } from '../../format.ts';
import { reasonOf } from '../../reason.ts';
import { checkRatio } from '../ratio.ts';
import { StreamReader } from '../stream-reader.ts';
import type { FolderOpener } from './opened-folder.ts';
import type { Folder, Part } from './streams.ts';

/** LZMA packs runs of one byte to a seven-thousandth, which is no bomb yet. */
const RATIO = 20;

/** The part that is being read: what is left of it, and the sum of what came. */
interface OpenPart {
  readonly reader: StreamReader;
  readonly crc: number | null;
  readonly left: { bytes: number };
  sum: number;
}

/**
 * Goes through the parts of all folders in order, and unpacks each folder once. What is not read of a part is unpacked and
 * passed over, and counts against the limits all the same. A part with another sum than its archive says is left out as corrupt.
 */
export class PartCursor {
  readonly #places: Iterator<{ folder: Folder; part: Part }, undefined>;
  readonly #opener: FolderOpener;
  readonly #reading: Reading;
  #folder: Folder | null = null;
  /** Null while the folder is one that cannot be read, or not further. */
  #reader: StreamReader | null = null;
  #part: OpenPart | null = null;

  constructor(folders: readonly Folder[], opener: FolderOpener, reading: Reading) {
    this.#places = placesIn(folders);
    this.#opener = opener;
    this.#reading = reading;
  }

  /** The bytes of the next part, to be read before the next is asked for; null when they have been left out. */
  async next(): Promise<AsyncGenerator<Uint8Array> | null> {
    await this.passOver();
    const place = this.#places.next().value;
    if (place === undefined) {
      this.#reading.leftOut('corrupt');
      return null;
    }
    if (place.folder !== this.#folder) await this.#enter(place.folder);
    if (this.#reader === null) return null;
    const { size, crc } = place.part;
    this.#part = { reader: this.#reader, crc, left: { bytes: size }, sum: 0 };
    return piecesOf(this.#part);
  }

  /** Goes to the end of the part that is being read. */
  async passOver(): Promise<void> {
    const part = this.#part;
    this.#part = null;
    if (part === null) return;
    // Before, and outside of the below: past this limit nothing further is read at all.
    this.#reading.unpacked(part.left.bytes);
    try {
      for await (const piece of piecesOf(part)) if (piece.length === 0) break;
    } catch (error) {
      await this.#giveUp(error);
      return;
    }
    if (part.left.bytes > 0) await this.#giveUp(new Unread('corrupt'));
    else if (part.crc !== null && part.sum !== part.crc) this.#reading.leftOut('corrupt');
  }

  async close(): Promise<void> {
    await this.#reader?.close();
    this.#reader = null;
  }

  async #enter(folder: Folder): Promise<void> {
    await this.close();
    this.#folder = folder;
    try {
      const content = await this.#opener.open(folder);
      this.#reader = new StreamReader(inProportion(content, folder, this.#reading.limits.maxRatio * RATIO));
    } catch (error) {
      await this.#giveUp(error);
    }
  }

  async #giveUp(error: unknown): Promise<void> {
    this.#reading.leftOut(reasonOf(error));
    await this.close();
  }
}

function* placesIn(folders: readonly Folder[]): Generator<{ folder: Folder; part: Part }, undefined> {
  for (const folder of folders) for (const part of folder.parts) yield { folder, part };
  return undefined;
}

async function* piecesOf(part: OpenPart): AsyncGenerator<Uint8Array> {
  for await (const piece of part.reader.part(part.left.bytes, part.left)) {
    part.sum = crc32(piece, part.sum);
    yield piece;
  }
}

async function* inProportion(
  content: AsyncGenerator<Uint8Array>,
  { packed }: Folder,
  maxRatio: number,
): AsyncGenerator<Uint8Array> {
  let out = 0;
  for await (const piece of content) {
    out += piece.length;
    checkRatio(out, packed, maxRatio);
    yield piece;
  }
}
