import { z } from 'zod';
import { deeds } from './entry.ts';

/** The address of a page of the record. What means nothing is as if it were not there. */
export const recordQuery = z.object({
  what: z.enum(deeds).nullable().catch(null),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
});
