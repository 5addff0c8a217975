import type { ByteSource } from '#kernel/bytes.ts';
import type { ByteStream } from '../format.ts';

/** One file in an archive. Its sizes are what the archive claims; `content` does not believe them. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
  /**
   * The bytes: a window on the archive for an entry that is stored as it is, else a stream. Throws, or the stream
   * does, `Unread`: 'encrypted', 'unsupported' (a rare compression), 'too_large' (a bomb), 'corrupt'.
   */
  content(): Promise<ByteSource | ByteStream>;
}
