import { z } from 'zod';

/** How a file was read, as the worker says. */
const reading = z.strictObject({
  status: z.enum(['scanned', 'partial', 'skipped', 'failed']),
  characters: z.int().nonnegative(),
  /** Of all the worker's threads, the compilation of WebAssembly included. */
  cpuSeconds: z.number(),
  /** The most resident memory that the process has had since it began, in bytes. */
  peakMemory: z.number(),
});
export type Reading = z.infer<typeof reading>;

export const parseReading = (message: unknown): Reading => reading.parse(message);
export const parseText = (message: unknown): string => z.string().parse(message);
