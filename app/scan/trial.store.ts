import type { Reader } from '#platform/db/index.ts';
import type { FileRow } from './file-rows.store.ts';

/** What a trial of other rules asks of the files that scans have read. */
export const trialStore = {
  /**
   * Some files that were read, drawn by lot; of one source, or of all (null). None with text in pictures: to read that
   * takes longer than a page may, and without it there would seem to be less in the file.
   */
  async draw(
    db: Reader,
    { sourceId, mostBytes, limit }: { sourceId: number | null; mostBytes: number; limit: number },
  ): Promise<FileRow[]> {
    const drawn = db('files')
      .whereNull('gone_at')
      .whereIn('status', ['scanned', 'partial'])
      .whereNull('pictures')
      .where('size', '<=', mostBytes)
      .orderByRaw('RANDOM()')
      .limit(limit)
      .select('id');
    if (sourceId !== null) drawn.where({ source_id: sourceId });
    return db('files').whereIn('id', drawn).orderBy('id');
  },

  /**
   * How many files that are there have text which was read with other rules than those of this print: the next scan
   * reads them anew (reader-print.ts).
   */
  async readOtherwise(db: Reader, print: string | null): Promise<number> {
    const query = db('files').whereNull('gone_at').where('read_with', 'like', '% detectors:%');
    if (print === null) query.where('read_with', 'like', '% rules:%');
    else query.whereNot('read_with', 'like', `% rules:${print}%`);
    const row = await query.count({ count: '*' }).first<{ count: number }>();
    return row.count;
  },
};
