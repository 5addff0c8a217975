/** A step of `scripts/test`: one program, whose exit code 0 means that the check holds. */
export interface Check {
  readonly name: string;
  readonly about: string;
  readonly command: readonly [program: string, ...rest: string[]];
}

/** What CI runs before the tests, in order. */
export const checks: readonly Check[] = [
  { name: 'format', about: 'prettier', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', about: 'tsc', command: ['tsc', '-p', '.'] },
  { name: 'lint', about: 'eslint', command: ['eslint', '.'] },
  {
    name: 'floors',
    about: 'imports go downwards only',
    command: [
      'depcruise',
      'app',
      'scripts',
      'test',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  },
  { name: 'dead-code', about: 'knip', command: ['knip'] },
  {
    name: 'quality',
    about: 'what is found, against its floors',
    command: ['node', 'scripts/evaluation/evaluate.ts', '--check'],
  },
  { name: 'licences', about: 'what we ship', command: ['node', 'scripts/checks/licences.ts'] },
  {
    name: 'picture',
    about: 'docs/architecture.md',
    command: ['node', 'scripts/checks/picture.ts', '--check'],
  },
];

/** Where the tests leave their counts, for run.ts. */
export const COUNTS_FILE = 'output/mocha.json';

/** The tests, with coverage measured; `globs` are files of test/. */
export function tests(globs: readonly string[]): Check {
  const coverage = ['--reporter=text-summary', '--reporter=html', '--reports-dir=output/coverage'];
  return {
    name: 'tests',
    about: 'mocha, measured by c8',
    command: [
      'c8',
      ...coverage,
      '--temp-directory=output/coverage-raw',
      '--include=app/**',
      'mocha',
      '--reporter=scripts/checks/reporter.ts',
      `--reporter-option=output=${COUNTS_FILE}`,
      ...globs,
    ],
  };
}
