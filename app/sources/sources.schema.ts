import { z } from 'zod';

const MOST_FILES_A_SECOND = 10_000;

export const newSource = z.object({
  name: z.string().trim().min(1).max(100),
  folder: z.string().trim().min(1).max(4096),
});

/** An empty field is no limit. */
export const pace = z.object({
  filesPerSecond: z.union([
    z.literal('').transform(() => null),
    z.coerce.number().int().min(1).max(MOST_FILES_A_SECOND),
  ]),
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
