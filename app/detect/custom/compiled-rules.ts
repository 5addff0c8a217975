import type { CategoryChoices, FindingType, TextRules } from '../finding.ts';
import { createAllowedCheck, type AllowedCheck } from './allowances.ts';
import { createRuleFinder } from './custom-rules.ts';
import { createNameKnowledge } from './known-names.ts';
import { compilePattern, isPatternFault, type PatternFault } from './pattern.ts';
import { customType, type RuleSet } from './rule-set.ts';

/** A company's rules, ready to be used on any number of texts. */
export interface CompiledRules extends TextRules {
  readonly isAllowed: AllowedCheck;
  /** How many places a file must have of a type before they count; types that are not in it: one. */
  readonly atLeast: ReadonlyMap<FindingType, number>;
  readonly categories: CategoryChoices;
}

/** @throws Error when the set holds a pattern that cannot be used: see `faultsIn` */
export function compileRules(set: RuleSet): CompiledRules {
  const off = new Set(set.off);
  const many = set.rules.filter(({ atLeast }) => atLeast > 1);
  return {
    find: set.rules.length === 0 ? () => [] : createRuleFinder(set.rules),
    wants: (type) => !off.has(type),
    knowNames: createNameKnowledge(off.has('PERSON') ? [] : set.people),
    isAllowed: createAllowedCheck(set.allowances),
    atLeast: new Map(many.map((rule) => [customType(rule), rule.atLeast])),
    categories: { off: set.off, extra: set.extra },
  };
}

/** The patterns of a set that cannot be used, by the id of the rule or allowance they are of. */
export function faultsIn(set: RuleSet): ReadonlyMap<string, PatternFault> {
  const faults = new Map<string, PatternFault>();
  for (const entry of [...set.rules, ...set.allowances]) {
    if (entry.kind !== 'pattern') continue;
    const compiled = compilePattern(entry.pattern, { matchCase: false });
    if (isPatternFault(compiled)) faults.set(entry.id, compiled);
  }
  return faults;
}
