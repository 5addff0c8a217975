import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import type { Check } from './checks.ts';
import { checks, COUNTS_FILE, tests } from './checks.ts';
import type { Tally } from './tally.ts';
import { sum, tallyOfTests } from './tally.ts';

/**
 * Runs everything that CI runs, each step to its end whatever the others said, and closes with `N passed, N failed`.
 * An argument is the name of a step, or else a glob of test files: only those then run.
 */
const TESTS = tests([]).name;
const names = [...checks.map((check) => check.name), TESTS];
const asked = process.argv.slice(2);
const globs = asked.filter((word) => !names.includes(word));
const wanted = (name: string): boolean =>
  asked.length === 0 || asked.includes(name) || (name === TESTS && globs.length > 0);

rmSync(COUNTS_FILE, { force: true });
const results = [...checks, tests(globs.length > 0 ? globs : ['test/**/*.test.ts'])]
  .filter((check) => wanted(check.name))
  .map(outcome);

console.log('\n== summary');
for (const { check, tally, seconds } of results) {
  const word = tally.failed === 0 ? 'ok    ' : 'FAILED';
  const counts = check.name === TESTS ? `  ${tally.passed} passed, ${tally.failed} failed` : '';
  console.log(`${word}  ${check.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s${counts}`);
}
const { passed, failed } = sum(results.map((result) => result.tally));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function outcome(check: Check): { check: Check; tally: Tally; seconds: number } {
  console.log(`\n== ${check.name}: ${check.about}`);
  const begin = performance.now();
  const [program, ...rest] = check.command;
  const { status, error } = spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.log(error.message);
  const held = status === 0;
  const seconds = (performance.now() - begin) / 1000;
  console.log(`== ${check.name}: ${held ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  const tally = check.name === TESTS ? tallyOfTests(counts(), held) : { passed: +held, failed: +!held };
  return { check, tally, seconds };
}

function counts(): unknown {
  try {
    return JSON.parse(readFileSync(COUNTS_FILE, 'utf8'));
  } catch {
    return null;
  }
}
