import type { Allowance, CustomRule, FindingType, RuleSet } from '#detect/index.ts';

/** The set with this rule in the place of the one with its id, or at the end. */
export function withRule(set: RuleSet, rule: CustomRule): RuleSet {
  const isKnown = set.rules.some(({ id }) => id === rule.id);
  const rules = isKnown ? set.rules.map((old) => (old.id === rule.id ? rule : old)) : [...set.rules, rule];
  return { ...set, rules };
}

export function withoutRule(set: RuleSet, id: string): RuleSet {
  return { ...set, rules: set.rules.filter((rule) => rule.id !== id) };
}

export function withAllowance(set: RuleSet, allowance: Allowance): RuleSet {
  return { ...set, allowances: [...set.allowances, allowance] };
}

export function withoutAllowance(set: RuleSet, id: string): RuleSet {
  return { ...set, allowances: set.allowances.filter((allowance) => allowance.id !== id) };
}

/** The set with these built-in types switched off, and no others. */
export function withTypesOff(set: RuleSet, off: readonly FindingType[]): RuleSet {
  return { ...set, off: [...off] };
}

/** The set with these phrases, one of a type once whatever its capitals. */
export function withPhrases(set: RuleSet, type: FindingType, phrases: readonly string[]): RuleSet {
  const known = new Set(set.extra.filter((entry) => entry.type === type).map(({ phrase }) => folded(phrase)));
  const added: string[] = [];
  for (const phrase of phrases) {
    if (known.has(folded(phrase))) continue;
    known.add(folded(phrase));
    added.push(phrase);
  }
  return { ...set, extra: [...set.extra, ...added.map((phrase) => ({ type, phrase }))] };
}

export function withoutPhrase(set: RuleSet, type: FindingType, phrase: string): RuleSet {
  return {
    ...set,
    extra: set.extra.filter((entry) => entry.type !== type || folded(entry.phrase) !== folded(phrase)),
  };
}

function folded(phrase: string): string {
  return phrase.trim().toLowerCase();
}
