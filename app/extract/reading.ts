import type { ByteSource } from '#kernel/bytes.ts';
import type { Picture, PictureReaders } from '#kernel/picture.ts';
import type { ByteStream, ExtractLimits, Format, Reading, Segment, UnreadReason } from './format.ts';
import { Unread } from './format.ts';
import { ENCRYPTED_OFFICE } from './compound/compound-type.ts';
import { officePackage } from './encryption/office-package.ts';
import type { Passwords } from './encryption/passwords.ts';
import { reasonOf } from './reason.ts';
import { formatFor } from './formats.ts';
import { writingOf } from './pictures/writing.ts';
import { chunksOf, collected, peeked } from './text/chunks.ts';
import { SAMPLE, typeOf, typeOfHead } from './type.ts';

/** A file with its type, and what reads it, if anything does. */
export interface Identified {
  readonly mime: string;
  readonly format: Format | null;
  readonly extract: ((reading: Reading) => AsyncGenerator<Segment>) | null;
}

/**
 * What a file is. A document that Office enciphered whole is opened here, for only then can it be told what it is; one
 * that no password fits stays what it looks like.
 */
async function identified(
  name: string,
  file: ByteSource,
  { passwords, limits }: { passwords: Passwords; limits: ExtractLimits },
): Promise<Identified> {
  const mime = await typeOf(name, file);
  if (mime === ENCRYPTED_OFFICE) {
    const opened = await openedOffice(file, passwords, limits.maxInMemory);
    if (opened !== null) return await identified(name, opened, { passwords, limits });
  }
  const format = formatFor(mime);
  if (!format) return { mime, format: null, extract: null };
  if (format.access === 'seeking')
    return { mime, format, extract: (reading) => format.extract(file, reading) };
  return { mime, format, extract: (reading) => format.extract(chunksOf(file), reading) };
}

/** The format that would have read it says how it ends. */
async function openedOffice(
  file: ByteSource,
  passwords: Passwords,
  limit: number,
): Promise<ByteSource | null> {
  try {
    return await officePackage(file, passwords, limit);
  } catch {
    return null;
  }
}

/** The segments of a file. Throws `Unread`, and whatever its parser throws. */
export async function* contentOf(
  { mime, format, extract }: Identified,
  at: { name: string; path: readonly string[]; tree: ReadingTree },
): AsyncGenerator<Segment> {
  if (!format || !extract) throw new Unread('unsupported');
  const notes = at.tree.notes();
  let any = false;
  for await (const segment of extract(at.tree.reading(at.name, at.path, mime))) {
    any = true;
    yield segment;
  }
  if (!any && at.tree.notes() === notes && format.withoutText === 'no_text') throw new Unread('no_text');
}

/** The limits ran out: nothing further is read of the whole file, not only of the part where it happened. */
class UsedUp extends Unread {}

/** One file with all that is nested in it: what they may use together, and what was left out of any of them. */
export class ReadingTree {
  readonly #limits: ExtractLimits;
  readonly #pictures: PictureReaders | null;
  readonly #passwords: Passwords;
  #unpacked = 0;
  #reason: UnreadReason | null = null;
  #notes = 0;
  #hadNested = false;
  #hadLocked = false;
  #picturesLeft = 0;
  #picturesRead = 0;

  /** @param needs.pictures null: pictures are counted and left for another reading */
  constructor(
    limits: ExtractLimits,
    { pictures, passwords }: { pictures: PictureReaders | null; passwords: Passwords },
  ) {
    this.#limits = limits;
    this.#pictures = pictures;
    this.#passwords = passwords;
  }

  /** The file with what it takes to tell what it is. */
  identified(name: string, file: ByteSource): Promise<Identified> {
    return identified(name, file, { passwords: this.#passwords, limits: this.#limits });
  }

  /** The first reason why something was left out. */
  reason(): UnreadReason | null {
    return this.#reason;
  }

  /** How many parts have been left out, or read as pictures, so far. */
  notes(): number {
    return this.#notes;
  }

  /** Whether a file inside the file was come by. */
  hadNested(): boolean {
    return this.#hadNested;
  }

  /** Whether something was met that no password opened. */
  hadLocked(): boolean {
    return this.#hadLocked;
  }

  /** How many pictures may hold writing and were left for another reading. */
  picturesLeft(): number {
    return this.#picturesLeft;
  }

  picturesRead(): number {
    return this.#picturesRead;
  }

  stopped(reason: UnreadReason): void {
    this.#reason ??= reason;
    this.#hadLocked ||= reason === 'encrypted';
    this.#notes++;
  }

  reading(name: string, path: readonly string[], mime: string): Reading {
    return {
      name,
      mime,
      path,
      limits: this.#limits,
      passwords: this.#passwords,
      nested: (inner, content) => this.#nested(inner, [...path, inner], content),
      pictureText: (draw) => this.#pictureText(draw),
      unpacked: (bytes) => this.#count(bytes),
      leftOut: (reason) => this.stopped(reason),
    };
  }

  async #pictureText(draw: (readers: PictureReaders) => Picture | Promise<Picture>): Promise<string | null> {
    if (this.#pictures === null) {
      this.#picturesLeft++;
      this.stopped('no_text');
      return null;
    }
    if (this.#pictures.isOver?.() === true) throw new UsedUp('timed_out');
    const text = await this.#pictures.read(await draw(this.#pictures));
    this.#picturesRead++;
    if (text === null) this.stopped('no_text');
    else this.#notes++; // A blank page has been read, and is no scan that withholds its text.
    return text === null ? null : writingOf(text);
  }

  async *#nested(
    name: string,
    path: readonly string[],
    content: ByteSource | ByteStream,
  ): AsyncGenerator<Segment> {
    this.#hadNested = true;
    try {
      if (path.length > this.#limits.maxDepth) throw new Unread('too_deep');
      const opened = 'read' in content ? await this.#file(name, content) : await this.#stream(name, content);
      if (opened) yield* contentOf(opened, { name, path, tree: this });
    } catch (error) {
      if (error instanceof UsedUp) throw error;
      this.stopped(reasonOf(error));
    }
  }

  async #file(name: string, file: ByteSource): Promise<Identified | null> {
    this.#count(file.size);
    return file.size === 0 ? null : await this.identified(name, file);
  }

  /** A stream is held in memory only for a format that has to look here and there in it. */
  async #stream(name: string, stream: ByteStream): Promise<Identified | null> {
    const { head, whole } = await peeked(this.#counted(stream), SAMPLE);
    if (head.length === 0) return null;
    const mime = await typeOfHead(name, head);
    const format = formatFor(mime);
    if (format?.access === 'streamed')
      return { mime, format, extract: (reading) => format.extract(whole, reading) };
    if (!mayBeContainer(mime) && !format) {
      await whole.return(undefined);
      return { mime, format: null, extract: null };
    }
    return await this.identified(name, await collected(whole, this.#limits.maxInMemory));
  }

  async *#counted(stream: ByteStream): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      this.#count(chunk.length);
      yield chunk;
    }
  }

  #count(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.#limits.maxUnpacked) throw new UsedUp('too_large');
  }
}

function mayBeContainer(mime: string): boolean {
  return mime === 'application/zip' || mime === 'application/x-cfb';
}
