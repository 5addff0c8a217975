import type { RuleSet } from '#detect/index.ts';

/** The company's rules as files are read with them at the moment. */
export interface ReadingRules {
  /** Other for any other rules, and the same for the same; null: the company has none. */
  readonly print: string | null;
  readonly set: RuleSet;
}

/** Tells the rules in force: asked anew for each file, since a scan may take days and rules change meanwhile. */
export type RulesInForce = () => ReadingRules;

/** The ids of the allowances that hold for files in this folder of this source. */
export function allowancesOfPlace(set: RuleSet, sourceId: number, folder: readonly string[]): string[] {
  return set.allowances.flatMap((allowance) =>
    allowance.kind === 'place' &&
    allowance.sourceId === sourceId &&
    allowance.folder.length <= folder.length &&
    allowance.folder.every((name, depth) => name === folder[depth])
      ? allowance.id
      : [],
  );
}
