import { extract } from '#extract/index.ts';
import { createWorkerPictures } from '#platform/ocr/worker-pictures.ts';
import { serveJobs } from '#platform/workers/serve.ts';
import { z } from 'zod';
import type { Reading } from './reading.ts';

/**
 * Reads files as a scan's worker does, under the same restraints, and looks for nothing in them. It may read no file of the
 * benchmarks but this one.
 */
const job = z.strictObject({ name: z.string(), withText: z.boolean() });
const picturesOver = createWorkerPictures();

const parseJob = (message: unknown): z.infer<typeof job> => job.parse(message);

serveJobs(parseJob, async ({ name, withText }, file, line): Promise<Reading> => {
  const before = process.cpuUsage();
  const extraction = await extract(name, file, { pictures: picturesOver(line) });
  let characters = 0;
  for await (const { text } of extraction.segments) {
    characters += text.length;
    if (withText) line.emit(text);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    status: extraction.outcome().status,
    characters,
    cpuSeconds: (user + system) / 1_000_000,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
});
