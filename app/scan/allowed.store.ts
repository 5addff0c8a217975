import { batchesOf } from '#kernel/batches.ts';
import type { FindingType } from '#detect/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { AllowedCount } from './file.ts';

interface AllowedRow {
  file_id: number;
  type: FindingType;
  count: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    file_allowed: AllowedRow;
  }
}

/** What was seen in files and is no finding there, since the company allows it. */
export const allowedStore = {
  async keep(
    tx: Tx,
    files: readonly { readonly fileId: number; readonly allowed: readonly AllowedCount[] }[],
  ): Promise<void> {
    const rows = files.flatMap(({ fileId, allowed }) =>
      allowed.map(({ type, count }) => ({ file_id: fileId, type, count })),
    );
    for (const some of batchesOf(rows, AT_A_TIME)) await tx('file_allowed').insert(some);
  },

  async forget(tx: Tx, fileIds: readonly number[]): Promise<void> {
    for (const some of batchesOf(fileIds, AT_A_TIME))
      await tx('file_allowed').whereIn('file_id', some).delete();
  },

  async ofFile(db: Reader | Tx, fileId: number): Promise<AllowedCount[]> {
    return db('file_allowed').where({ file_id: fileId }).orderBy('type').select('type', 'count');
  },
};

const AT_A_TIME = 300;
