import type { ByteSource } from '#kernel/bytes.ts';

/**
 * A piece of a file's text, in reading order. `text` is at most SEGMENT_LENGTH UTF-16 code units, cut at a line or
 * a word. Rows of a table have their cells between tabs and end in a newline, and `columns` repeats the header row.
 */
export interface Segment {
  readonly text: string;
  readonly place: Place;
  readonly columns?: readonly string[];
}

/** Where in the file a person has to look. `path` is the way through archives and mails, outermost first. */
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

/** One format of file. A format is one file in formats/ plus one line in formats.ts. */
export interface Format {
  readonly id: string;
  /** Raised when the same file could give other text: files of this format are read again. */
  readonly version: number;
  /** The types, as decided by content, that this format reads. */
  readonly mimes: readonly string[];
  /** Throws `Unread` when the file as a whole cannot be read; what was yielded before it still counts. */
  extract(file: ByteSource, reading: Reading): AsyncGenerator<Segment> | Generator<Segment>;
}

/** What one reading of one file shares with everything nested in it. */
export interface Reading {
  readonly name: string;
  readonly mime: string;
  readonly path: readonly string[];
  readonly limits: ExtractLimits;
  /** Reads a file inside this one (an attachment, an archive's entry) by its own format; counts it against the limits. */
  nested(name: string, file: ByteSource): AsyncGenerator<Segment>;
  /** Notes that a part was left out; the file then ends as partial with the first such reason. */
  leftOut(reason: UnreadReason): void;
}

export interface ExtractLimits {
  /** The most characters of text out of one file, nested ones included. */
  readonly maxText: number;
  /** The most bytes that archives and mails inside one file may unpack to, in all. */
  readonly maxUnpacked: number;
  /** How many archives or mails within each other. */
  readonly maxDepth: number;
  /** The largest part, in bytes, that a format may hold whole in memory. */
  readonly maxInMemory: number;
}

/** The closed list of reasons why a file, or a part of it, was not read. */
export type UnreadReason =
  | 'encrypted'
  | 'corrupt'
  | 'too_large'
  | 'too_deep'
  | 'timed_out'
  | 'unsupported'
  | 'infected'
  | 'unreadable'
  | 'no_text';

export class Unread extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, options?: ErrorOptions) {
    super(`not read: ${reason}`, options);
    this.name = 'Unread';
    this.reason = reason;
  }
}
