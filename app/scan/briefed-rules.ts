import { compileRules, parseRuleSet, type CompiledRules } from '#detect/index.ts';
import type { Briefing } from '#platform/workers/briefing.ts';

/** In a worker: the rules of a briefing, made ready once for all the files that are read with them. */
export function createBriefedRules(): (briefing: Briefing | null) => CompiledRules | undefined {
  let known: { id: string; rules: CompiledRules } | null = null;
  return (briefing) => {
    if (briefing === null) return undefined;
    if (known?.id !== briefing.id)
      known = { id: briefing.id, rules: compileRules(parseRuleSet(briefing.body)) };
    return known.rules;
  };
}
