import type { Allowance, CustomRule, FindingType, RuleSet } from '#detect/index.ts';

/** One thing that is otherwise in one set than in the other. */
export type Difference =
  | { readonly part: 'rule'; readonly change: Change; readonly rule: CustomRule }
  | { readonly part: 'allowance'; readonly change: Change; readonly allowance: Allowance }
  | { readonly part: 'type'; readonly change: 'off' | 'on'; readonly type: FindingType }
  | {
      readonly part: 'phrase';
      readonly change: 'added' | 'removed';
      readonly type: FindingType;
      readonly phrase: string;
    };

export type Change = 'added' | 'changed' | 'removed';

/** What one would tell somebody who knows the set `before`. Lists of names are no part of it: they have no versions. */
export function differences(before: RuleSet, after: RuleSet): Difference[] {
  const off = new Set(before.off);
  const nowOff = new Set(after.off);
  const phrases = new Set(before.extra.map(phraseKey));
  const nowPhrases = new Set(after.extra.map(phraseKey));
  return [
    ...changes(before.rules, after.rules).map(
      ({ change, entry }) => ({ part: 'rule', change, rule: entry }) as const,
    ),
    ...changes(before.allowances, after.allowances).map(
      ({ change, entry }) => ({ part: 'allowance', change, allowance: entry }) as const,
    ),
    ...after.off.flatMap((type) => (off.has(type) ? [] : ({ part: 'type', change: 'off', type } as const))),
    ...before.off.flatMap((type) =>
      nowOff.has(type) ? [] : ({ part: 'type', change: 'on', type } as const),
    ),
    ...after.extra.flatMap((entry) =>
      phrases.has(phraseKey(entry)) ? [] : ({ part: 'phrase', change: 'added', ...entry } as const),
    ),
    ...before.extra.flatMap((entry) =>
      nowPhrases.has(phraseKey(entry)) ? [] : ({ part: 'phrase', change: 'removed', ...entry } as const),
    ),
  ];
}

/** The same in numbers and ids, for the record: neither words nor values stand in it. */
export function countedDifferences(found: readonly Difference[]): Record<string, string | number> {
  const counted: Record<string, string | number> = {};
  for (const { part, change } of found) {
    const key = `${part}-${change}`;
    counted[key] = Number(counted[key] ?? 0) + 1;
  }
  const ids = found.flatMap((one) =>
    one.part === 'rule' ? one.rule.id : one.part === 'allowance' ? one.allowance.id : [],
  );
  if (ids.length > 0) counted['ids'] = ids.slice(0, MOST_IDS).join(' ');
  return counted;
}

const MOST_IDS = 50;

function changes<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): { change: Change; entry: Entry }[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((entry) => {
      const was = old.get(entry.id);
      if (was === undefined) return { change: 'added' as const, entry };
      return JSON.stringify(was) === JSON.stringify(entry) ? [] : { change: 'changed' as const, entry };
    }),
    ...before.flatMap((entry) => (kept.has(entry.id) ? [] : { change: 'removed' as const, entry })),
  ];
}

function phraseKey({ type, phrase }: { type: FindingType; phrase: string }): string {
  return `${type} ${phrase.toLowerCase()}`;
}
