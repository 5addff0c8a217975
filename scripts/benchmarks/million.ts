import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAudit } from '#audit/index.ts';
import { migrations } from '#boot/migrations.ts';
import { systemClock } from '#kernel/clock.ts';
import { openDatabase } from '#platform/db/index.ts';
import { createJobs, type JobHandler } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createVault } from '#platform/vault/index.ts';
import type { WorkerPool } from '#platform/workers/pool.ts';
import {
  createFileInspector,
  createFileStore,
  createInsight,
  createScanner,
  createScans,
  createWeightsStore,
  type Inspection,
  type InspectionJob,
} from '#scan/index.ts';
import { createFolderStore, createSources, createSourceStore, type By, type Source } from '#sources/index.ts';
import { followMemory } from './memory.ts';
import { benchWeighing, type WeighingFigures } from './weighing.ts';

/** What the appliance itself costs at so many files: no file is read, every tenth has findings. */
export interface MillionFigures {
  readonly entries: number;
  readonly firstSeconds: number;
  readonly secondSeconds: number;
  /** Of this process, in bytes. */
  readonly peakMemory: number;
  readonly databaseBytes: number;
  /** The longest that the write-ahead log became, in bytes. */
  readonly logBytes: number;
  readonly removalSeconds: number;
  /** Milliseconds of each question that a page asks, the record's line included; the slowest of three. */
  readonly pages: Readonly<Record<string, number>>;
  readonly weighing: WeighingFigures;
}

const BY: By = { who: { kind: 'console' }, from: null };
const FILES_A_FOLDER = 100;
const SUBFOLDERS = 20;

export async function benchMillion(
  entries: number,
  tell: (line: string) => void = () => undefined,
): Promise<MillionFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-million-'));
  const memory = followMemory(process.pid);
  // As the appliance does every minute (boot/appliance.ts).
  const checkpoints = setInterval(() => void db.checkpoint(), 60_000);
  const clock = systemClock;
  const log = createLog('warn');
  const vault = createVault([randomBytes(32)]);
  const file = join(folder, 'bench.db');
  const db = await openDatabase(file, migrations);
  const handlers = new Map<string, JobHandler>();
  const jobs = createJobs({ db, clock, log, handlers, schedules: [], timeZone: 'UTC' });
  try {
    const audit = createAudit({ db, vault, clock });
    const files = createFileStore(vault);
    const folders = createFolderStore(vault);
    const store = createSourceStore(vault);
    const sources = createSources({
      ...{ db, audit, clock, store, folders, ownFolders: [] },
      shares: { open: () => Promise.reject(new Error('there are no shares')) },
    });
    const readers = { formats: { text: 'text@1' }, allFormats: '1', detectors: '1' };
    const inspector = createFileInspector({ pool: madePool(), readers, clock, stopAfterMs: 1000 });
    const openSource = async (sourceId: number) => {
      const opened = await sources.open(sourceId);
      return { ...opened, source: madeSource(entries) };
    };
    const weights = createWeightsStore(vault);
    const stores = { files, folders, weights };
    const reading = { readsPictures: true, inspector, readers, openSource };
    const scanner = createScanner({ db, audit, clock, log, stores, reading });
    handlers.set('scan', scanner.handler);
    const scans = createScans({ db, audit, clock, jobs, sources, scanner });
    const insight = createInsight({ db, audit, clock, files, folders, sources: store, weights });
    await jobs.start();
    const source = await sources.add(BY, { name: 'bench', folder });
    if ('refused' in source) throw new Error('the folder was refused');

    let longestLog = 0;
    const scan = async (what: string): Promise<number> => {
      const begun = performance.now();
      const run = await scans.start(BY, source.publicId);
      for (let at = run; at.endedAt === null; at = await scans.get(run.publicId)) await wait(200);
      const seconds = (performance.now() - begun) / 1000;
      const { state, tally } = await scans.get(run.publicId);
      if (state !== 'done' || tally.seen !== entries) throw new Error(`the scan ended as ${state}`);
      await db.checkpoint();
      longestLog = Math.max(longestLog, statSync(`${file}-wal`).size);
      tell(
        `${what}: ${seconds.toFixed(1)} s, peak memory ${(memory.peak() / 1e6).toFixed(0)} MB, log ${(longestLog / 1e6).toFixed(0)} MB`,
      );
      return seconds;
    };
    const firstSeconds = await scan('first scan');
    const secondSeconds = await scan('second scan');

    const top = await folders.at(db.read, source.id, ['afdeling 0']);
    await sources.map(BY, source.publicId, top?.id ?? 0, 'anna');
    const company = { kind: 'company' } as const;
    const own = { kind: 'own', personId: 'anna' } as const;
    const list = (filter: Parameters<typeof insight.list>[2], scope: typeof company | typeof own = company) =>
      insight.list(BY, scope, filter, null);
    const questions: Record<string, () => Promise<unknown>> = {
      'dashboard, company': () => insight.overview(BY, company),
      'dashboard, own': () => insight.overview(BY, own),
      'files, all': () => list({}),
      'files, page far down': () => insight.list(BY, company, {}, { points: 0, id: Math.floor(entries / 2) }),
      'files, of a folder': () => list({ folderId: top?.id }),
      'files, of a folder, with findings': () => list({ folderId: top?.id, risk: 'any' }),
      'files, of a source': () => list({ sourceId: source.id }),
      'files, of one type': () => list({ type: 'DK_CPR' }),
      'files, of one category': () => list({ category: 'confidential' }),
      'files, of one category, old': () => list({ category: 'confidential', before: new Date('2015-01-01') }),
      'files, high risk': () => list({ risk: 'high' }),
      'files, with findings': () => list({ risk: 'any' }),
      'files, not read': () => list({ status: 'failed' }),
      'files, own': () => list({}, own),
    };
    const pages: Record<string, number> = {};
    for (const [name, ask] of Object.entries(questions)) {
      pages[name] = await slowestOfThree(ask);
      tell(`${name}: ${pages[name].toFixed(0)} ms`);
    }
    const weighing = await benchWeighing({
      db,
      audit,
      clock,
      jobs,
      files,
      folders,
      sources: store,
      weights,
      handlers,
      by: BY,
    });
    const { previewSeconds, recountSeconds, usualWait, longestWait, dashboard } = weighing;
    tell(
      `weights: preview ${previewSeconds.toFixed(1)} s, all files weighed anew in ${recountSeconds.toFixed(1)} s; meanwhile a write took at most ${usualWait.toFixed(0)} ms (95 of 100; the longest ${longestWait.toFixed(0)} ms), the dashboard took ${dashboard.toFixed(0)} ms`,
    );
    const databaseBytes = statSync(file).size;
    const begun = performance.now();
    await sources.remove(BY, source.publicId);
    const removalSeconds = (performance.now() - begun) / 1000;
    tell(`removal of the source: ${removalSeconds.toFixed(1)} s`);
    const peakMemory = memory.peak();
    return {
      entries,
      firstSeconds,
      secondSeconds,
      peakMemory,
      databaseBytes,
      logBytes: longestLog,
      removalSeconds,
      pages,
      weighing,
    };
  } finally {
    memory.stop();
    clearInterval(checkpoints);
    await jobs.stop();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Departments with folders of a hundred files in each, as a walk would list them. */
function madeSource(entries: number): Source {
  return {
    async *walk() {
      let made = 0;
      yield { kind: 'folder', folder: [], entries: [], complete: true };
      for (let department = 0; made < entries; department++) {
        yield { kind: 'folder', folder: [`afdeling ${department}`], entries: [], complete: true };
        for (let sub = 0; sub < SUBFOLDERS && made < entries; sub++) {
          for (let inner = -1; inner < SUBFOLDERS && made < entries; inner++) {
            const count = Math.min(FILES_A_FOLDER, entries - made);
            const folder = [`afdeling ${department}`, `sag ${sub}`, ...(inner < 0 ? [] : [`bilag ${inner}`])];
            yield { kind: 'folder', folder, entries: filesFrom(made, count), complete: true };
            made += count;
            // A real walk waits for the disk; without a pause nothing else would get a turn.
            await Promise.resolve();
          }
        }
      }
    },
    open: () => ({
      async *[Symbol.asyncIterator]() {
        yield await Promise.resolve(Buffer.alloc(0));
      },
      changedMeanwhile: () => false,
    }),
  };
}

function filesFrom(first: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'file' as const,
    name: `dokument ${first + index}.txt`,
    size: 10_000 + ((first + index) % 977),
    modifiedAtMs: 1_300_000_000_000 + (first + index) * 400_000,
    identity: `${(first + index).toString(36)}:1`,
  }));
}

/** Answers at once: of ten files one has a number, and of fifty one cannot be read. */
function madePool(): WorkerPool<InspectionJob, Inspection> {
  return {
    size: 2,
    run({ name }) {
      const number = Number(/\d+/.exec(name)?.[0] ?? 0);
      const contentHash = createHash('sha256').update(name).digest('hex');
      return Promise.resolve({ kind: 'done', result: inspectionOf(number), contentHash, size: 10_000 });
    },
    close: () => Promise.resolve(),
  };
}

function inspectionOf(number: number): Inspection {
  const found = number % 10 === 3;
  const failed = number % 50 === 7;
  const cpr = { type: 'DK_CPR', category: 'confidential', count: 2, distinct: 2, confidence: 0.99 } as const;
  const mail = {
    type: 'EMAIL_ADDRESS',
    category: 'ordinary',
    count: 1,
    distinct: 1,
    confidence: 0.99,
  } as const;
  return {
    status: failed ? 'partial' : 'scanned',
    reason: failed ? 'timed_out' : null,
    mime: 'text/plain',
    format: 'text',
    hadNested: false,
    hadLocked: false,
    language: 'da',
    pictures: null,
    documentType: null,
    textLength: 100,
    findings: found ? [cpr, mail] : [],
    values: found ? [valueOf(cpr, `${number}-cpr`), valueOf(mail, `${number}-mail`)] : [],
    valuesLeftOut: 0,
    allowed: [],
  };
}

function valueOf(of: Inspection['findings'][number], normal: string): Inspection['values'][number] {
  const words = { value: normal, normal, masked: '••••', snippet: `en linje om ${normal} og andet` };
  return { ...of, ...words, evidence: [{ effect: 'rules', code: 'made' }], places: [{ path: [], line: 3 }] };
}

async function slowestOfThree(ask: () => Promise<unknown>): Promise<number> {
  let slowest = 0;
  for (let time = 0; time < 3; time++) {
    const begun = performance.now();
    await ask();
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return slowest;
}

if (import.meta.main) await benchMillion(Number(process.argv[2] ?? 1_000_000), (line) => console.log(line));
