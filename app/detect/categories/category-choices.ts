import type { FindingType } from '../finding.ts';

/** What an administrator has changed of the lists that special categories are found by. */
export interface CategoryChoices {
  /** Types that are not to be looked for. */
  readonly off: readonly FindingType[];
  /** Words and phrases of the company's own, found as the type's own strong phrases are, any inflection behind them. */
  readonly extra: readonly { readonly type: FindingType; readonly phrase: string }[];
}
