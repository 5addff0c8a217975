import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAudit, type Audit } from '#audit/index.ts';
import { migrations } from '#boot/migrations.ts';
import { detectorSet, NO_RULES } from '#detect/index.ts';
import { formatSet } from '#extract/index.ts';
import { createCheckedPool, type Antivirus } from '#platform/antivirus/index.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createJobs, type JobHandler, type Jobs } from '#platform/jobs/index.ts';
import { createVault, type Vault } from '#platform/vault/index.ts';
import {
  createCopies,
  createCoverage,
  createFileInspector,
  createFileStore,
  createInsight,
  createMentions,
  createPasswordsToTry,
  createPasswordStore,
  createRiskPreview,
  createRiskRecount,
  createRiskTable,
  createScanner,
  createScanSchedule,
  createScans,
  createTrials,
  createWeightsStore,
  RISK_JOB,
  type Coverage,
  type Insight,
  type Mentions,
  type PasswordsToTry,
  type Readers,
  type ReadingRules,
  type PreviewRisk,
  type RiskTable,
  type Run,
  type Scanner,
  type ScanSchedule,
  type Scans,
  type Trials,
} from '#scan/index.ts';
import {
  createFolderStore,
  createSchedules,
  createShares,
  createShareStore,
  createSources,
  createSourceStore,
  type By,
  type FolderStore,
  type LookAtShare,
  type OpenShare,
  type Schedules,
  type Shares,
  type Source,
  type SourceRecord,
  type Sources,
} from '#sources/index.ts';
import { poolInProcess, type PoolInProcess } from './pool-in-process.ts';
import { keptLog, scratch, turnableClock, type TurnableClock } from './scratch.ts';

/** The rooms of scans and sources as boot puts them together, over a real database, with one source: `share`. */
export interface ScanRoom {
  readonly db: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: TurnableClock;
  readonly jobs: Jobs;
  readonly folders: FolderStore;
  readonly sources: Sources;
  readonly shares: Shares;
  readonly schedules: Schedules;
  readonly scanSchedule: ScanSchedule;
  readonly source: SourceRecord;
  readonly scanner: Scanner;
  readonly scans: Scans;
  readonly insight: Insight;
  readonly coverage: Coverage;
  readonly passwords: PasswordsToTry;
  readonly trials: Trials;
  readonly mentions: Mentions;
  readonly risk: RiskTable;
  readonly riskPreview: PreviewRisk;
  readonly pool: PoolInProcess;
  readonly logLines: readonly string[];
  /** The folder that the source reads. */
  readonly share: string;
  readonly stateFolder: string;
  /** Writes a file of the share, with the folders on the way. */
  file(path: string, content?: string | Uint8Array): string;
  /** Starts a scan and waits for its end. */
  scan(): Promise<Run>;
  start(): Promise<Run>;
  ended(run: Run): Promise<Run>;
  /** Every row about a file, by the file's path. */
  files(): Promise<Map<string, FileState>>;
  /** Stops as SIGTERM would and starts again over the same state, perhaps with other readers. */
  restart(changes?: Partial<Changes>): Promise<void>;
  close(): Promise<void>;
}

/** What a test sees of a file's row. */
export interface FileState {
  readonly id: number;
  readonly publicId: string;
  readonly status: string;
  readonly reason: string | null;
  readonly risk: string;
  readonly readRun: number;
  readonly gone: boolean;
}

export interface Changes {
  readonly readers: Readers;
  /** The company's own rules. */
  readonly rules: ReadingRules;
  /** What a look at a share finds, and how one is opened. */
  readonly look: LookAtShare;
  readonly openShare: OpenShare;
  /** Something between the rooms and the source's files. */
  readonly around: (source: Source) => Source;
  /** Checks each file before it is opened. */
  readonly antivirus: Antivirus;
}

export const someone: By = { who: { kind: 'person', id: 'person-karen' }, from: null };

export const readersNow: Readers = {
  formats: formatSet.formats,
  allFormats: formatSet.whole,
  detectors: detectorSet,
};

export async function scanRoom(): Promise<ScanRoom> {
  const files = scratch();
  const vault = createVault([randomBytes(32)]);
  const clock = turnableClock();
  const pool = poolInProcess();
  const { log, lines } = keptLog();
  const share = files.path('share');
  const stateFolder = files.path('state');
  mkdirSync(share);
  mkdirSync(stateFolder);

  const open = async (changes: Partial<Changes> = {}) => {
    const { around = (source: Source): Source => source, rules = { print: null, set: NO_RULES } } = changes;
    const db = await openDatabase(join(stateFolder, 'datamapper.db'), migrations);
    const audit = createAudit({ db, vault, clock });
    const passwords = await createPasswordsToTry({ db, audit, clock, store: createPasswordStore(vault) });
    const passwordsInForce = () => passwords.inForce();
    const readers = {
      ...(changes.readers ?? readersNow),
      rules: rules.print,
      get passwords() {
        return passwords.inForce().print;
      },
    };
    const handlers = new Map<string, JobHandler>();
    const jobs = createJobs({
      db,
      clock,
      log,
      handlers,
      atOnce: { scan: 8 },
      schedules: [],
      timeZone: 'UTC',
      retryMs: 20,
    });
    const fileStore = createFileStore(vault);
    const folders = createFolderStore(vault);
    const store = createSourceStore(vault);
    const ownFolders = [stateFolder];
    const ofSources = { db, audit, clock, store };
    const shares = createShares({
      ...ofSources,
      shares: createShareStore(vault),
      look: changes.look ?? (() => Promise.resolve(null)),
      openShare: changes.openShare ?? (() => Promise.reject(new Error('no share is read in this test'))),
      restored: (sourceId) => {
        scanner.hurry(sourceId);
        void scanSchedule.heed();
      },
    });
    const sources = createSources({ ...ofSources, folders, ownFolders, shares });
    const schedules = createSchedules({
      ...ofSources,
      timeZone: 'Europe/Copenhagen',
      changed: () => void scanSchedule.heed(),
    });
    const inspector = createFileInspector({
      pool: changes.antivirus === undefined ? pool : createCheckedPool(pool, changes.antivirus),
      readers,
      rulesInForce: () => rules,
      passwordsInForce,
      copies: createCopies({ db, vault, files: fileStore, folders }),
      clock,
      stopAfterMs: 60_000,
    });
    const openSource = async (sourceId: number) => {
      const { source, ...opened } = await sources.open(sourceId);
      return { ...opened, source: around(source) };
    };
    const weights = createWeightsStore(vault);
    const { findings } = fileStore;
    const stores = { files: fileStore, folders, weights };
    const reading = { readsPictures: true, inspector, readers, openSource };
    const isHeld = async (sourceId: number) => (await schedules.holdOf(sourceId)) !== null;
    const scanner = createScanner({ db, audit, clock, log, stores, reading, isHeld });
    handlers.set('scan', scanner.handler);
    handlers.set(RISK_JOB, createRiskRecount({ db, audit, clock, weights, findings }));
    await jobs.start();
    const scans = createScans({ db, audit, clock, jobs, sources, scanner });
    const scanSchedule = createScanSchedule({ db, jobs, schedules, scans, scanner });
    return {
      db,
      audit,
      jobs,
      folders,
      sources,
      shares,
      schedules,
      scanSchedule,
      scanner,
      mentions: createMentions({ db, vault, audit, files: fileStore, folders, sources: store }),
      trials: createTrials({
        db,
        vault,
        audit,
        clock,
        files: fileStore,
        folders,
        pool,
        passwordsInForce,
        openSource,
      }),
      passwords,
      scans,
      coverage: createCoverage({ db, audit, files: fileStore, folders, sources, scans }),
      insight: createInsight({ db, audit, clock, files: fileStore, folders, sources: store, weights }),
      risk: createRiskTable({ db, audit, clock, jobs, weights, findings }),
      riskPreview: createRiskPreview({ db, audit, clock, files: fileStore, folders, sources: store }),
      fileStore,
    };
  };

  let now = await open();
  const added = await now.sources.add(someone, { name: 'Fællesdrev', folder: share });
  if ('refused' in added) throw new Error(`the share was refused: ${added.refused}`);

  const room: ScanRoom = {
    vault,
    clock,
    pool,
    share,
    stateFolder,
    logLines: lines,
    source: added,
    get db() {
      return now.db;
    },
    get audit() {
      return now.audit;
    },
    get jobs() {
      return now.jobs;
    },
    get folders() {
      return now.folders;
    },
    get sources() {
      return now.sources;
    },
    get shares() {
      return now.shares;
    },
    get schedules() {
      return now.schedules;
    },
    get scanSchedule() {
      return now.scanSchedule;
    },
    get scanner() {
      return now.scanner;
    },
    get scans() {
      return now.scans;
    },
    get risk() {
      return now.risk;
    },
    get riskPreview() {
      return now.riskPreview;
    },
    get mentions() {
      return now.mentions;
    },
    get passwords() {
      return now.passwords;
    },
    get trials() {
      return now.trials;
    },
    get coverage() {
      return now.coverage;
    },
    get insight() {
      return now.insight;
    },
    file(path, content = 'intet') {
      const whole = join(share, path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, content);
      return whole;
    },
    start: () => now.scans.start(someone, added.publicId),
    async ended(run) {
      for (;;) {
        const at = await now.scans.get(run.publicId);
        if (at.endedAt !== null) return at;
        await wait(5);
      }
    },
    scan: async () => room.ended(await room.start()),
    async files() {
      const rows = await now.db.read('files').orderBy('id');
      const places = await now.folders.byIds(
        now.db.read,
        rows.map((row) => row.folder_id),
      );
      return new Map(
        rows.map((row) => {
          const { name, publicId, status, reason, risk } = now.fileStore.fileOf(row);
          const path = [...(places.get(row.folder_id)?.path ?? ['?']), name].join('/');
          const gone = row.gone_at !== null;
          return [
            path,
            { id: row.id, publicId, status, reason, risk: risk.band, readRun: row.read_run, gone },
          ];
        }),
      );
    },
    async restart(changes) {
      await now.jobs.stop();
      await now.db.close();
      now = await open(changes);
    },
    async close() {
      await now.jobs.stop();
      await now.db.close();
      files.remove();
    },
  };
  return room;
}

/** Whether a run's numbers add up. */
export function addsUp({ tally }: Run): boolean {
  const { seen, unchanged, read, vanished, special } = tally;
  const { scanned, partial, skipped, failed } = tally;
  return seen === unchanged + read + vanished + special && read === scanned + partial + skipped + failed;
}
