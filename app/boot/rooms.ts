import type { Audit } from '#audit/index.ts';
import { detectorSet } from '#detect/index.ts';
import { formatSet } from '#extract/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { createCheckedPool, createClamd } from '#platform/antivirus/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { JobHandler, Jobs } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { createRemotePool } from '#platform/workers/remote-pool.ts';
import {
  createKnownNames,
  createNameListStore,
  createRules,
  createVersionStore,
  type KnownNames,
  type Rules,
} from '#rules/index.ts';
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
  parseInspection,
  type Coverage,
  type InspectionJob,
  type Inspection,
  type Insight,
  type Mentions,
  type PasswordsToTry,
  type PreviewRisk,
  type RiskTable,
  type Scanner,
  type ScanSchedule,
  type Scans,
  type Trials,
} from '#scan/index.ts';
import {
  createFolderStore,
  createOpenShare,
  createSchedules,
  createShareLook,
  createShares,
  createShareStore,
  createSources,
  createSourceStore,
  type Schedules,
  type Shares,
  type Sources,
} from '#sources/index.ts';
import type { Config } from '../config.ts';
import { createInspectionPool } from './inspection-pool.ts';

/** The feature rooms, put together. */
export interface Rooms {
  readonly sources: Sources;
  readonly shares: Shares;
  readonly schedules: Schedules;
  readonly scanSchedule: ScanSchedule;
  readonly scanner: Scanner;
  readonly scans: Scans;
  readonly insight: Insight;
  readonly coverage: Coverage;
  readonly passwords: PasswordsToTry;
  readonly rules: Rules;
  readonly names: KnownNames;
  readonly trials: Trials;
  readonly mentions: Mentions;
  readonly risk: RiskTable;
  readonly riskPreview: PreviewRisk;
  /** Of the jobs of the kind RISK_JOB. */
  readonly riskRecount: JobHandler;
  close(): Promise<void>;
}

/** A worker leaves off by itself a little before it would be killed, and hands over what it has. */
const LEAVES_OFF_AT = 0.8;

export async function createRooms(needs: {
  db: Database;
  vault: Vault;
  audit: Audit;
  clock: Clock;
  log: Log;
  jobs: Jobs;
  config: Config;
  spoolFolder: string;
}): Promise<Rooms> {
  const { db, vault, audit, clock, log, jobs, config } = needs;
  const reading =
    config.scannerSocket === null
      ? createInspectionPool(config, needs.spoolFolder)
      : createRemotePool<InspectionJob, Inspection>({
          socketPath: config.scannerSocket,
          parseResult: parseInspection,
          ...(config.scannerProcesses === null ? {} : { size: config.scannerProcesses }),
        });
  const pool =
    config.clamd === null
      ? reading
      : createCheckedPool(reading, createClamd(config.clamd, { mostBytes: config.clamdMiB * 1024 * 1024 }));
  const files = createFileStore(vault);
  const folders = createFolderStore(vault);
  const sourceStore = createSourceStore(vault);
  const ofSources = { db, audit, clock, store: sourceStore };
  const shares = createShares({
    ...ofSources,
    shares: createShareStore(vault),
    look: createShareLook({ port: config.smbPort, scratch: needs.spoolFolder }),
    openShare: createOpenShare({ port: config.smbPort, scratch: needs.spoolFolder }),
    restored: (sourceId) => {
      scanner.hurry(sourceId);
      void heedSchedules();
    },
  });
  const sources = createSources({
    ...ofSources,
    folders,
    ownFolders: [config.stateFolder, config.backupFolder],
    shares,
  });
  const { timeZone } = config;
  const schedules = createSchedules({ ...ofSources, timeZone, changed: () => void heedSchedules() });
  const versions = createVersionStore(vault);
  const nameLists = createNameListStore(vault);
  const rules = await createRules({ db, vault, audit, clock, versions, nameLists });
  const passwords = await createPasswordsToTry({ db, audit, clock, store: createPasswordStore(vault) });
  const passwordsInForce = () => passwords.inForce();
  const readers = {
    formats: formatSet.formats,
    allFormats: formatSet.whole,
    detectors: detectorSet,
    /** As of the moment that it is asked for: rules change while scans run. */
    get rules() {
      return rules.inForce().print;
    },
    get passwords() {
      return passwords.inForce().print;
    },
  };
  const inspector = createFileInspector({
    pool,
    readers,
    rulesInForce: () => rules.inForce(),
    passwordsInForce,
    copies: createCopies({ db, vault, files, folders }),
    clock,
    stopAfterMs: config.scannerSeconds * 1000 * LEAVES_OFF_AT,
    mostBytes: config.scannerFileMiB * 1024 * 1024,
  });
  const openSource = (sourceId: number) => sources.open(sourceId);
  const isHeld = async (sourceId: number) => (await schedules.holdOf(sourceId)) !== null;
  // A trial may wait for another day; a page that somebody paused everything for may not.
  const openUnlessHeld = async (sourceId: number) => {
    if (await isHeld(sourceId))
      throw new Failure('unavailable', 'the source may not be read at the moment', 'See its schedule.');
    return sources.open(sourceId);
  };
  const weights = createWeightsStore(vault);
  const { findings } = files;
  const scanner = createScanner({
    db,
    audit,
    clock,
    log,
    stores: { files, folders, weights },
    reading: { inspector, readers, readsPictures: config.readsPictures, openSource },
    isHeld,
    mostAwayMs: config.sourceWaitMs,
  });
  const scans = createScans({ db, audit, clock, jobs, sources, scanner });
  const scanSchedule = createScanSchedule({ db, jobs, schedules, scans, scanner });
  const heedSchedules = () =>
    scanSchedule.heed().catch((error: unknown) => log.error('scan.schedule-failed', error));
  return {
    sources,
    shares,
    schedules,
    scanSchedule: { heed: heedSchedules },
    rules,
    names: createKnownNames({ db, audit, clock, store: nameLists, rules }),
    mentions: createMentions({ db, vault, audit, files, folders, sources: sourceStore }),
    trials: createTrials({
      db,
      vault,
      audit,
      clock,
      files,
      folders,
      pool,
      passwordsInForce,
      openSource: openUnlessHeld,
    }),
    scanner,
    scans,
    coverage: createCoverage({ db, audit, files, folders, sources, scans }),
    passwords,
    insight: createInsight({ db, audit, clock, files, folders, sources: sourceStore, weights }),
    risk: createRiskTable({ db, audit, clock, jobs, weights, findings }),
    riskPreview: createRiskPreview({ db, audit, clock, files, folders, sources: sourceStore }),
    riskRecount: createRiskRecount({ db, audit, clock, weights, findings }),
    close: () => pool.close(),
  };
}
