import { availableParallelism } from 'node:os';
import type { Picture } from '#kernel/picture.ts';
import type { Briefing } from '#platform/workers/briefing.ts';
import { createSpool } from '#platform/workers/spool.ts';
import type { Spool, Spooled } from '#platform/workers/spool.ts';
import type { WorkerLimits } from '#platform/workers/watchdog.ts';
import { startWorker } from '#platform/workers/worker.ts';
import type { Ending, Worker } from '#platform/workers/worker.ts';
import { createTurns } from '#platform/workers/turns.ts';

export interface WorkerPoolOptions<Result, Piece> {
  /** The worker's own file: it calls `serveJobs`. */
  readonly entry: URL;
  /** How many files at a time. Default: one a processor core. */
  readonly size?: number;
  /** Where the enciphered spools lie: a private folder (0700), with room for `size` of the largest files. */
  readonly spoolFolder: string;
  readonly limits: WorkerLimits;
  /** The largest file that is taken, in bytes. */
  readonly maxBytes?: number;
  /** A worker is replaced after so many files, which bounds what leaks and what a hostile file may have left. */
  readonly filesPerWorker?: number;
  /** Both check what a worker says, and throw when it is not what was agreed: a worker is never believed. */
  readonly parseResult: (message: unknown) => Result;
  readonly parsePiece?: (message: unknown) => Piece;
  /** Reads the writing in a picture that a worker made, which may start no program itself; null when it cannot. */
  readonly readPicture?: (picture: Picture, signal?: AbortSignal) => Promise<string | null>;
}

/**
 * How one file ended. `contentHash` is the SHA-256 of its content in hex, `size` its length in bytes as copied.
 * `unreadable` carries what the content's stream threw.
 */
export type Outcome<Result> =
  | (Ending<Result> & { readonly contentHash: string; readonly size: number })
  | { readonly kind: 'cancelled' | 'too-large' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

export interface RunOptions<Piece> {
  readonly signal?: AbortSignal;
  /** For this file, in place of the pool's; the heap stays as it was started. */
  readonly limits?: WorkerLimits;
  readonly onPiece?: (piece: Piece) => void | Promise<void>;
  /** What the worker has to know for this job; it is sent only to one that does not know it yet. */
  readonly briefing?: Briefing | undefined;
  /**
   * Asked once the content is copied, with its SHA-256 in hex: whether its text is known already. Then no worker reads
   * it, and it ends as `cancelled`.
   */
  readonly isKnown?: ((contentHash: string) => Promise<boolean>) | undefined;
}

export interface WorkerPool<Job, Result, Piece = never> {
  readonly size: number;
  /**
   * Copies the content out of its source, then has a worker read it. The content is opened when its turn comes and
   * closed before parsing starts.
   * @throws Failure `unavailable` when the spool cannot be written or workers do not start.
   */
  run(job: Job, content: AsyncIterable<Uint8Array>, options?: RunOptions<Piece>): Promise<Outcome<Result>>;
  /** Takes nothing new, waits for what is running, and ends every process. */
  close(): Promise<void>;
}

const MIB = 1024 * 1024;

/**
 * A pool of locked-down processes that parse files (see launch.ts for what they may do).
 *
 * The boundary: a file that takes over its parser holds that process until the process ends. It could lie about its
 * own content, and about files that the same process reads after it; it cannot reach other workers, the database, the
 * keys or the disk. So a worker that breaks a rule, fails or runs over a limit never gets another file, and a good one
 * gets only so many.
 */
export function createWorkerPool<Job, Result, Piece = never>(
  options: WorkerPoolOptions<Result, Piece>,
): WorkerPool<Job, Result, Piece> {
  const size = Math.max(1, options.size ?? availableParallelism());
  const seats: Seat[] = Array.from({ length: size }, () => ({ spool: null, worker: null, files: 0 }));
  const turns = createTurns(seats);

  const start = async (seat: Seat, spool: Spool): Promise<Worker> => {
    const launch = {
      entry: options.entry,
      spoolDescriptor: spool.readDescriptor,
      heapMiB: heapMiB(options.limits),
    };
    seat.files = 0;
    seat.worker = await startWorker(launch);
    return seat.worker;
  };

  const parse = async (
    seat: Seat,
    worker: Worker,
    job: Job,
    { key, size: bytes, contentHash }: Spooled,
    { signal, limits, onPiece, briefing }: RunOptions<Piece>,
  ): Promise<Outcome<Result>> => {
    seat.worker = null;
    const ending = await worker.run<Result, Piece>({
      job,
      briefing,
      key,
      size: bytes,
      limits: limits ?? options.limits,
      signal,
      parseResult: options.parseResult,
      parsePiece: options.parsePiece ?? noPieces,
      onPiece: onPiece ?? noPieces,
      readPicture: options.readPicture ?? null,
    });
    if (ending.kind === 'done') {
      seat.worker = worker;
      seat.files++;
      if (isWorn(seat.files, worker, options)) await retire(seat);
    }
    return { ...ending, contentHash, size: bytes };
  };

  const run = async (
    job: Job,
    content: AsyncIterable<Uint8Array>,
    runOptions: RunOptions<Piece> = {},
  ): Promise<Outcome<Result>> => {
    const seat = await turns.take(runOptions.signal);
    if (seat === null) return { kind: 'cancelled' };
    try {
      const spool = (seat.spool ??= await createSpool(options.spoolFolder));
      // The process starts while the file is copied.
      const idle = seat.worker?.isAlive() === true ? seat.worker : null;
      const starting = idle === null ? start(seat, spool) : Promise.resolve(idle);
      const [worker, spooled] = await settled(
        starting,
        spool.fill(content, options.maxBytes ?? Number.MAX_SAFE_INTEGER, runOptions.signal),
      );
      if (spooled.kind !== 'spooled') return spooled;
      if ((await runOptions.isKnown?.(spooled.contentHash)) === true) return { kind: 'cancelled' };
      return await parse(seat, worker, job, spooled, runOptions);
    } finally {
      await seat.spool?.clear();
      turns.giveBack(seat);
    }
  };

  const close = async (): Promise<void> => {
    await turns.close();
    await Promise.all(
      seats.map(async (seat) => {
        await retire(seat);
        await seat.spool?.close();
        seat.spool = null;
      }),
    );
  };
  return { size, run, close };
}

/** A place in the pool: one spool, and one process when there is one. */
interface Seat {
  spool: Spool | null;
  worker: Worker | null;
  files: number;
}

/** The heap gets its share; buffers and WebAssembly take the rest, and the watchdog counts it all. */
function heapMiB(limits: WorkerLimits): number {
  return Math.max(64, Math.floor((limits.residentBytes / MIB) * 0.6));
}

function isWorn(
  files: number,
  worker: Worker,
  { filesPerWorker = 500, limits }: { readonly filesPerWorker?: number; readonly limits: WorkerLimits },
): boolean {
  return files >= filesPerWorker || worker.residentBytes() > limits.residentBytes / 2;
}

async function retire(seat: Seat): Promise<void> {
  const worker = seat.worker;
  seat.worker = null;
  await worker?.stop();
}

/** Both, whatever happens to the other: a start that fails must not leave a copy running, nor the other way round. */
async function settled<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return [await a, await b];
}

function noPieces(): never {
  throw new Error('this pool has no pieces');
}
