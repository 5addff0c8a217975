import { setTimeout as sleep } from 'node:timers/promises';
import type { Content, Source } from './source.ts';

/**
 * A source whose files are read at no more than so many megabytes (1,000,000 bytes) a second, all of them together.
 * Null: as fast as it can. Listings are not counted: they are small beside what they list.
 * @param now milliseconds from any origin that only goes forward
 */
export function limitBytes<Of extends Source>(
  source: Of,
  megabytesPerSecond: number | null,
  now: () => number = () => performance.now(),
): Of {
  if (megabytesPerSecond === null) return source;
  const bytesPerMs = megabytesPerSecond * 1000;
  let paidUntil = 0;
  const pay = async (bytes: number): Promise<void> => {
    paidUntil = Math.max(paidUntil, now() - CREDIT_MS) + bytes / bytesPerMs;
    const wait = paidUntil - now();
    if (wait > 0) await sleep(wait);
  };
  return { ...source, open: (path: readonly string[]) => slowed(source.open(path), pay) };
}

function slowed(content: Content, pay: (bytes: number) => Promise<void>): Content {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      yield chunk;
      await pay(chunk.length);
    }
  }
  return { [Symbol.asyncIterator]: chunks, changedMeanwhile: () => content.changedMeanwhile() };
}

/** What was not used may be used a little later, so that many small files do not lose what each waits for the others. */
const CREDIT_MS = 100;
