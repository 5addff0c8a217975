import { z } from 'zod';

const MOST_FILES_A_SECOND = 10_000;
const MOST_MEGABYTES_A_SECOND = 10_000;

export const newSource = z.object({
  name: z.string().trim().min(1).max(100),
  folder: z.string().trim().min(1).max(4096),
});

/** An empty field is no limit. */
const limit = (most: number) =>
  z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(most)]);

export const pace = z.object({
  filesPerSecond: limit(MOST_FILES_A_SECOND),
  megabytesPerSecond: limit(MOST_MEGABYTES_A_SECOND).default(null),
});

/** An empty choice withdraws the mapping. */
export const mapping = z.object({
  person: z
    .string()
    .max(30)
    .transform((id) => (id === '' ? null : id)),
});

/** The name typed again: removing a source cannot be undone. */
export const removal = z.object({ name: z.string().trim() });

export const folderId = z.coerce.number().int().positive().optional().catch(undefined);
