import { z } from 'zod';
import { compileRules, parseRuleSet, type CompiledRules } from '#detect/index.ts';
import type { Briefing } from '#platform/workers/briefing.ts';
import { LONGEST_PASSWORD, type ReadingPasswords } from './passwords.ts';
import type { ReadingRules } from './reading-rules.ts';

/** What a worker is told for many files: the company's own rules, and the passwords to try. Neither is ever in a job. */
export function inspectionBriefing(
  { print, set }: Pick<ReadingRules, 'print' | 'set'>,
  passwords: ReadingPasswords,
): Briefing | undefined {
  if (print === null && passwords.print === null) return undefined;
  const id = `${print ?? ''} ${passwords.print ?? ''}`;
  return { id, body: { rules: print === null ? null : set, passwords: passwords.list } };
}

const body = z.strictObject({
  rules: z.unknown(),
  passwords: z.array(z.string().max(LONGEST_PASSWORD)).max(1000),
});

/** A briefing, made ready once for all the files that are read with it. */
export interface Briefed {
  readonly rules?: CompiledRules;
  readonly passwords: readonly string[];
}

/** In a worker. */
export function createBriefed(): (briefing: Briefing | null) => Briefed {
  let known: { id: string; briefed: Briefed } | null = null;
  return (briefing) => {
    if (briefing === null) return { passwords: [] };
    if (known?.id !== briefing.id) {
      const { rules, passwords } = body.parse(briefing.body);
      const compiled = rules === null ? {} : { rules: compileRules(parseRuleSet(rules)) };
      known = { id: briefing.id, briefed: { ...compiled, passwords } };
    }
    return known.briefed;
  };
}
