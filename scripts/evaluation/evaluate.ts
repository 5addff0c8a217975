import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { detectorSet } from '#detect/index.ts';
import { digestOf, type Figures, FIGURES_FILE, readFigures } from '#quality/figures.ts';
import { readNameModel } from '#scan/offline.ts';
import { fallen } from './floors.ts';
import { measureIdentifiers } from './identifiers.ts';
import { measureLanguages } from './languages.ts';
import { measureAll } from './measure.ts';
import { nameSections } from './name-sections.ts';
import { languageSection, reportOf, syntheticSection } from './report.ts';
import { syntheticEnglish } from './synthetic-english.ts';

const HELP = `Usage: scripts/evaluate [--write] [--check] [--errors TYPE] [--data FOLDER] [--cases FOLDER]

Measures what is found, on text that nothing was tuned on, and prints it as tables.

  --write        writes docs/quality.md, and the same as figures that the product ships and shows
  --check        says which floors (scripts/evaluation/floors.ts) do not hold, and fails then; prints no tables
  --errors TYPE  what went wrong with a type in the documents that may be looked at, for whoever mends its detector
  --data         marked texts; ../shared/data beside the checkout by default
  --cases        peers' test cases; ../shared/cases/detect by default

Exit codes: 0 done, 1 a floor does not hold, 2 something is missing.
`;

const beside = (path: string): string => new URL(`../../../shared/${path}`, import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: beside('data') },
    cases: { type: 'string', default: beside('cases/detect') },
    errors: { type: 'string' },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else if (values.errors === undefined) evaluate();
else printErrors(values.errors);

function evaluate(): void {
  const figures = measured();
  if (!figures) return;
  if (values.check) check(figures);
  else print(figures);
}

function measured(): Figures | null {
  try {
    return measureAll(values, new Date());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
    return null;
  }
}

function check(figures: Figures): void {
  const falls = fallen(figures);
  for (const { floor, figure } of falls) {
    const bound = floor.least === undefined ? `at most ${floor.most}` : `at least ${floor.least}`;
    process.stdout.write(`${floor.what}: ${figure.toFixed(1)}, should be ${bound} (${floor.why})\n`);
  }
  if (falls.length > 0) process.exitCode = 1;
  else process.stdout.write('Every floor of quality holds.\n');
  if (readFigures().detectors !== digestOf(detectorSet))
    process.stdout.write('The shipped figures are of another detector set. Next: scripts/evaluate --write\n');
}

function print(figures: Figures): void {
  const report = [
    '# What is found, measured',
    '',
    'Made by `scripts/evaluate --write`; `scripts/evaluation/floors.ts` and `test/evaluation/` hold the floors under which no figure may fall. How a finding comes about: [detection.md](detection.md).',
    '',
    ...reportOf(figures),
    ...nameSections(values.data, readNameModel()),
    '',
    ...languageSection(measureLanguages(values.data)),
    ...syntheticSection(syntheticEnglish(values.data, readNameModel())),
  ].join('\n');
  process.stdout.write(`${report}\n`);
  if (!values.write) return;
  writeFileSync(new URL('../../docs/quality.md', import.meta.url), `${report}\n`);
  writeFileSync(FIGURES_FILE, `${JSON.stringify(figures, null, 2)}\n`);
}

/** Made documents hold no real person's data, so their text may be printed. */
function printErrors(type: string): void {
  const { errors } = measureIdentifiers('dev', readNameModel());
  for (const { kind, document, around, evidence } of errors.filter((error) => error.type === type))
    process.stdout.write(`${kind} in ${document}: ${JSON.stringify(around)} ${evidence.join(' ')}\n`);
}
