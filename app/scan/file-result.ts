import type { DocumentType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type {
  AllowedCount,
  FileFinding,
  FileRisk,
  FileStatus,
  KnownFile,
  PicturesState,
  TypeCount,
} from './file.ts';

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
  readonly pictures: PicturesState;
  readonly documentType: DocumentType | null;
  readonly risk: FileRisk;
  readonly readWith: string;
  /** SHA-256 of the content in hex; null when it was not opened. */
  readonly contentHash: string | null;
  readonly readAt: Date | null;
  readonly readRun: number;
  readonly counts: readonly TypeCount[];
  /** Places that the company allows, by type. */
  readonly allowed: readonly AllowedCount[];
  readonly values: readonly FoundValue[];
}

/** A value by its normal form, or by the HMAC of that where it is taken over from a copy. */
export type FoundValue = Omit<FileFinding, 'publicId'> &
  ({ readonly normal: string } | { readonly blindIndex: Buffer });

/** What a file's content came to, whatever the file is called and wherever it lies. */
export type ContentReading = Pick<
  FileResult,
  | 'status'
  | 'reason'
  | 'mime'
  | 'language'
  | 'pictures'
  | 'documentType'
  | 'readWith'
  | 'counts'
  | 'allowed'
  | 'values'
>;

/** What the record keeps of one reading: enough to prove it also when the file's row is gone. */
export interface ReadLeaf {
  readonly fileId: number;
  readonly contentMac: Buffer | null;
}
