import { batchesOf } from '#kernel/batches.ts';
import { decodeName, encodeName } from '#kernel/file-name.ts';
import { newId } from '#kernel/ids.ts';
import type { Category, DocumentKind, DocumentType, FindingType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { FileResult, ReadLeaf } from './file-result.ts';
import type { FileFinding, FileStatus, FindingContent, RiskBand, ScannedFile, TypeCount } from './file.ts';

export interface FileRow {
  id: number;
  public_id: string;
  source_id: number;
  folder_id: number;
  name: Buffer;
  path_key: Buffer;
  size: number;
  modified_at: number;
  identity: string;
  status: FileStatus;
  reason: UnreadReason | null;
  mime: string | null;
  language: string | null;
  document_type: DocumentKind | null;
  document_confidence: number | null;
  document_evidence: string | null;
  risk: RiskBand;
  score: number;
  read_with: string;
  content_mac: Buffer | null;
  read_at: number | null;
  read_run: number;
  gone_at: number | null;
}

interface TypeCountRow {
  file_id: number;
  type: FindingType;
  category: Category;
  count: number;
  confidence: number;
}

interface FindingRow {
  id: number;
  public_id: string;
  file_id: number;
  type: FindingType;
  category: Category;
  confidence: number;
  count: number;
  blind_index: Buffer;
  sealed: Buffer;
}

interface FileReadRow {
  entry: number;
  leaf: number;
  file_id: number;
  content_mac: Buffer | null;
  at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    files: FileRow;
    file_findings: TypeCountRow;
    findings: FindingRow;
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
  countsOf(db: Reader | Tx, fileIds: readonly number[]): Promise<Map<number, TypeCount[]>>;
  findingsOf(db: Reader | Tx, fileId: number, limit: number): Promise<FileFinding[]>;
  findingCount(db: Reader | Tx, fileId: number): Promise<number>;
  finding(db: Reader | Tx, fileId: number, publicId: string): Promise<FileFinding | null>;
  fileOf(row: FileRow): ScannedFile;
}

export function createFileStore(vault: Vault): FileStore {
  const contentMac = (hash: string): Buffer => vault.mac('blind-index', 'files.content', hash);

  const fileOf = (row: FileRow): ScannedFile => ({
    id: row.id,
    publicId: row.public_id,
    sourceId: row.source_id,
    folderId: row.folder_id,
    name: decodeName(vault.open('files.name', row.name)),
    size: row.size,
    modifiedAt: new Date(row.modified_at),
    status: row.status,
    reason: row.reason,
    mime: row.mime,
    language: row.language,
    documentType: documentTypeOf(row),
    risk: row.risk,
    score: row.score,
    readAt: row.read_at === null ? null : new Date(row.read_at),
    goneAt: row.gone_at === null ? null : new Date(row.gone_at),
  });

  const findingOf = (row: FindingRow): FileFinding => ({
    publicId: row.public_id,
    type: row.type,
    category: row.category,
    confidence: row.confidence,
    count: row.count,
    content: JSON.parse(vault.openText('findings.sealed', row.sealed)) as FindingContent,
  });

  const rowOf = (file: FileResult): Omit<FileRow, 'id'> => ({
    public_id: file.known?.publicId ?? newId(),
    source_id: file.sourceId,
    folder_id: file.folderId,
    name: vault.seal('files.name', encodeName(file.name)),
    path_key: file.pathKey,
    size: file.size,
    modified_at: file.modifiedAtMs,
    identity: file.identity,
    status: file.status,
    reason: file.reason,
    mime: file.mime,
    language: file.language,
    document_type: file.documentType?.kind ?? null,
    document_confidence: file.documentType?.confidence ?? null,
    document_evidence: file.documentType === null ? null : JSON.stringify(file.documentType.evidence),
    risk: file.risk,
    score: file.score,
    read_with: file.readWith,
    content_mac: file.contentHash === null ? null : contentMac(file.contentHash),
    read_at: file.readAt?.getTime() ?? null,
    read_run: file.readRun,
    gone_at: null,
  });

  const valueRow = (fileId: number, value: FileResult['values'][number]): Omit<FindingRow, 'id'> => ({
    public_id: newId(),
    file_id: fileId,
    type: value.type,
    category: value.category,
    confidence: value.confidence,
    count: value.count,
    blind_index: vault.mac('blind-index', value.type, value.normal),
    sealed: vault.seal('findings.sealed', JSON.stringify(value.content)),
  });

  return {
    fileOf,

    async keep(tx, files) {
      const rows = files.map(rowOf);
      await forget(
        tx,
        files.flatMap((file) => (file.known === null || isUnreadNow(file) ? [] : file.known.id)),
      );
      const ids = await keepRows(tx, files, rows);
      const counts = files.flatMap((file, index) =>
        file.counts.map((count) => ({ file_id: ids[index] ?? 0, ...count })),
      );
      const values = files.flatMap((file, index) =>
        file.values.map((value) => valueRow(ids[index] ?? 0, value)),
      );
      for (const some of batchesOf(counts, ROWS_AT_A_TIME)) await tx('file_findings').insert(some);
      for (const some of batchesOf(values, ROWS_AT_A_TIME)) await tx('findings').insert(some);
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

    async countsOf(db, fileIds) {
      const counts = new Map<number, TypeCount[]>(fileIds.map((id) => [id, []]));
      for (const row of await db('file_findings')
        .whereIn('file_id', [...fileIds])
        .orderBy(['file_id', 'type'])) {
        const { file_id, ...count } = row;
        counts.get(file_id)?.push(count);
      }
      return counts;
    },

    async findingsOf(db, fileId, limit) {
      const rows = await db('findings').where({ file_id: fileId }).orderBy(['type', 'id']).limit(limit);
      return rows.map(findingOf);
    },

    async findingCount(db, fileId) {
      const row = await db('findings')
        .where({ file_id: fileId })
        .count({ count: '*' })
        .first<{ count: number }>();
      return row.count;
    },

    async finding(db, fileId, publicId) {
      const row = await db('findings').where({ file_id: fileId, public_id: publicId }).first();
      return row === undefined ? null : findingOf(row);
    },
  };
}

/** The kind is of no person and stands in clear text, so that files can be listed and counted by it. */
function documentTypeOf(row: FileRow): DocumentType | null {
  const { document_type: kind, document_confidence: confidence, document_evidence: evidence } = row;
  if (kind === null) return null;
  return {
    kind,
    confidence: confidence ?? 0,
    evidence: JSON.parse(evidence ?? '[]') as DocumentType['evidence'],
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

/** What an earlier scan found in these files. */
async function forget(tx: Tx, fileIds: readonly number[]): Promise<void> {
  for (const ids of batchesOf(fileIds, ROWS_AT_A_TIME)) {
    await tx('file_findings').whereIn('file_id', ids).delete();
    await tx('findings').whereIn('file_id', ids).delete();
  }
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

/** SQLite takes 32,766 bindings in a statement and a row here has at most twenty. */
const ROWS_AT_A_TIME = 300;
