import { z } from 'zod';
import { FILE_KINDS } from './file-kind.ts';
import { REASONS } from './files.schema.ts';

/** What to try again: of one reason, of one kind of file, or, with neither, everything that was not read through. */
export const retryForm = z.object({
  reason: z.enum(REASONS).optional(),
  kind: z.enum(FILE_KINDS).optional(),
});
