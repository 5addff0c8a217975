import { NO_RULES } from '#detect/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Infected } from '#platform/antivirus/index.ts';
import type { Outcome, WorkerPool } from '#platform/workers/pool.ts';
import { FileUnreadable, SourceAway, type Entry, type FileEntry, type Source } from '#sources/index.ts';
import type { Copies, IsKnown } from './copies.service.ts';
import { AGAIN } from './coverage.store.ts';
import type { FileStatus, KnownFile } from './file.ts';
import { PICTURES_PATIENCE, type Inspection, type InspectionJob } from './inspection.ts';
import { inspectionBriefing } from './inspection-briefing.ts';
import { NO_PASSWORDS, type PasswordsInForce } from './passwords.ts';
import { readerPrint, type Readers } from './reader-print.ts';
import { allowancesOfPlace, type ReadingRules, type RulesInForce } from './reading-rules.ts';
import type { Run } from './run.ts';
import type { FolderUnderWay, PendingFile } from './run-keeper.ts';

/** Where a listed file stands, and what was known of it. */
export interface FilePlace {
  readonly folder: FolderUnderWay;
  readonly pathKey: Buffer;
  readonly known: KnownFile | null;
}

/** Has one file read by a worker process, and says how it ended: always with a status, save when it is gone. */
export interface FileInspector {
  /** How many files to hand over at the same time: as many as are read, and one to follow each. */
  readonly atATime: number;
  inspect(file: {
    source: Source;
    entry: FileEntry;
    place: FilePlace;
    run: Run;
    signal: AbortSignal;
    /** With the writing in its pictures. */
    pictures?: boolean;
  }): Promise<PendingFile | 'vanished' | 'cancelled'>;
  /** The result for what is listed and never opened: links, devices, and names that the system says nothing of. */
  notOpened(entry: Exclude<Entry, FileEntry>, place: FilePlace, run: Run): PendingFile;
}

/**
 * @param needs.stopAfterMs when a worker leaves off by itself and hands over what it has: before the pool's own limit.
 * @param needs.rulesInForce left out: the company has none
 * @param needs.passwordsInForce left out: none are tried but those that a format has by itself
 * @param needs.copies left out: copies are read like any other file
 * @param needs.mostBytes what is larger by the look of it is not opened: a file of zeros costs its maker nothing
 */
export function createFileInspector(needs: {
  pool: WorkerPool<InspectionJob, Inspection>;
  readers: Readers;
  rulesInForce?: RulesInForce;
  passwordsInForce?: PasswordsInForce;
  copies?: Copies;
  clock: Clock;
  stopAfterMs: number;
  mostBytes?: number;
}): FileInspector {
  const { pool, clock, stopAfterMs, mostBytes = Infinity } = needs;

  return {
    atATime: pool.size * 2,

    async inspect({ source, entry, place, run, signal, pictures = false }) {
      // Asked once: the file is kept as read with the very rules that it was read with.
      const { print, set } = (needs.rulesInForce ?? noRules)();
      const passwords = (needs.passwordsInForce ?? noPasswords)();
      const readers = { ...needs.readers, rules: print, passwords: passwords.print };
      const briefing = inspectionBriefing({ print, set }, passwords);
      const allowances = allowancesOfPlace(set, run.sourceId, place.folder.path);
      const job = {
        name: entry.name,
        values: true,
        stopAfterMs: pictures ? stopAfterMs * PICTURES_PATIENCE : stopAfterMs,
        pictures,
        allowances,
      };
      const content = source.open([...place.folder.path, entry.name]);
      const base = { ...pending(place, entry.name, run), ...entry };
      const read = async (isKnown?: IsKnown): Promise<PendingFile | 'vanished' | 'cancelled'> => {
        const outcome: Outcome<Inspection> =
          entry.size > mostBytes
            ? { kind: 'too-large' }
            : await pool.run(job, content, { signal, briefing, isKnown });
        if (outcome.kind === 'cancelled') return 'cancelled';
        // It says nothing of this file: the walk ends, and comes by it again.
        if (outcome.kind === 'unreadable' && outcome.error instanceof SourceAway) throw outcome.error;
        if (isVanished(outcome)) return 'vanished';
        if (outcome.kind !== 'done') {
          const infected = infectionOf(outcome);
          const { status, reason } = infected === null ? endings[outcome.kind] : INFECTED;
          const readWith = readerPrint(readers, {
            format: null,
            hadNested: false,
            hadLocked: false,
            hadText: false,
          });
          const ended = { ...base, status, reason, readWith };
          // What was copied out was read, for the record, also when its parser came to nothing.
          const contentHash = 'contentHash' in outcome ? outcome.contentHash : infected?.contentHash;
          return contentHash === undefined ? ended : { ...ended, contentHash, readAt: clock.now() };
        }
        const { result } = outcome;
        return {
          ...base,
          status: result.status,
          reason: result.reason,
          mime: result.mime,
          language: result.language,
          pictures: result.pictures,
          documentType: result.documentType,
          readWith: readerPrint(readers, { ...result, hadText: result.textLength > 0 }),
          contentHash: outcome.contentHash,
          readAt: clock.now(),
          counts: result.findings,
          allowed: result.allowed,
          values: result.values.map(({ type, category, confidence, count, normal, ...content }) => ({
            type,
            category,
            confidence,
            count,
            normal,
            content,
          })),
        };
      };
      // Somebody asked for this very file to be tried again.
      if (needs.copies === undefined || place.known?.readWith === AGAIN) return await read();
      const wanted = { name: entry.name, size: entry.size, readers, rules: set, allowances, pictures };
      const ended = await needs.copies.once<PendingFile, 'vanished' | 'cancelled'>(wanted, read);
      return typeof ended === 'string' || 'folder' in ended
        ? ended
        : { ...base, ...ended, readAt: clock.now() };
    },

    notOpened(entry, place, run) {
      const unreadable = entry.kind === 'unreadable';
      return {
        ...pending(place, entry.name, run),
        size: 0,
        modifiedAtMs: 0,
        identity: entry.kind,
        status: unreadable ? 'failed' : 'skipped',
        reason: unreadable ? 'unreadable' : 'unsupported',
        readWith: '',
      };
    },
  };
}

function noRules(): ReadingRules {
  return { print: null, set: NO_RULES };
}

function noPasswords(): typeof NO_PASSWORDS {
  return NO_PASSWORDS;
}

/** How a file ends when its worker did not: the limits of time and memory, a crash, a file that does not open. */
const endings = {
  'timed-out': { status: 'failed', reason: 'timed_out' },
  'out-of-memory': { status: 'failed', reason: 'too_large' },
  died: { status: 'failed', reason: 'corrupt' },
  'too-large': { status: 'skipped', reason: 'too_large' },
  unreadable: { status: 'failed', reason: 'unreadable' },
} as const satisfies Record<string, { status: FileStatus; reason: PendingFile['reason'] }>;

const INFECTED = { status: 'skipped', reason: 'infected' } as const;

function infectionOf(outcome: Outcome<Inspection>): Infected | null {
  return outcome.kind === 'unreadable' && outcome.error instanceof Infected ? outcome.error : null;
}

function isVanished(outcome: Outcome<Inspection>): boolean {
  return (
    outcome.kind === 'unreadable' &&
    outcome.error instanceof FileUnreadable &&
    outcome.error.reason === 'vanished'
  );
}

/** A result with nothing in it yet. */
function pending(place: FilePlace, name: string, run: Run) {
  return {
    ...place,
    sourceId: run.sourceId,
    name,
    mime: null,
    language: null,
    pictures: null,
    documentType: null,
    contentHash: null,
    readAt: null,
    readRun: run.id,
    counts: [],
    allowed: [],
    values: [],
  } as const;
}
