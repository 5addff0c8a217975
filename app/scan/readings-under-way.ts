import type { ContentReading } from './file-result.ts';

/**
 * Contents that are being read at the moment, and those read a moment ago, of which the database does not tell yet: it
 * is written in batches. They are held in memory only, for a minute at most as long as anything is read.
 */
export interface ReadingsUnderWay {
  /** Who reads it, under what name, and what will have come of it (null: nothing that can be taken over). */
  of(key: string): { readonly name: string; readonly reading: Promise<ContentReading | null> } | null;
  /** @returns how to say what came of it */
  begin(key: string, name: string): Turn;
}

/** Says what came of a reading; only the first word counts. Null: nothing that can be taken over. */
export type Turn = (reading: ContentReading | null) => void;

/** @param now milliseconds from any start */
export function createReadingsUnderWay(now: () => number = () => performance.now()): ReadingsUnderWay {
  const known = new Map<string, Known>();
  let values = 0;

  const forget = (key: string, { weight }: Known): void => {
    known.delete(key);
    values -= weight;
  };

  const tidy = (): void => {
    for (const [key, entry] of known) {
      const full = known.size > MOST_READINGS || values > MOST_VALUES_HELD;
      if (entry.endedAt === null) continue;
      if (!full && now() - entry.endedAt < KEPT_MS) return;
      forget(key, entry);
    }
  };

  return {
    of: (key) => known.get(key) ?? null,
    begin(key, name) {
      tidy();
      const { promise, resolve } = Promise.withResolvers<ContentReading | null>();
      const entry: Known = { name, reading: promise, endedAt: null, weight: 0 };
      known.set(key, entry);
      return (reading) => {
        if (entry.endedAt !== null) return;
        entry.endedAt = now();
        entry.weight = reading?.values.length ?? 0;
        values += entry.weight;
        if (reading === null) forget(key, entry);
        resolve(reading);
      };
    },
  };
}

interface Known {
  readonly name: string;
  readonly reading: Promise<ContentReading | null>;
  endedAt: number | null;
  /** How many values it holds. */
  weight: number;
}

/** Far longer than the results of a scan wait to be written. */
const KEPT_MS = 60_000;
const MOST_READINGS = 500;
/** A value has a kilobyte at most, with its snippet and places. */
const MOST_VALUES_HELD = 8000;
