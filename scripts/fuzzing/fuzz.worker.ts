import { subscribe } from 'node:diagnostics_channel';
import { z } from 'zod';
import { SEGMENT_LENGTH, extract } from '#extract/index.ts';
import type { ExtractLimits, Segment } from '#extract/index.ts';
import { FAULTS } from '#extract/reason.ts';
import { decodeWebp } from '#platform/ocr/decode-webp.ts';
import { serveJobs } from '#platform/workers/serve.ts';

/**
 * Reads mutants under the restraints of any worker, pictures decoded and not read, and says how each ended, what it
 * cost, what was thrown on the way, and what of the promises about segments was not kept.
 */
const job = z.object({ name: z.string() });

/** Tighter than those of a scan, so that a mutant that unpacks to much costs a second and not a minute. */
const LIMITS: ExtractLimits = {
  maxText: 8 * 1024 * 1024,
  maxUnpacked: 32 * 1024 * 1024,
  maxDepth: 8,
  maxInMemory: 32 * 1024 * 1024,
  maxRatio: 500,
};

serveJobs(
  (message) => job.parse(message),
  async ({ name }, file) => {
    const faults = new Map<unknown, string>();
    const listen = (message: unknown): void => {
      for (let error: unknown = field(message, 'error'); error instanceof Error; error = error.cause)
        if (!isOutgrown(error)) faults.set(error, described(error));
    };
    const before = process.cpuUsage();
    const stop = listening(listen);
    let broken: string | null = null;
    let ended = 'threw';
    let format: string | null = null;
    try {
      const pictures = { read: () => Promise.resolve('seen'), decodeWebp };
      const extraction = await extract(name, file, { limits: LIMITS, pictures });
      format = extraction.format;
      let length = 0;
      for await (const segment of extraction.segments) {
        broken ??= fault(segment);
        length += segment.text.length;
      }
      if (length > LIMITS.maxText) broken ??= 'more text than the limit';
      const { status, reason } = extraction.outcome();
      ended = reason === null ? status : `${status}/${reason}`;
    } catch (error) {
      broken = `extract threw ${error instanceof Error ? described(error) : typeof error}`;
    } finally {
      stop();
    }
    const { user, system } = process.cpuUsage(before);
    return { ended, format, broken, faults: [...faults.values()], milliseconds: (user + system) / 1000 };
  },
);

function listening(listener: (message: unknown) => void): () => void {
  active = listener;
  return () => {
    active = null;
  };
}

let active: ((message: unknown) => void) | null = null;
subscribe(FAULTS, (message) => active?.(message));

function field(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
}

/** What zlib throws where more comes out than it may give: a bound that was set, and held. */
function isOutgrown(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The error's kind, and the place of the first line of its stack that is not Node's own. */
function described(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const place = frames.find((line) => !/\(node:|at node:|<anonymous>/.test(line)) ?? 'nowhere';
  return `${error.name} ${place.trim().replace(/^.*?((app|node_modules)\/[^)]*)\)?$/, '$1')} ${error.message.slice(0, 120)}`;
}

/** What is wrong with a segment, if anything is. */
function fault({ text, place }: Segment): string | null {
  if (text.length > SEGMENT_LENGTH) return 'a segment is too long';
  if (place.path.length > LIMITS.maxDepth) return 'a place is too deep';
  for (const number of [place.page, place.row, place.slide, place.line])
    if (number !== undefined && !(Number.isSafeInteger(number) && number >= 1))
      return 'a place is no whole number from 1';
  return null;
}
