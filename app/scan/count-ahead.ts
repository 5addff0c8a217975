import type { Source } from '#sources/index.ts';
import type { Tally } from './run.ts';

/**
 * Counts what there is while the first files are being read already, so that the page can say how much is left. A
 * listing more is the price, and only a source's first scan pays it. A guess is all it is for: it never throws.
 */
export async function countAhead(source: Source, tally: Tally, signal: AbortSignal): Promise<void> {
  let count = 0;
  let bytes = 0;
  try {
    for await (const listing of source.walk()) {
      if (signal.aborted) return;
      if (listing.kind === 'unreadable') continue;
      count += listing.entries.length;
      for (const entry of listing.entries) bytes += entry.kind === 'file' ? entry.size : 0;
    }
  } catch {
    // The walk that matters meets the same fault, and says so.
    return;
  }
  tally.expected = count;
  tally.expectedBytes = bytes;
}
