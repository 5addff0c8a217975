import { z } from 'zod';
import { SEGMENT_LENGTH } from '#extract/index.ts';

/** What the worker behind `extract` is asked and answers: pieces of text, then how it ended. */
const job = z.strictObject({ name: z.string() });
const passwords = z.array(z.string()).default([]);
const piece = z.string().max(SEGMENT_LENGTH + 1);
const ending = z.strictObject({
  status: z.enum(['scanned', 'partial', 'skipped', 'failed']),
  reason: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .nullable(),
  mime: z.string().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
});
export type TextEnding = z.infer<typeof ending>;

export const parseTextJob = (message: unknown): z.infer<typeof job> => job.parse(message);
export const parsePasswords = (body: unknown): string[] => passwords.parse(body);
export const parseTextPiece = (message: unknown): string => piece.parse(message);
export const parseTextEnding = (message: unknown): TextEnding => ending.parse(message);
