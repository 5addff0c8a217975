import type { Category, DocumentType, FindingType, RiskBand } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import type { InspectedColumn, InspectedPlace } from './inspection.ts';

/** How a file ended: exactly one of these, with a reason for all but `scanned`. */
export type FileStatus = 'scanned' | 'partial' | 'skipped' | 'failed';

export type { RiskBand };

/** A file's risk as it is kept: with what it was computed with, so that a page can show the arithmetic again. */
export interface FileRisk {
  readonly band: RiskBand;
  /** 0 to 100. */
  readonly score: number;
  /** In tenths, without an end; 0 when nothing was found. Files are listed by it. */
  readonly points: number;
  /** The version of the weights. */
  readonly version: number;
  /** The largest number of years in the weights that the file was older than; 0 for none. */
  readonly age: number;
}

/** A file of a source, as the last scan left it. */
export interface ScannedFile {
  readonly id: number;
  readonly publicId: string;
  readonly sourceId: number;
  readonly folderId: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly modifiedAt: Date;
  readonly status: FileStatus;
  readonly reason: UnreadReason | null;
  readonly mime: string | null;
  readonly language: string | null;
  readonly documentType: DocumentType | null;
  readonly risk: FileRisk;
  readonly readAt: Date | null;
  readonly goneAt: Date | null;
}

/** How many places of one type a file has, with how many distinct values, and how sure the surest is. */
export interface TypeCount {
  readonly type: FindingType;
  readonly category: Category;
  readonly count: number;
  readonly distinct: number;
  readonly confidence: number;
}

/** How many places of one type a file has that the company allows: they are no findings. */
export interface AllowedCount {
  readonly type: FindingType;
  readonly count: number;
}

/** One distinct value in one file. What is personal in it is in `sealed` until it is asked for. */
export interface FileFinding {
  readonly publicId: string;
  readonly type: FindingType;
  readonly category: Category;
  readonly confidence: number;
  readonly count: number;
  readonly content: FindingContent;
}

export interface FindingContent {
  readonly value: string;
  readonly masked: string;
  readonly snippet: string;
  readonly evidence: readonly { readonly effect: 'rules' | 'raises' | 'lowers'; readonly code: string }[];
  readonly places: readonly InspectedPlace[];
  /** The columns of which it is the first value; missing in what was read before columns were told of. */
  readonly columns?: readonly InspectedColumn[];
}

/** What a walk compares a listing with, to know whether a file must be read again. */
export interface KnownFile {
  readonly id: number;
  readonly publicId: string;
  readonly size: number;
  /** ms since 1970. */
  readonly modifiedAtMs: number;
  readonly identity: string;
  readonly status: FileStatus;
  readonly readWith: string;
  readonly readRun: number;
  readonly gone: boolean;
  readonly risk: RiskBand;
  /** How many places were found in it, if this very run read it; 0 otherwise. */
  readonly placesThisRun: number;
  readonly pictures: PicturesState;
}

/** Whether a file has pictures with writing in them, such as scanned pages: none, to be read yet, or read. */
export type PicturesState = 'waiting' | 'read' | null;
