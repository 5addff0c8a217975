import type { ByteSource } from '#kernel/bytes.ts';
import type { Picture, PictureReaders } from '#kernel/picture.ts';
import type { Passwords } from './encryption/passwords.ts';
import type { UnreadReason } from './unread.ts';

export { Unread } from './unread.ts';
export type { UnreadReason } from './unread.ts';

/**
 * A piece of a file's text, in reading order. `text` is at most SEGMENT_LENGTH UTF-16 code units, cut at a line or
 * a word. Rows of a table have their cells between tabs and end in a newline, and `columns` repeats the header row.
 */
export interface Segment {
  readonly text: string;
  readonly place: Place;
  readonly columns?: readonly string[];
}

/**
 * Where in the file a person has to look. `path` is the way through archives and mails, outermost first. `line` and
 * `row` (from 1) are those of the segment's first character, and grow by one with each newline in its text.
 */
export interface Place {
  readonly path: readonly string[];
  readonly page?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly slide?: number;
  readonly line?: number;
  readonly part?: string;
}

export const SEGMENT_LENGTH = 64 * 1024;

/** Bytes that come in order and once only, such as an archive's entry while it is being inflated. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** One format of file. A format is one file in formats/ plus one line in formats.ts. */
export type Format = StreamedFormat | SeekingFormat;

interface FormatName {
  readonly id: string;
  /** Raised when the same file could give other text: files of this format are read again. */
  readonly version: number;
  /** The types, as decided by content, that this format reads. */
  readonly mimes: readonly string[];
  /** Whether a file without a word in it is a document that withholds its text (a scan), or just has none (a log). */
  readonly withoutText: 'no_text' | 'scanned';
}

/** Reads from the first byte to the last, so that nothing need be whole in memory, however large. */
export interface StreamedFormat extends FormatName {
  readonly access: 'streamed';
  /** Throws `Unread` when the file as a whole cannot be read; what was yielded before it still counts. */
  extract(bytes: ByteStream, reading: Reading): AsyncGenerator<Segment>;
}

/** Looks here and there in the file. */
export interface SeekingFormat extends FormatName {
  readonly access: 'seeking';
  /** As above. */
  extract(file: ByteSource, reading: Reading): AsyncGenerator<Segment>;
}

/** What one reading of one file shares with everything nested in it. */
export interface Reading {
  readonly name: string;
  readonly mime: string;
  readonly path: readonly string[];
  readonly limits: ExtractLimits;
  /** What to try on what is enciphered; shared by everything that is nested in one file. */
  readonly passwords: Passwords;
  /**
   * Reads a file inside this one (an attachment, an archive's entry) by its own format; counts it against the limits.
   * What cannot be read of it is noted as left out; it throws only when the limits of the whole are used up.
   */
  nested(name: string, content: ByteSource | ByteStream): AsyncGenerator<Segment>;
  /**
   * The writing in a picture, as text; null when pictures are not read in this reading, or this one came to nothing:
   * it is noted as left out. `draw` is called only where the picture is read.
   */
  pictureText(draw: (readers: PictureReaders) => Picture | Promise<Picture>): Promise<string | null>;
  /** Counts bytes that were unpacked other than by `nested`. Throws `Unread('too_large')` past the limit. */
  unpacked(bytes: number): void;
  /** Notes that a part was left out; the file then ends as partial with the first such reason. */
  leftOut(reason: UnreadReason): void;
}

export interface ExtractLimits {
  /** The most characters of text out of one file, nested ones included. */
  readonly maxText: number;
  /** The most bytes that archives and mails inside one file may unpack to, in all, beyond three times its own size. */
  readonly maxUnpacked: number;
  /** How many archives or mails within each other. */
  readonly maxDepth: number;
  /** The largest part, in bytes, that a format may hold whole in memory. */
  readonly maxInMemory: number;
  /** How many times larger than it was packed an archive's entry may become before it is taken for a bomb. */
  readonly maxRatio: number;
}
