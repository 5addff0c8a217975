import { z } from 'zod';
import { type Category, DOCUMENT_KINDS, FINDING_TYPES } from '#detect/index.ts';
import type { UnreadReason } from '#extract/index.ts';
import { FILE_KINDS } from './file-kind.ts';
import type { Cursor } from './file-list.store.ts';
import type { FileStatus, RiskBand } from './file.ts';

/** `any`: whatever holds personal data. */
export const RISKS = ['any', 'high', 'medium', 'low', 'none'] as const satisfies readonly (
  RiskBand | 'any'
)[];
export const CATEGORIES = [
  'sensitive',
  'criminal',
  'confidential',
  'ordinary',
] as const satisfies readonly Category[];
export const STATUSES = ['scanned', 'partial', 'skipped', 'failed'] as const satisfies readonly FileStatus[];
/** Why a file was not read through. */
export const REASONS = [
  'encrypted',
  'no_text',
  'unsupported',
  'corrupt',
  'unreadable',
  'too_large',
  'too_deep',
  'timed_out',
  'infected',
] as const satisfies readonly UnreadReason[];
export const DOCUMENTS = DOCUMENT_KINDS;

/** A filter that means nothing is as if it were not there: an old bookmark still shows a list. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** A rule of the company's own. */
const customType = z.templateLiteral(['CUSTOM_', z.string().regex(/^[A-Z0-9]{1,20}$/)]);

const years = z.coerce.number().int().min(1).max(100);

/** The address of a list of files. `after` is where the page begins, `<points>-<id>`; points are in tenths. */
export const fileQuery = z
  .object({
    risk: lenient(z.enum(RISKS)),
    category: lenient(z.enum(CATEGORIES)),
    type: lenient(z.union([z.enum(FINDING_TYPES), customType])),
    document: lenient(z.enum(DOCUMENTS)),
    status: lenient(z.enum(STATUSES)),
    reason: lenient(z.enum(REASONS)),
    kind: lenient(z.enum(FILE_KINDS)),
    source: lenient(z.string().regex(/^[\w-]{22}$/)),
    folder: lenient(z.coerce.number().int().positive()),
    olderThan: lenient(years),
    youngerThan: lenient(years),
    after: lenient(z.string().regex(/^\d{1,9}(\.\d)?-\d{1,15}$/)),
  })
  .transform(
    (query) =>
      Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as typeof query,
  );

export type FileQuery = z.infer<typeof fileQuery>;

export function cursorOf({ after }: FileQuery): Cursor | null {
  const [points, id] = (after ?? '').split('-').map(Number);
  return points === undefined || id === undefined ? null : { points, id };
}

/** Why somebody wants to see a value: enough words that an auditor understands. */
export const revealReason = z.object({
  reason: z.string().trim().min(5, 'scan:reveal.reason-short').max(500),
});
