import { merkleRoot, type Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { WorkerPool } from '#platform/workers/pool.ts';
import type { By, Folder, FolderStore, OpenedSource, Source, SourceRecord } from '#sources/index.ts';
import type { AllowedCount, ScannedFile, TypeCount } from './file.ts';
import type { FileStore } from './files.store.ts';
import type { Inspection, InspectionJob } from './inspection.ts';
import { inspectionBriefing } from './inspection-briefing.ts';
import type { PasswordsInForce } from './passwords.ts';
import { allowancesOfPlace, type ReadingRules } from './reading-rules.ts';
import { leafBytes } from './run-keeper.ts';
import { trialStore } from './trial.store.ts';

/**
 * Reads real files anew with rules that no scan uses yet, and keeps nothing of what it finds. Each reading is an access:
 * it is on the record, with the files, before anything is answered.
 */
export interface Trials {
  /** @param wanted.files public ids, at most `FILES_A_TRIAL`; null: as many are drawn by lot */
  read(by: By, wanted: TrialWish, rules: ReadingRules): Promise<TriedFile[]>;
  /** How many files the next scans will read anew, if these are the rules by then. */
  readOtherwise(rules: ReadingRules): Promise<number>;
}

export interface TrialWish {
  readonly files: readonly string[] | null;
  /** Drawn from this source; null: from all. */
  readonly sourceId: number | null;
}

export interface TriedFile {
  readonly file: ScannedFile;
  readonly folder: Folder | null;
  readonly source: SourceRecord | null;
  /** What the last scan found. */
  readonly before: readonly TypeCount[];
  /** Null when the file could not be read this time. */
  readonly now: Tried | null;
}

interface Tried {
  readonly counts: readonly TypeCount[];
  readonly allowed: readonly AllowedCount[];
  readonly values: Inspection['values'];
}

const FILES_A_TRIAL = 20;

export function createTrials(needs: {
  db: Database;
  vault: Vault;
  audit: Audit;
  clock: Clock;
  files: FileStore;
  folders: FolderStore;
  pool: WorkerPool<InspectionJob, Inspection>;
  passwordsInForce: PasswordsInForce;
  openSource: (sourceId: number) => Promise<OpenedSource>;
}): Trials {
  const { db, vault, audit, clock, files, folders, pool } = needs;

  const choose = async ({ files: chosen, sourceId }: TrialWish): Promise<ScannedFile[]> => {
    if (chosen === null) {
      const wanted = { sourceId, mostBytes: LARGEST, limit: FILES_A_TRIAL };
      return (await trialStore.draw(db.read, wanted)).map((row) => files.fileOf(row));
    }
    const found = await Promise.all(
      chosen.slice(0, FILES_A_TRIAL).map((id) => files.byPublicId(db.read, id)),
    );
    return found
      .filter((file) => file !== null)
      .filter(({ goneAt, size }) => goneAt === null && size <= LARGEST);
  };

  const read = async (
    file: ScannedFile,
    path: readonly string[],
    source: Source,
    { print, set }: ReadingRules,
    signal: AbortSignal,
  ): Promise<{ now: Tried | null; contentMac: Buffer | null }> => {
    const allowances = allowancesOfPlace(set, file.sourceId, path);
    const job = { name: file.name, values: true, stopAfterMs: ONE_FILE_MS, pictures: false, allowances };
    const briefing = inspectionBriefing({ print, set }, needs.passwordsInForce());
    const outcome = await pool.run(job, source.open([...path, file.name]), { signal, briefing });
    const contentMac =
      'contentHash' in outcome ? vault.mac('blind-index', 'files.content', outcome.contentHash) : null;
    if (outcome.kind !== 'done') return { now: null, contentMac };
    const { findings, allowed, values } = outcome.result;
    return { now: { counts: findings, allowed, values }, contentMac };
  };

  const keepOnRecord = (by: By, leaves: { fileId: number; contentMac: Buffer | null }[]): Promise<void> =>
    db.write(async (tx) => {
      const root = merkleRoot(leaves.map(leafBytes)).toString('hex');
      const { sequence } = await audit.append(tx, {
        ...by,
        what: 'rules.tried',
        on: null,
        purpose: null,
        outcome: 'done',
        details: { files: leaves.length, merkleRoot: root },
      });
      await files.keepReads(tx, sequence, leaves, clock.now());
    });

  return {
    readOtherwise: ({ print }) => trialStore.readOtherwise(db.read, print),

    async read(by, wanted, rules) {
      const chosen = await choose(wanted);
      const places = await folders.byIds(
        db.read,
        chosen.map(({ folderId }) => folderId),
      );
      const before = await files.findings.countsOf(
        db.read,
        chosen.map(({ id }) => id),
      );
      const opened = new Map<number, ReturnType<typeof needs.openSource>>();
      const open = (sourceId: number): ReturnType<typeof needs.openSource> => {
        const opening = opened.get(sourceId) ?? needs.openSource(sourceId);
        opened.set(sourceId, opening);
        return opening;
      };
      const signal = AbortSignal.timeout(WHOLE_TRIAL_MS);
      const leaves: { fileId: number; contentMac: Buffer | null }[] = [];
      // The pool gives each its turn; a scan under way has its own turns beside them.
      const tried = await Promise.all(
        chosen.map(async (file): Promise<TriedFile> => {
          const folder = places.get(file.folderId) ?? null;
          const was = before.get(file.id) ?? [];
          const there = folder === null ? null : await open(file.sourceId).catch(() => null);
          if (there === null || folder === null)
            return { file, folder, source: null, before: was, now: null };
          const { now, contentMac } = await read(file, folder.path, there.source, rules, signal);
          if (contentMac !== null) leaves.push({ fileId: file.id, contentMac });
          return { file, folder, source: there.record, before: was, now };
        }),
      );
      for (const opening of opened.values())
        await opening.then((there) => there.close()).catch(() => undefined);
      if (leaves.length > 0) await keepOnRecord(by, leaves);
      return tried;
    },
  };
}

/** A trial answers a page: larger files are left to scans. */
const LARGEST = 20 * 1024 * 1024;
const ONE_FILE_MS = 5_000;
const WHOLE_TRIAL_MS = 45_000;
