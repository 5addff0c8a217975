import { z } from 'zod';

/** What goes to a worker: one file's key (base64), its size in bytes, the job itself and what it must know for it. */
const assignment = z.object({
  number: z.int().nonnegative(),
  key: z.base64().max(64),
  size: z.int().nonnegative(),
  job: z.unknown(),
  briefing: z.object({ id: z.string().max(64), body: z.unknown().optional() }).nullable(),
});
export type Assignment = z.infer<typeof assignment>;

/** What comes back. The number is that of the job, so that no answer is taken for another file's. */
const fromWorker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('piece'), number: z.int().nonnegative(), piece: z.unknown() }),
  z.object({ kind: z.literal('picture'), number: z.int().nonnegative(), picture: z.unknown() }),
  z.object({ kind: z.literal('result'), number: z.int().nonnegative(), result: z.unknown() }),
]);
export type FromWorker = z.infer<typeof fromWorker>;

/** @throws ZodError */
export const parseAssignment = (message: unknown): Assignment => assignment.parse(message);

/** @throws ZodError */
export const parseFromWorker = (message: unknown): FromWorker => fromWorker.parse(message);
