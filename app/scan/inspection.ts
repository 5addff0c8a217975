import { z } from 'zod';
import { DOCUMENT_KINDS, RULE_LIMITS, type FindingType } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';

/**
 * What a worker is asked about one file, and what it answers. The answer comes from a process that has just parsed a
 * stranger's file, so `parseInspection` checks all of it: shapes, lengths and numbers.
 */
const job = z.strictObject({
  /** In the lossless form of kernel/file-name.ts; it helps to tell kinds of text apart. */
  name: z.string(),
  /** With the values themselves, or with their numbers only. */
  values: z.boolean(),
  /** After so many milliseconds the file ends as partial with what was found by then; before the pool kills it. */
  stopAfterMs: z.number().positive(),
  /** With the writing in its pictures, which takes seconds each; else they are left and said to wait. */
  pictures: z.boolean(),
  /** The ids of the company's allowances that hold where the file lies. */
  allowances: z.array(z.string().max(20)).max(RULE_LIMITS.allowances).exactOptional(),
});
export type InspectionJob = z.infer<typeof job>;

/** How many times longer a file may take when its pictures are read: a scanned book has hundreds of pages. */
export const PICTURES_PATIENCE = 15;

/** At most so many distinct values of one file are handed over; the rest are counted. */
export const MOST_VALUES = 2000;
/** At most so many places of one value. */
export const MOST_PLACES = 10;
/** The longest title of a column that is kept, in UTF-16 code units. */
export const LONGEST_TITLE = 80;
/** How much text stands on either side of a value in its snippet, in UTF-16 code units. */
export const SNIPPET_REACH = 60;

const REASONS = [
  'encrypted',
  'corrupt',
  'too_large',
  'too_deep',
  'timed_out',
  'unsupported',
  'infected',
  'unreadable',
  'no_text',
] as const satisfies readonly UnreadReason[];

/** More places than any text has; small enough that a worker's lies about a million files still add up. */
const count = z
  .int()
  .nonnegative()
  .max(2 ** 40);
const from1 = z.int().positive();
const confidence = z.number().min(0).max(1);
const type = z.custom<FindingType>(
  (value) => typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(value),
);
const category = z.enum(['ordinary', 'confidential', 'sensitive', 'criminal']);

/** `count` is of places, `distinct` of distinct values; `confidence` is that of the surest. */
const summary = z.strictObject({ type, category, count, distinct: count, confidence });

const place = z.strictObject({
  path: z.array(z.string().max(4096)).max(64),
  page: from1.exactOptional(),
  sheet: z.string().max(4096).exactOptional(),
  row: from1.exactOptional(),
  slide: from1.exactOptional(),
  line: from1.exactOptional(),
  part: z.string().max(4096).exactOptional(),
  /** In rows: the cell's number from the left. */
  column: from1.exactOptional(),
});

/**
 * A column of a table and all places of one type in it. `title` is what stands above it, unless it tells of a person
 * itself; rows from 1, both ends included.
 */
const column = z.strictObject({
  path: place.shape.path,
  sheet: place.shape.sheet,
  part: place.shape.part,
  column: from1,
  title: z.string().max(LONGEST_TITLE).nullable(),
  count,
  firstRow: from1,
  lastRow: from1,
});
export type InspectedColumn = z.infer<typeof column>;

export const inspectedEvidence = z.strictObject({
  effect: z.enum(['rules', 'raises', 'lowers']),
  code: z.string().regex(/^[a-z0-9.-]{1,80}$/),
});

/** One distinct value: `value` and `evidence` are those of the surest place, `normal` what all its writings share. */
export const inspectedValue = z.strictObject({
  type,
  category,
  value: z.string().max(2000),
  normal: z.string().max(2000),
  masked: z.string().max(2000),
  snippet: z.string().max(2000 + 2 * SNIPPET_REACH),
  confidence,
  evidence: z.array(inspectedEvidence).max(64),
  count,
  places: z.array(place).max(MOST_PLACES),
  /** The columns in which this value is the first of its type: each column is told of once. */
  columns: z.array(column).max(MOST_PLACES).exactOptional(),
});
export type InspectedPlace = z.infer<typeof place>;
export type InspectedValue = z.infer<typeof inspectedValue>;

const documentType = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  confidence,
  evidence: z.array(inspectedEvidence).max(64).readonly(),
});

const inspection = z.strictObject({
  status: z.enum(['scanned', 'partial', 'skipped', 'failed']),
  reason: z.enum(REASONS).nullable(),
  mime: z.string().max(255),
  /** The id of the format that read it; null when none did. */
  format: z.string().max(64).nullable(),
  /** Whether there were files inside it: an archive's entries, attachments. */
  hadNested: z.boolean(),
  /** Whether something was met, here or inside, that no password opened. */
  hadLocked: z.boolean(),
  language: z.string().max(8).nullable(),
  /** Whether there are pictures that may hold writing: they were left, or read; null: none. */
  pictures: z.enum(['waiting', 'read']).nullable(),
  documentType: documentType.nullable(),
  /** In UTF-16 code units. */
  textLength: count,
  findings: z.array(summary).max(500),
  values: z.array(inspectedValue).max(MOST_VALUES),
  /** How many distinct values more there are; a lower bound in a file with very many. */
  valuesLeftOut: count,
  /** Places that the company allows, by type; none of them is among the findings. */
  allowed: z.array(z.strictObject({ type, count })).max(500),
});
export type Inspection = z.infer<typeof inspection>;

/** @throws ZodError */
export const parseInspectionJob = (message: unknown): InspectionJob => job.parse(message);

/** @throws ZodError when it is not what a sound worker says. */
export const parseInspection = (message: unknown): Inspection => inspection.parse(message);

/** The worker's file, for a pool. */
export const inspectionWorker = new URL('./inspection.worker.ts', import.meta.url);
