import { createHash } from 'node:crypto';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { ReadPicture } from '#kernel/picture.ts';
import { decodeWebp } from '#platform/ocr/decode-webp.ts';
import { readPictureHere } from '#platform/ocr/tesseract-here.ts';
import type { Outcome, WorkerPool } from '#platform/workers/pool.ts';
import type { Inspection, InspectionJob } from '#scan/index.ts';
import { createBriefed } from '#scan/inspection-briefing.ts';
import { inspect } from '#scan/inspection-reading.ts';

/** The inspection as the workers do it, in this process: for tests of the walk around it, which want to watch. */
export interface PoolInProcess extends WorkerPool<InspectionJob, Inspection> {
  /** The names of the files whose content was asked for, in order, since the last `forget`. */
  readonly opened: readonly string[];
  /** Of those, the ones whose content was read and not taken over from a copy. */
  readonly read: readonly string[];
  forget(): void;
  /** Called before each file is opened; what it answers is how the file ends, without a look at it. */
  before: (name: string, signal: AbortSignal | undefined) => MaybeOutcome | Promise<MaybeOutcome>;
  /** Whoever reads the writing in pictures. */
  readPicture: ReadPicture;
}

type MaybeOutcome = Outcome<Inspection> | null;

export function poolInProcess(size = 2): PoolInProcess {
  const opened: string[] = [];
  const read: string[] = [];
  const briefed = createBriefed();
  const pool: PoolInProcess = {
    size,
    opened,
    read,
    forget: () => {
      opened.splice(0);
      read.splice(0);
    },
    before: () => null,
    readPicture: readPictureHere,
    async run(job, content, { signal, briefing, isKnown } = {}) {
      const ending = await pool.before(job.name, signal);
      if (ending !== null) return ending;
      if (signal?.aborted) return { kind: 'cancelled' };
      opened.push(job.name);
      const chunks: Uint8Array[] = [];
      try {
        for await (const chunk of content) chunks.push(Uint8Array.from(chunk));
      } catch (error) {
        return { kind: 'unreadable', error };
      }
      const bytes = Buffer.concat(chunks);
      const contentHash = createHash('sha256').update(bytes).digest('hex');
      if ((await isKnown?.(contentHash)) === true) return { kind: 'cancelled' };
      read.push(job.name);
      const result = await inspect(job, bytesInMemory(bytes), {
        pictures: { read: pool.readPicture, decodeWebp },
        ...briefed(briefing ?? null),
      });
      return { kind: 'done', result, contentHash, size: bytes.length };
    },
    close: () => Promise.resolve(),
  };
  return pool;
}
