import { z } from 'zod';
import { LONGEST_PASSWORD, passwordsIn } from './passwords.ts';

/** Blanks belong to a password, so that the lines are taken as they were typed. */
export const passwordsForm = z.object({
  label: z.string().trim().min(1).max(80),
  passwords: z
    .string()
    .refine((text) => passwordsIn(text).length > 0, 'scan:passwords.none-typed')
    .refine(
      (text) => passwordsIn(text).every((password) => password.length <= LONGEST_PASSWORD),
      'scan:passwords.too-long',
    ),
});
