import { batchesOf } from '#kernel/batches.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { allowedStore } from './allowed.store.ts';
import type { FileResult, ReadLeaf } from './file-result.ts';
import { createFileRows, type FileRow } from './file-rows.store.ts';
import type { ScannedFile } from './file.ts';
import { createFindingStore, type FindingStore } from './findings.store.ts';

interface FileReadRow {
  entry: number;
  leaf: number;
  file_id: number;
  content_mac: Buffer | null;
  at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    file_reads: FileReadRow;
  }
}

export interface FileStore {
  /** Keeps what a scan found in some files, in place of what was found before; one leaf for each, in order. */
  keep(tx: Tx, files: readonly FileResult[]): Promise<ReadLeaf[]>;
  /** They were listed once and are not any more; what was found in them stays, as proof of the clean-up. */
  markGone(tx: Tx, ids: readonly number[], at: Date): Promise<void>;
  markFoldersGone(tx: Tx, folderIds: readonly number[], at: Date): Promise<void>;
  keepReads(tx: Tx, entry: number, leaves: readonly ReadLeaf[], at: Date): Promise<void>;
  byPublicId(db: Reader | Tx, publicId: string): Promise<ScannedFile | null>;
  byIds(db: Reader | Tx, ids: readonly number[]): Promise<Map<number, ScannedFile>>;
  fileOf(row: FileRow): ScannedFile;
  nameOf(sealed: Buffer): string;
  /** What was found in them. */
  readonly findings: FindingStore;
}

export function createFileStore(vault: Vault): FileStore {
  const { fileOf, nameOf, rowOf } = createFileRows(vault);
  const findings = createFindingStore(vault);

  return {
    fileOf,
    nameOf,
    findings,

    async keep(tx, files) {
      const rows = files.map(rowOf);
      const anew = files.flatMap((file) => (file.known === null || isUnreadNow(file) ? [] : file.known.id));
      await findings.forget(tx, anew);
      await allowedStore.forget(tx, anew);
      const ids = await keepRows(tx, files, rows);
      await findings.keep(
        tx,
        files.map(({ counts, values }, index) => ({ fileId: ids[index] ?? 0, counts, values })),
      );
      await allowedStore.keep(
        tx,
        files.map(({ allowed }, index) => ({ fileId: ids[index] ?? 0, allowed })),
      );
      return rows.map((row, index) => ({ fileId: ids[index] ?? 0, contentMac: row.content_mac }));
    },

    async markGone(tx, ids, at) {
      for (const some of batchesOf(ids, ROWS_AT_A_TIME))
        await tx('files').whereIn('id', some).whereNull('gone_at').update({ gone_at: at.getTime() });
    },

    async markFoldersGone(tx, folderIds, at) {
      for (const some of batchesOf(folderIds, ROWS_AT_A_TIME))
        await tx('files').whereIn('folder_id', some).whereNull('gone_at').update({ gone_at: at.getTime() });
    },

    async keepReads(tx, entry, leaves, at) {
      const rows = leaves.map(({ fileId, contentMac: mac }, leaf) => ({
        entry,
        leaf,
        file_id: fileId,
        content_mac: mac,
        at: at.getTime(),
      }));
      for (const some of batchesOf(rows, ROWS_AT_A_TIME)) await tx('file_reads').insert(some);
    },

    async byPublicId(db, publicId) {
      const row = await db('files').where({ public_id: publicId }).first();
      return row === undefined ? null : fileOf(row);
    },

    async byIds(db, ids) {
      const rows = await db('files').whereIn('id', [...ids]);
      return new Map(rows.map((row) => [row.id, fileOf(row)]));
    },
  };
}

/** Nothing was read this time, for a reason that may pass: what was found before still counts. */
function isUnreadNow(file: FileResult): boolean {
  return file.known !== null && file.status === 'failed';
}

/** The columns of a row that do not follow from what was found. */
function withoutFindings(row: Omit<FileRow, 'id'>): Partial<FileRow> {
  const { size, modified_at, identity, status, reason, read_with, content_mac, read_at, read_run, gone_at } =
    row;
  return { size, modified_at, identity, status, reason, read_with, content_mac, read_at, read_run, gone_at };
}

/** Writes the rows: those of new files together, since a first scan has nothing else. @returns the id of each */
async function keepRows(
  tx: Tx,
  files: readonly FileResult[],
  rows: readonly Omit<FileRow, 'id'>[],
): Promise<number[]> {
  const ids = new Map<string, number>();
  const added: Omit<FileRow, 'id'>[] = [];
  for (const [index, row] of rows.entries()) {
    const file = files[index];
    if (!file?.known) added.push(row);
    else {
      await tx('files')
        .where({ id: file.known.id })
        .update(isUnreadNow(file) ? withoutFindings(row) : row);
      ids.set(row.public_id, file.known.id);
    }
  }
  for (const some of batchesOf(added, ROWS_AT_A_TIME)) {
    const inserted = await tx('files').insert(some).returning(['id', 'public_id']);
    for (const { id, public_id: publicId } of inserted) ids.set(publicId, id);
  }
  return rows.map(({ public_id: publicId }) => {
    const id = ids.get(publicId);
    if (id === undefined) throw new Error('a row was written and has no id');
    return id;
  });
}

/** SQLite takes 32,766 bindings in a statement and a row here has at most thirty. */
const ROWS_AT_A_TIME = 300;
