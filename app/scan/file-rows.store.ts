import { decodeName, encodeName } from '#kernel/file-name.ts';
import { newId } from '#kernel/ids.ts';
import type { DocumentKind, DocumentType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { FileResult } from './file-result.ts';
import type { FileStatus, PicturesState, RiskBand, ScannedFile } from './file.ts';
import { keptEvidence } from './kept.schema.ts';

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
  pictures: PicturesState;
  document_type: DocumentKind | null;
  document_confidence: number | null;
  document_evidence: string | null;
  risk: RiskBand;
  score: number;
  risk_points: number;
  risk_version: number;
  risk_age: number;
  read_with: string;
  content_mac: Buffer | null;
  read_at: number | null;
  read_run: number;
  gone_at: number | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    files: FileRow;
  }
}

/** Turns rows about files into files, and what a scan found into rows. */
export interface FileRows {
  readonly fileOf: (row: FileRow) => ScannedFile;
  readonly nameOf: (sealed: Buffer) => string;
  readonly rowOf: (file: FileResult) => Omit<FileRow, 'id'>;
}

export function createFileRows(vault: Vault): FileRows {
  const nameOf = (sealed: Buffer): string => decodeName(vault.open('files.name', sealed));
  const contentMac = (hash: string): Buffer => vault.mac('blind-index', 'files.content', hash);
  return {
    nameOf,
    fileOf: (row) => ({
      id: row.id,
      publicId: row.public_id,
      sourceId: row.source_id,
      folderId: row.folder_id,
      name: nameOf(row.name),
      size: row.size,
      modifiedAt: new Date(row.modified_at),
      status: row.status,
      reason: row.reason,
      mime: row.mime,
      language: row.language,
      documentType: documentTypeOf(row),
      risk: {
        band: row.risk,
        score: row.score,
        points: row.risk_points,
        version: row.risk_version,
        age: row.risk_age,
      },
      readAt: row.read_at === null ? null : new Date(row.read_at),
      goneAt: row.gone_at === null ? null : new Date(row.gone_at),
    }),

    rowOf: (file) => ({
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
      pictures: file.pictures,
      document_type: file.documentType?.kind ?? null,
      document_confidence: file.documentType?.confidence ?? null,
      document_evidence: file.documentType === null ? null : JSON.stringify(file.documentType.evidence),
      ...riskRow(file.risk),
      read_with: file.readWith,
      content_mac: file.contentHash === null ? null : contentMac(file.contentHash),
      read_at: file.readAt?.getTime() ?? null,
      read_run: file.readRun,
      gone_at: null,
    }),
  };
}

function riskRow({ band, score, points, version, age }: FileResult['risk']) {
  return { risk: band, score, risk_points: points, risk_version: version, risk_age: age };
}

/** The kind is of no person and stands in clear text, so that files can be listed and counted by it. */
function documentTypeOf(row: FileRow): DocumentType | null {
  const { document_type: kind, document_confidence: confidence, document_evidence: evidence } = row;
  if (kind === null) return null;
  return {
    kind,
    confidence: confidence ?? 0,
    evidence: keptEvidence(evidence ?? '[]'),
  };
}
