import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { WorkerPool } from '#platform/workers/pool.ts';
import { createWorkerPool } from '#platform/workers/pool.ts';

const MIB = 1024 * 1024;

/** Every way in which a file may end. Whatever is not here is a fault. */
const ENDINGS =
  /^(scanned|(partial|skipped|failed)\/(encrypted|corrupt|too_large|too_deep|timed_out|unsupported|infected|unreadable|no_text))$/;

/** What a mutant may cost in processor time: for starting anything up, and for each MiB of it. */
const BASE_MS = 6_000;
const MS_A_MIB = 10_000;
/** A worker that has not answered by then hangs, even on a busy machine. */
const HANG_MS = 90_000;
const MEMORY = 700 * MIB;

const answer = z.strictObject({
  ended: z.string(),
  format: z.string().nullable(),
  broken: z.string().nullable(),
  faults: z.array(z.string()),
  milliseconds: z.number(),
});

type Answer = z.infer<typeof answer>;

/** How the reading of a mutant went; `complaint` is what was not as it has to be. */
export interface Verdict {
  readonly ended: string;
  readonly milliseconds: number;
  readonly complaint: string | null;
  /** What was thrown on the way and is no fault of ours. */
  readonly thrown: readonly string[];
}

export interface Trials {
  readonly size: number;
  run(name: string, bytes: Buffer): Promise<Verdict>;
  close(): Promise<void>;
}

/** Has mutants read in real worker processes, which may be killed: by hanging, by memory, by crashing. */
export function openTrials(size: number): Trials {
  const spoolFolder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const pool: WorkerPool<{ name: string }, Answer> = createWorkerPool({
    entry: new URL('./fuzz.worker.ts', import.meta.url),
    size,
    spoolFolder,
    limits: { timeMs: HANG_MS, residentBytes: MEMORY },
    parseResult: (message) => answer.parse(message),
  });
  return {
    size,
    async run(name, bytes) {
      const outcome = await pool.run({ name }, once(bytes));
      if (outcome.kind !== 'done')
        return {
          ended: outcome.kind,
          milliseconds: 0,
          complaint: `the worker ended: ${outcome.kind}`,
          thrown: [],
        };
      const { ended, milliseconds, faults } = outcome.result;
      return { ended, milliseconds, complaint: complaintAbout(outcome.result, bytes.length), thrown: faults };
    },
    async close() {
      await pool.close();
      rmSync(spoolFolder, { recursive: true, force: true });
    },
  };
}

function complaintAbout({ ended, broken, faults, milliseconds }: Answer, length: number): string | null {
  if (broken !== null) return broken;
  if (!ENDINGS.test(ended)) return `it ended as ${ended}`;
  const own = faults.find((fault) => OWN_FAULT.test(fault) || ANYBODYS_FAULT.test(fault));
  if (own !== undefined) return own;
  const most = BASE_MS + (MS_A_MIB * length) / MIB;
  return milliseconds > most ? `it took ${milliseconds.toFixed(0)} ms of processor time` : null;
}

/** What only a mistake in our own code throws: damage is told as `Unread`. */
const OWN_FAULT =
  /^(TypeError|RangeError|ReferenceError|SyntaxError|URIError|EvalError|AssertionError) app\//;
/** What no parser may be driven to, whoever wrote it. */
const ANYBODYS_FAULT =
  /^RangeError .*(call stack|allocation failed|Invalid string length|Invalid array length)/;

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
