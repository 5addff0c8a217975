import { readFileSync } from 'node:fs';
import { ZodError } from 'zod';
import { faultsIn, parseRuleSet, type RuleSet } from '#detect/index.ts';
import { UsageError } from './command.ts';

/** Reads a company's own rules from a file (docs/formats/rules.md). @throws UsageError that says what is wrong */
export function readRulesFile(path: string): RuleSet {
  const set = parsed(path);
  const [fault] = faultsIn(set);
  if (fault === undefined) return set;
  const [id, { fault: kind, part, at }] = fault;
  throw new UsageError(`${path}: the pattern of ${id} cannot be used (${kind}): ${part}${placeOf(at)}`);
}

function parsed(path: string): RuleSet {
  try {
    return parseRuleSet(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof ZodError) {
      const [issue] = error.issues;
      throw new UsageError(
        `${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a set of rules'}`,
      );
    }
    if (error instanceof SyntaxError) throw new UsageError(`${path} is not JSON`);
    throw new UsageError(`${path} cannot be read`);
  }
}

function placeOf(at: number | null): string {
  return at === null ? '' : ` at sign ${at}`;
}
