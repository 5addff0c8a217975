import { detect, type Finding, type NameModel } from '#detect/index.ts';
import type { GoldText } from '../training/corpus.ts';

/** What was found against what is there, for one type: exact places, and how many were at least touched. */
export interface Outcome {
  readonly wanted: number;
  readonly found: number;
  readonly exact: number;
  readonly touched: number;
}

export const NOTHING: Outcome = { wanted: 0, found: 0, exact: 0, touched: 0 };

/** One finding's confidence and whether the place is right to the letter. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Judgement {
  readonly outcome: Outcome;
  readonly judged: readonly Judged[];
}

const KINDS = { PERSON: 'PER', LOCATION: 'LOC' } as const;
export type NameType = keyof typeof KINDS;

/** The whole detector, rules and all, on marked text. */
export function judge(texts: readonly GoldText[], type: NameType, names: NameModel): Judgement {
  let outcome = NOTHING;
  const judged: Judged[] = [];
  for (const { text, spans } of texts) {
    const gold = spans.filter(({ kind }) => kind === KINDS[type]);
    const found = detect(text, { names }).filter((finding) => finding.type === type);
    const isExact = (finding: Finding): boolean =>
      gold.some(({ start, end }) => start === finding.start && end === finding.end);
    for (const finding of found) judged.push({ confidence: finding.confidence, right: isExact(finding) });
    outcome = {
      wanted: outcome.wanted + gold.length,
      found: outcome.found + found.length,
      exact: outcome.exact + found.filter(isExact).length,
      touched:
        outcome.touched +
        gold.filter(({ start, end }) => found.some((finding) => finding.start < end && start < finding.end))
          .length,
    };
  }
  return { outcome, judged };
}

/** In per cent. `touched` is the share of what is there that a finding of the type at least overlaps. */
export function ratesOf({ wanted, found, exact, touched }: Outcome): {
  precision: number;
  recall: number;
  f1: number;
  touched: number;
} {
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  const f1 = share(2 * exact, wanted + found);
  return {
    precision: share(exact, found),
    recall: share(exact, wanted),
    f1,
    touched: share(touched, wanted),
  };
}
