import type { Reader } from '#platform/db/index.ts';
import type { FileRow } from './file-rows.store.ts';

/** The files that are there and hold the very same content, as the last scan left them. */
export const copiesStore = {
  /**
   * Those that ended as they would end again, the ones read last first.
   * @param content.mac the keyed HMAC of the content's hash; nothing else of a content is kept
   */
  async withContent(db: Reader, { mac, size }: { mac: Buffer; size: number }): Promise<FileRow[]> {
    return db('files')
      .whereRaw(`substr(content_mac, 1, ${INDEXED_BYTES}) = ?`, [mac.subarray(0, INDEXED_BYTES)])
      .where({ content_mac: mac, size })
      .whereNull('gone_at')
      .whereNotNull('content_mac')
      .whereNot('status', 'failed')
      .where((row) => void row.whereNull('reason').orWhereNotIn('reason', MAY_PASS))
      .orderBy('read_at', 'desc')
      .limit(MOST);
  },

  /** Whether it would end like this again. */
  mayBeTaken({ status, reason }: Pick<FileRow, 'status' | 'reason'>): boolean {
    return status !== 'failed' && !MAY_PASS.some((passing) => passing === reason);
  },

  /** Whether the file is still as it was when the row was read. */
  async isAsItWas(db: Reader, { id, read_at: readAt, read_with: readWith }: FileRow): Promise<boolean> {
    const row = await db('files').where({ id, read_at: readAt, read_with: readWith }).first('id');
    return row !== undefined;
  },
};

/** As many as the index `files_content` has: a quarter of its size, and no two contents of a company share them. */
const INDEXED_BYTES = 8;

/** Reasons that lie in the moment, in a password or in what a malware scanner knows by now: each copy is tried. */
const MAY_PASS = ['timed_out', 'encrypted', 'infected', 'unreadable'] as const;

/** Of a thousand copies one of the first will do, or they were all read otherwise. */
const MOST = 20;
