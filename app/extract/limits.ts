import type { ExtractLimits } from './format.ts';

const MIB = 1024 * 1024;

/** What one file may cost at most, with the reason for each figure. A file that would cost more ends as partial. */
export const DEFAULT_LIMITS: ExtractLimits = {
  // Log files of several gigabytes lie on shares. Text is streamed, so this bounds time (about a minute), not memory.
  maxText: 2 * 1024 * MIB,
  // An archive of documents seldom unpacks to more; it bounds the time that a bomb can take to seconds.
  maxUnpacked: 4 * 1024 * MIB,
  // Mail in zip in mail in zip happens in real archives; deeper than this has only been seen in made-up files.
  maxDepth: 8,
  // A worker may grow to about 1 GB, and a parser holds up to three times what it is given.
  maxInMemory: 128 * MIB,
  // Deflate ends at 1,032. Sheets of empty rows and logs of one repeated line reach 200 to 400.
  maxRatio: 500,
};
