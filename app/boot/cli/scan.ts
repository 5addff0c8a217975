import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NO_RULES } from '#detect/index.ts';
import { systemClock } from '#kernel/clock.ts';
import { rememberingPictures } from '#platform/ocr/remembered-pictures.ts';
import { createTesseract } from '#platform/ocr/tesseract.ts';
import { createWorkerPool } from '#platform/workers/pool.ts';
import type { Briefing } from '#platform/workers/briefing.ts';
import type { WorkerPool } from '#platform/workers/pool.ts';
import { inspectionBriefing, inspectionWorker, parseInspection } from '#scan/offline.ts';
import type { Inspection, InspectionJob } from '#scan/offline.ts';
import { notUnderstood, UsageError } from './command.ts';
import type { Command, ExitCode } from './command.ts';
import { inOrder } from './in-order.ts';
import { interruptible } from './interruption.ts';
import { printError, stdout } from './output.ts';
import { readPasswords } from './passwords-file.ts';
import { createProgress } from './progress.ts';
import { itemsOf } from './scan-items.ts';
import type { ScanItem } from './scan-items.ts';
import { lineOf, unread } from './scan-line.ts';
import type { ScanLine } from './scan-line.ts';
import { readRulesFile } from './rules-file.ts';
import { createScanReport } from './scan-report.ts';
import { privateSpoolFolder } from './spool-folder.ts';
import { targetAt } from './target.ts';
import type { Target } from './target.ts';
import { limitsFor, stopAfterMs } from './worker-limits.ts';

export const scanCommand: Command = {
  help: `Scans a folder (with all below it) or a file for personal data, now and without a database. Nothing is
changed, nothing is kept, and no value that is found is shown.

Usage: datamapper scan PATH [--json] [--progress] [--workers N] [--rules FILE] [--passwords FILE]

Without --json a report for people is printed at the end. With --json one line a file, as soon as it is done
and in the order of the walk (folders and files by the bytes of their names):
  {"path","status","reason","mime","language","documentType","risk","score",
   "findings":[{"type","category","count","confidence"}]}
and "allowed":[{"type","count"}] when the rules of --rules allow something in it.
status is scanned, partial, skipped or failed; reason says why (encrypted, corrupt, too_large, too_deep,
timed_out, unsupported, infected, unreadable, no_text). Symbolic links and devices are never opened: skipped,
unsupported. A folder that cannot be listed is a line of its own: failed, unreadable. Bytes of a name that are
not UTF-8 stand as \\udc80 to \\udcff (Python's surrogateescape).

Options:
  --json        lines of JSON instead of the report
  --progress    progress on standard error even when that is no terminal
  --no-pictures leave the writing in pictures and scanned pages (OCR takes seconds each)
  --workers N   how many files at a time (default: one a processor core)
  --rules FILE  a company's own rules, as docs/formats/rules.md has them
  --passwords FILE
                passwords to try on protected files, one a line, at most 50; nobody else may be able to read the
                file; - reads them from standard input
  --help        this text

Exit codes: 0 done, 1 done with files that failed, 2 could not start, 130 ended by Ctrl-C.
`,
  run: async (args) => {
    const options = parse(args);
    const set = options.rules === null ? null : readRulesFile(options.rules);
    const passwords = options.passwords === null ? [] : await readPasswords(options.passwords);
    const briefing = inspectionBriefing(
      { print: set === null ? null : 'rules', set: set ?? NO_RULES },
      { print: passwords.length === 0 ? null : 'passwords', list: passwords },
    );
    const target = await targetAt(options.path);
    const spoolFolder = privateSpoolFolder();
    const readPicture = createTesseract(join(spoolFolder, 'languages'));
    const pool = createWorkerPool<InspectionJob, Inspection>({
      entry: inspectionWorker,
      ...(options.workers === null ? {} : { size: options.workers }),
      spoolFolder,
      limits: limitsFor(0, false),
      parseResult: parseInspection,
      ...(readPicture === null ? {} : { readPicture: rememberingPictures(readPicture) }),
    });
    const progress = createProgress(options.progress || process.stderr.isTTY);
    try {
      const code = await interruptible((signal) =>
        scan(options, target, { ...pool, run: briefed(pool, briefing) }, progress.file, signal),
      );
      return code === 'interrupted' ? 130 : code;
    } finally {
      progress.end();
      await pool.close();
    }
  },
};

/** Every file is read with the same rules. */
function briefed(pool: Pool, briefing: Briefing | undefined): Pool['run'] {
  return (job, content, options) => pool.run(job, content, { ...options, briefing });
}

type Pool = WorkerPool<InspectionJob, Inspection>;

interface ScanOptions {
  readonly path: string;
  readonly json: boolean;
  readonly progress: boolean;
  readonly workers: number | null;
  readonly pictures: boolean;
  /** The file of the company's own rules. */
  readonly rules: string | null;
  /** The file of passwords to try; - for standard input. */
  readonly passwords: string | null;
}

function parse(args: string[]): ScanOptions {
  const options = {
    json: { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
    workers: { type: 'string' },
    pictures: { type: 'boolean', default: true },
    rules: { type: 'string' },
    passwords: { type: 'string' },
  } as const;
  let given;
  try {
    given = parseArgs({ args, options, strict: true, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw notUnderstood(error);
  }
  const [path, ...more] = given.positionals;
  if (path === undefined || path === '' || more.length > 0)
    throw new UsageError('name one folder or file (one with spaces in quotes).');
  const { workers, rules = null, passwords = null, ...flags } = given.values;
  if (workers !== undefined && !/^([1-9]|[1-5]\d|6[0-4])$/.test(workers)) {
    throw new UsageError('--workers takes a number from 1 to 64.');
  }
  return { path, ...flags, rules, passwords, workers: workers === undefined ? null : Number(workers) };
}

/** How many files may be done before a slower one that comes first, for each worker. */
const AHEAD = 16;

async function scan(
  { path, json, pictures }: ScanOptions,
  target: Target,
  pool: WorkerPool<InspectionJob, Inspection>,
  count: (size: number) => void,
  signal: AbortSignal,
): Promise<ExitCode> {
  const report = createScanReport();
  let failures = false;
  const read = async (item: ScanItem): Promise<ScanLine | null> => {
    const line = await lineFor(item, target, pool, { pictures, signal });
    count(item.kind === 'file' ? item.size : 0);
    return line;
  };
  for await (const line of inOrder(itemsOf(path, target, signal), pool.size * AHEAD, read)) {
    if (line === null) continue;
    failures ||= line.status === 'failed';
    if (!json) report.add(line);
    else await stdout.write(`${JSON.stringify(line)}\n`);
  }
  if (signal.aborted) printError('Ended before everything was read.');
  else if (!json) await stdout.write(report.text());
  return failures ? 1 : 0;
}

async function lineFor(
  item: ScanItem,
  { source }: Target,
  pool: WorkerPool<InspectionJob, Inspection>,
  { pictures, signal }: { pictures: boolean; signal: AbortSignal },
): Promise<ScanLine | null> {
  switch (item.kind) {
    case 'special':
      return unread(item.path, 'skipped', 'unsupported');
    case 'unreadable':
      return unread(item.path, 'failed', 'unreadable');
    case 'file': {
      const read = (withPictures: boolean) => {
        const job = {
          name: item.names.at(-1) ?? '',
          values: false,
          stopAfterMs: stopAfterMs(item.size, withPictures),
          pictures: withPictures,
        };
        const limits = limitsFor(item.size, withPictures);
        return pool.run(job, source.open(item.names), { signal, limits });
      };
      const text = await read(false);
      // Only a file that has pictures gets the long time that they take.
      const waits = pictures && text.kind === 'done' && text.result.pictures === 'waiting';
      const outcome = waits ? await read(true) : text;
      return lineOf(item, outcome, systemClock.now());
    }
  }
}
