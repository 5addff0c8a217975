import { z } from 'zod';

/**
 * What passes between the appliance and a scanner that runs apart from it (a container without a network), one file a
 * connection. To the scanner: the job as a message with the id of its briefing, if it has one, then the content in raw
 * frames, closed by an empty one. From it: `brief-me` when it does not know the briefing, whose body is the next message
 * then; `ready` once it has a place for the file, then how the file ended.
 */
const toScanner = z.object({ job: z.unknown(), briefing: z.string().max(64).nullable() });
export type ToScanner = z.infer<typeof toScanner>;

/** @throws ZodError */
export const parseToScanner = (message: unknown): ToScanner => toScanner.parse(message);

const fromScanner = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['ready', 'brief-me']) }),
  z.object({ kind: z.literal('done'), result: z.unknown() }),
  z.object({ kind: z.enum(['timed-out', 'out-of-memory', 'died', 'too-large']) }),
  z.object({ kind: z.literal('unavailable') }),
]);
export type FromScanner = z.infer<typeof fromScanner>;

/** @throws ZodError */
export const parseFromScanner = (message: unknown): FromScanner => fromScanner.parse(message);

/** The largest piece of content in one frame, in bytes. */
export const CONTENT_FRAME = 1024 * 1024;
