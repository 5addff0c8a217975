import { checked } from './client-errno.ts';
import { STAT, STRUCT_BYTES, type ClientLibrary } from './client-library.ts';
import type { Reply } from './messages.ts';

/** Some bytes of a file; the view lasts until the next call. */
export interface Part {
  readonly kind: 'part';
  readonly bytes: Uint8Array;
  readonly reply: Extract<Reply, { kind: 'bytes' }>;
}

/** One file at a time, from where it is asked for to the size that it had when it was first opened. */
export interface ClientReading {
  /** @throws Errno */
  open(url: string, at: number, print: string | null): Part;
  /** @throws Errno */
  next(): Part;
  close(): void;
}

/** Large enough that one call goes as several requests at a time, and small beside a process. */
const PART_BYTES = 4 * 1024 * 1024;
/** For how long a file that takes long is let go of, in milliseconds: a twentieth of its time. */
const MOMENT_MS = 100;

/**
 * The library cannot open a file so that others may rename or delete it meanwhile (FILE_SHARE_DELETE): they may read and
 * save it, and for the rest have to wait until we let go. So a file is copied out as fast as it goes, and a large one is closed
 * each `holdMs` for a moment, in which whoever tries again gets through. What is another file afterwards ends as changed.
 */
export function createClientReading(library: ClientLibrary, holdMs: number): ClientReading {
  const buffer = Buffer.allocUnsafeSlow(PART_BYTES);
  const stat = Buffer.alloc(STRUCT_BYTES);
  let file: OpenFile | null = null;

  const openAt = (url: string, at: number, print: string | null): OpenFile => {
    const handle = checked(library, library.open(url));
    try {
      checked(library, library.fileStat(handle, stat));
      const now = printOf(stat);
      const changed = print !== null && print !== now;
      if (at > 0 && !changed) checked(library, library.seek(handle, at));
      const size = Number(stat.readBigInt64LE(STAT.size));
      return { url, handle, at, size, print: now, changed, since: performance.now() };
    } catch (error) {
      library.close(handle);
      throw error;
    }
  };

  const close = (): void => {
    if (file !== null) library.close(file.handle);
    file = null;
  };

  const part = (open: OpenFile): Part => {
    const wanted = Math.min(PART_BYTES, open.size - open.at);
    const bytes =
      open.changed || wanted <= 0
        ? 0
        : checked(library, library.read(open.handle, buffer.subarray(0, wanted)));
    open.at += bytes;
    const end = bytes === 0 || open.at >= open.size;
    let { changed } = open;
    if (end) {
      if (!changed) {
        checked(library, library.fileStat(open.handle, stat));
        changed = printOf(stat) !== open.print || open.at < open.size;
      }
      close();
    }
    return {
      kind: 'part',
      bytes: buffer.subarray(0, bytes),
      reply: { kind: 'bytes', print: open.print, end, changed },
    };
  };

  return {
    open(url, at, print) {
      close();
      file = openAt(url, at, print);
      return part(file);
    },
    next() {
      if (file === null) throw new Error('no file is open');
      if (performance.now() - file.since > holdMs) {
        const { url, at, print } = file;
        close();
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MOMENT_MS);
        file = openAt(url, at, print);
      }
      return part(file);
    },
    close,
  };
}

interface OpenFile {
  readonly url: string;
  readonly handle: number;
  at: number;
  readonly size: number;
  readonly print: string;
  /** It is no more the file that an earlier part was of. */
  readonly changed: boolean;
  readonly since: number;
}

/** Which file it is and in which state: when this differs, it was changed or another one took its place. */
function printOf(stat: Buffer): string {
  const fields = [STAT.inode, STAT.size, STAT.modifiedSeconds, STAT.modifiedNanoseconds];
  return fields.map((at) => stat.readBigUInt64LE(at).toString(36)).join(':');
}
