import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz, shownMutant } from './campaign.ts';
import type { Tried } from './campaign.ts';
import { mutant } from './mutants.ts';
import { seedsByFormat } from './seeds.ts';
import { openTrials } from './trial.ts';

const HELP = `Reads spoiled documents of every format, in worker processes like those of a scan, and says which of them did
not end in one of the four ways, took too long, took too much memory, killed the worker, or met a mistake in our code.

Usage: scripts/fuzz [--seconds N] [--seed S] [--format ID] [--workers N] [--made] [--number N [--write FILE]]

  --seconds N    how long (default 60)
  --seed S       which mutants (default: another one each time; it is printed)
  --format ID    of one format only
  --workers N    how many processes at a time (default 1)
  --made         only from documents that are made here, the same on every machine; else also from real ones, which
                 stand beside the project where there are any
  --number N     one mutant only, as a failure names it; --write FILE keeps it

Exit code 0: all ended well; 1: some did not; 2: wrong arguments.
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    format: { type: 'string' },
    workers: { type: 'string', default: '1' },
    made: { type: 'boolean', default: false },
    number: { type: 'string' },
    write: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const all = values.help ? new Map<string, never>() : await seedsByFormat({ real: !values.made });
const seeds = new Map([...all].filter(([id]) => values.format === undefined || id === values.format));
const numbers = [values.seconds, values.workers, values.seed ?? '0', values.number ?? '0'].map(Number);

if (values.help) {
  console.log(HELP);
} else if (seeds.size === 0 || !numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error(
    `${seeds.size === 0 ? `There is no format ${values.format ?? ''}` : 'Not a whole number'}.\n\n${HELP}`,
  );
  process.exitCode = 2;
} else {
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  process.exitCode = (await (values.number === undefined
    ? campaign(seed)
    : single(seed, Number(values.number))))
    ? 0
    : 1;
}

async function campaign(seed: number): Promise<boolean> {
  console.log(`seed ${seed}${values.made ? ' --made' : ''}`);
  const trials = openTrials(Math.max(1, Number(values.workers)));
  const endings = new Map<string, Map<string, number>>();
  const slowest = new Map<string, Tried>();
  let failures = 0;
  const tried = (one: Tried): void => {
    const { mutant: name, verdict } = one;
    const counts = endings.get(name.format) ?? new Map<string, number>();
    endings.set(name.format, counts.set(verdict.ended, (counts.get(verdict.ended) ?? 0) + 1));
    if (verdict.milliseconds > (slowest.get(name.format)?.verdict.milliseconds ?? 0))
      slowest.set(name.format, one);
    if (verdict.complaint === null) return;
    failures++;
    console.log(`FAILED ${shownMutant(name)}: ${verdict.complaint}`);
  };
  try {
    await fuzz({ seed, seeds, each: Infinity, milliseconds: Number(values.seconds) * 1000 }, trials, tried);
  } finally {
    await trials.close();
  }
  for (const [format, counts] of endings) {
    const sum = counts.values().reduce((total, count) => total + count, 0);
    const most = slowest.get(format);
    const shown = [...counts].map(([ending, count]) => `${ending} ${count}`).join(', ');
    const slow = `${(most?.verdict.milliseconds ?? 0).toFixed(0)} ms (${most?.mutant.number ?? 0})`;
    console.log(`${format.padEnd(11)} ${String(sum).padStart(6)}  slowest ${slow}  ${shown}`);
  }
  const total = endings.values().reduce((sum, counts) => sum + counts.values().reduce((a, b) => a + b, 0), 0);
  console.log(`${total} mutants of ${endings.size} formats, ${failures} failed`);
  return failures === 0;
}

async function single(seed: number, number: number): Promise<boolean> {
  const [first] = seeds;
  if (first === undefined || seeds.size !== 1) throw new Error('--number needs --format');
  const [format, documents] = first;
  const { name, bytes } = await mutant({ seed, format, number }, documents);
  if (values.write !== undefined) writeFileSync(values.write, bytes);
  const trials = openTrials(1);
  try {
    const { ended, milliseconds, complaint, thrown } = await trials.run(name, bytes);
    console.log(
      `${name}, ${bytes.length} bytes: ${ended}, ${milliseconds.toFixed(0)} ms; ${complaint ?? 'well'}`,
    );
    for (const line of thrown) console.log(`  ${line}`);
    return complaint === null;
  } finally {
    await trials.close();
  }
}
