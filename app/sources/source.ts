/**
 * A place that files are read from. Names are in the lossless form of kernel/file-name.ts; a path is the names from
 * the source's root, outermost first. A source reads and does nothing else.
 */
export interface Source {
  /**
   * Every folder, each before those below it, in an order that is the same each time (by the names' bytes). Memory
   * stays flat: a folder comes in listings of at most `LISTING_LENGTH` entries. What cannot be read is in a listing of
   * its own; a walk never throws for it.
   */
  walk(): AsyncGenerator<Listing>;
  /** The content of one file. Nothing is opened before the first byte is asked for. */
  open(path: readonly string[]): Content;
}

export const LISTING_LENGTH = 5000;

export type Listing = FolderListing | UnreadableFolder;

/** A folder, or a part of a large one; the folders in it have listings of their own. */
export interface FolderListing {
  readonly kind: 'folder';
  readonly folder: readonly string[];
  readonly entries: readonly Entry[];
  /** Whether this is the folder's last listing, with nothing left out. */
  readonly complete: boolean;
}

export interface UnreadableFolder {
  readonly kind: 'unreadable';
  readonly folder: readonly string[];
  readonly reason: FolderFault;
}

/**
 * What lies in a folder. `link` is a symbolic link (never followed), `other` a device, pipe or socket (never opened).
 * `unreadable`: its name was listed, but the file system would not say what it is.
 */
export type Entry =
  | FileEntry
  | { readonly kind: 'link' | 'other'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: FileFault };

export interface FileEntry {
  readonly kind: 'file';
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** When the content was last changed, in milliseconds since 1970. */
  readonly modifiedAtMs: number;
  /** Stays the same for as long as it is the same file at this path; says nothing across sources. */
  readonly identity: string;
}

/** A file's bytes, once, from the first to the last. Each chunk may be used until the next one is asked for. */
export interface Content extends AsyncIterable<Uint8Array> {
  /** Asked after the last chunk: whether the file was changed while it was being read. */
  changedMeanwhile(): boolean;
}

/** Why a file cannot be read. `not-a-file`: something else stands at its path by now. */
export type FileFault = 'vanished' | 'denied' | 'not-a-file' | 'broken';

/** Why a folder cannot be listed. `loop`: it holds itself, by a mount; `too-deep`: over the deepest that is walked. */
export type FolderFault = 'vanished' | 'denied' | 'loop' | 'too-deep' | 'broken';

/** Thrown by a `Content`: this one file cannot be read (to its end). Holds no name. */
export class FileUnreadable extends Error {
  readonly reason: FileFault;

  constructor(reason: FileFault, options?: ErrorOptions) {
    super(`a file cannot be read: ${reason}`, options);
    this.name = 'FileUnreadable';
    this.reason = reason;
  }
}
