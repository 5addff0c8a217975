import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Failure } from '#kernel/errors.ts';
import { score, SCORED_TYPES, scoreTable, type ScanLine, type TruthLine } from './score.ts';
import { truthFileOf } from './share-folder.ts';

const HELP = `Usage: scripts/demo-score FOLDER [RESULTS] [--misses N]

Holds a scan of a demo share against what is truly in it, and prints recall and precision by type.

  RESULTS      the output of "datamapper scan FOLDER --json", or - for standard input; without it the scan is run now
  --misses N   also print the N files that are furthest off, with expected and found counts (no values),
               and all files that ended in another way than expected
  --help       this text

Exit codes: 0 done, 2 could not start.
`;

const truthLine = z.object({
  path: z.string(),
  status: z.enum(['scanned', 'partial', 'skipped', 'failed']),
  values: z.array(z.object({ type: z.enum(SCORED_TYPES), count: z.number() })),
});

const scanLine = z.object({
  path: z.string(),
  status: z.string(),
  findings: z.array(z.object({ type: z.string(), count: z.number() })),
});

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { folder, results, misses, help } = parsed(args);
    if (help) {
      process.stdout.write(HELP);
      return 0;
    }
    const truth = await truthOf(folder);
    const scanned: ScanLine[] = [];
    for await (const line of createInterface({ input: resultsOf(folder, results), crlfDelay: Infinity }))
      if (line !== '') scanned.push(lineOf(line, scanLine, 'the results'));
    const result = score(truth, scanned, folder.replace(/\/+$/, ''));
    process.stdout.write(scoreTable(result));
    for (const one of misses > 0 ? result.otherStatus : [])
      process.stdout.write(`status ${one.expected} -> ${one.found ?? 'no result'}  ${one.path}\n`);
    for (const miss of result.misses.slice(0, misses))
      process.stdout.write(`${miss.type} ${miss.expected} -> ${miss.found}  ${miss.path}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`demo-score: ${error.message}. ${error.hint}\n`);
    return 2;
  }
}

async function truthOf(folder: string): Promise<TruthLine[]> {
  const file = truthFileOf(folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Failure(
      'not-found',
      `there is no readable ${file}`,
      'Make the share with scripts/demo-share first.',
      {
        cause,
      },
    );
  });
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => lineOf(line, truthLine, 'the truth file'));
}

function resultsOf(folder: string, results: string | undefined): Readable {
  if (results === '-') return process.stdin;
  if (results !== undefined) return createReadStream(results);
  const command = `${import.meta.dirname}/../datamapper`;
  return spawn(command, ['scan', folder, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout;
}

function lineOf<T>(line: string, schema: z.ZodType<T>, where: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const read = schema.safeParse(value);
  // Not a word of the line itself: it may hold names.
  if (!read.success)
    throw new Failure(
      'invalid-input',
      `a line of ${where} is not of the form expected`,
      'See docs/formats/demo-truth.md.',
    );
  return read.data;
}

function parsed(args: string[]) {
  const options = {
    misses: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  } as const;
  let read;
  try {
    read = parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Failure('invalid-input', 'there is an option that is not known', 'See --help.');
  }
  const { values, positionals } = read;
  const [folder = '', results] = positionals;
  if (!values.help && (folder === '' || positionals.length > 2 || !/^\d{1,6}$/.test(values.misses)))
    throw new Failure('invalid-input', 'a folder is needed, and a whole number of misses', 'See --help.');
  return { folder, results, misses: Number(values.misses), help: values.help };
}
