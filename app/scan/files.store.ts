import { decodeName, encodeName } from '#kernel/file-name.ts';
import { newId } from '#kernel/ids.ts';
import type { Category, FindingType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type {
  FileFinding,
  FileStatus,
  FindingContent,
  KnownFile,
  RiskBand,
  ScannedFile,
  TypeCount,
} from './file.ts';

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
  document_type: string | null;
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

/** A file as a scan leaves it, to be kept. */
export interface FileResult {
  readonly known: Pick<KnownFile, 'id' | 'publicId'> | null;
  readonly pathKey: Buffer;
  readonly sourceId: number;
  readonly folderId: number;
  readonly name: string;
  readonly size: number;
  readonly modifiedAtMs: number;
  readonly identity: string;
  readonly status: FileStatus;
  readonly reason: UnreadReason | null;
  readonly mime: string | null;
  readonly language: string | null;
  readonly documentType: string | null;
  readonly risk: RiskBand;
  readonly score: number;
  readonly readWith: string;
  /** SHA-256 of the content in hex; null when it was not opened. */
  readonly contentHash: string | null;
  readonly readAt: Date | null;
  readonly readRun: number;
  readonly counts: readonly TypeCount[];
  readonly values: readonly (Omit<FileFinding, 'publicId'> & { readonly normal: string })[];
}

/** What the record keeps of one reading: enough to prove it also when the file's row is gone. */
export interface ReadLeaf {
  readonly fileId: number;
  readonly contentMac: Buffer | null;
}

export interface FileStore {
  /** Keeps what a scan found in a file, in place of what was found before. */
  keep(tx: Tx, file: FileResult): Promise<ReadLeaf>;
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
    documentType: row.document_type,
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

  return {
    fileOf,

    async keep(tx, file) {
      const row = {
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
        document_type: file.documentType,
        risk: file.risk,
        score: file.score,
        read_with: file.readWith,
        content_mac: file.contentHash === null ? null : contentMac(file.contentHash),
        read_at: file.readAt?.getTime() ?? null,
        read_run: file.readRun,
        gone_at: null,
      };
      const publicId = file.known?.publicId ?? newId();
      const fileId = await keepRow(tx, file.known?.id, { ...row, public_id: publicId });
      const counts = file.counts.map((count) => ({ file_id: fileId, ...count }));
      if (counts.length > 0) await tx('file_findings').insert(counts);
      const values = file.values.map((value) => ({
        public_id: newId(),
        file_id: fileId,
        type: value.type,
        category: value.category,
        confidence: value.confidence,
        count: value.count,
        blind_index: vault.mac('blind-index', value.type, value.normal),
        sealed: vault.seal('findings.sealed', JSON.stringify(value.content)),
      }));
      if (values.length > 0) await tx.batchInsert('findings', values, ROWS_AT_A_TIME);
      return { fileId, contentMac: row.content_mac };
    },

    async markGone(tx, ids, at) {
      for (let index = 0; index < ids.length; index += ROWS_AT_A_TIME) {
        const some = ids.slice(index, index + ROWS_AT_A_TIME);
        await tx('files').whereIn('id', some).whereNull('gone_at').update({ gone_at: at.getTime() });
      }
    },

    async markFoldersGone(tx, folderIds, at) {
      for (let index = 0; index < folderIds.length; index += ROWS_AT_A_TIME) {
        const some = folderIds.slice(index, index + ROWS_AT_A_TIME);
        await tx('files').whereIn('folder_id', some).whereNull('gone_at').update({ gone_at: at.getTime() });
      }
    },

    async keepReads(tx, entry, leaves, at) {
      const rows = leaves.map(({ fileId, contentMac: mac }, leaf) => ({
        entry,
        leaf,
        file_id: fileId,
        content_mac: mac,
        at: at.getTime(),
      }));
      await tx.batchInsert('file_reads', rows, ROWS_AT_A_TIME);
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

/** Writes the row of a file, and takes away what an earlier scan found in it. @returns its id */
async function keepRow(tx: Tx, knownId: number | undefined, row: Omit<FileRow, 'id'>): Promise<number> {
  if (knownId === undefined) return Number((await tx('files').insert(row))[0]);
  await tx('files').where({ id: knownId }).update(row);
  await tx('file_findings').where({ file_id: knownId }).delete();
  await tx('findings').where({ file_id: knownId }).delete();
  return knownId;
}

/** SQLite takes 32,766 bindings in a statement and a row here has at most eight. */
const ROWS_AT_A_TIME = 500;
