import type { ByteSource } from '#kernel/bytes.ts';
import type { PictureReaders } from '#kernel/picture.ts';
import type { ExtractLimits, Segment, UnreadReason } from './format.ts';
import { Unread } from './format.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { Passwords } from './encryption/passwords.ts';
import { contentOf, ReadingTree, type Identified } from './reading.ts';
import { reasonOf } from './reason.ts';

/** How the reading of a file ended. */
export type Outcome =
  | { readonly status: 'scanned'; readonly reason: null }
  | { readonly status: 'partial' | 'skipped' | 'failed'; readonly reason: UnreadReason };

export interface Extraction {
  /** The file's type, as decided by its content. */
  readonly mime: string;
  /** The id of the format that reads it; null when none does. */
  readonly format: string | null;
  /** The text, nested files included. Never throws; to be consumed once, and may be left early. */
  readonly segments: AsyncGenerator<Segment>;
  /** Once the segments have ended. A reader that leaves early knows why, and has no outcome to ask for. */
  outcome(): Outcome;
  /** Whether files inside this one have been come by, so far: an archive's entries, attachments. */
  hadNested(): boolean;
  /** Whether something in it was met, so far, that no password opened. */
  hadLocked(): boolean;
  /** How many pictures that may hold writing were left unread, so far, since nobody was given to read them. */
  picturesLeft(): number;
  /** How many pictures were read. */
  picturesRead(): number;
}

export interface ExtractOptions {
  readonly limits?: ExtractLimits;
  /** Who reads the writing in pictures; without, they are left out and counted. */
  readonly pictures?: PictureReaders | null;
  /** What to try on what is enciphered, besides the empty password and those of the formats; at most fifty. */
  readonly passwords?: readonly string[];
}

/**
 * Reads a file, whatever it is. Nothing is thrown: what goes wrong is the outcome, and an unforeseen error in a
 * parser is 'corrupt'. A file ends as
 * - 'scanned': read to its end (a file without content, too);
 * - 'partial': some text came, and something was left out or broke; the reason is the first that was met;
 * - 'skipped': nothing was read, for a reason that lies in what the file is;
 * - 'failed': nothing was read, because it is damaged or could not be got at.
 */
export async function extract(
  name: string,
  file: ByteSource,
  { limits = DEFAULT_LIMITS, pictures = null, passwords = [] }: ExtractOptions = {},
): Promise<Extraction> {
  const source = guarded(file);
  // What a large archive holds is large as well: files, the archives in them, and what is in those.
  const maxUnpacked = limits.maxUnpacked + 3 * file.size;
  const tree = new ReadingTree({ ...limits, maxUnpacked }, { pictures, passwords: new Passwords(passwords) });
  let outcome: Outcome | null = null;
  let mime = 'application/octet-stream';
  let opened: Identified | Unread;
  try {
    opened = await tree.identified(name, source);
    mime = opened.mime;
  } catch (error) {
    opened = asUnread(error);
  }

  async function* segments(): AsyncGenerator<Segment> {
    let left = limits.maxText;
    let any = false;
    try {
      if (opened instanceof Unread) throw opened;
      if (file.size === 0) return;
      for await (const segment of contentOf(opened, { name, path: [], tree })) {
        if (left === 0) throw new Unread('too_large');
        const text = segment.text.slice(0, left);
        left -= text.length;
        any = true;
        yield text.length === segment.text.length ? segment : { ...segment, text };
      }
    } catch (error) {
      tree.stopped(reasonOf(error));
    } finally {
      outcome = outcomeOf(tree.reason(), any);
    }
  }

  return {
    mime,
    format: opened instanceof Unread ? null : (opened.format?.id ?? null),
    segments: segments(),
    hadNested: () => tree.hadNested(),
    hadLocked: () => tree.hadLocked(),
    picturesLeft: () => tree.picturesLeft(),
    picturesRead: () => tree.picturesRead(),
    outcome: () => {
      if (!outcome) throw new Error('the outcome was asked for before the segments had ended');
      return outcome;
    },
  };
}

/** A file whose read errors are told apart from damage in what was read. */
function guarded(file: ByteSource): ByteSource {
  return {
    size: file.size,
    read(offset, length) {
      try {
        return file.read(offset, length);
      } catch (error) {
        throw new Unread('unreadable', { cause: error });
      }
    },
  };
}

function asUnread(error: unknown): Unread {
  return error instanceof Unread ? error : new Unread('corrupt', { cause: error });
}

function outcomeOf(reason: UnreadReason | null, any: boolean): Outcome {
  if (reason === null) return { status: 'scanned', reason: null };
  if (any) return { status: 'partial', reason };
  return { status: FAILURES.includes(reason) ? 'failed' : 'skipped', reason };
}

const FAILURES: readonly UnreadReason[] = ['corrupt', 'unreadable', 'timed_out'];
