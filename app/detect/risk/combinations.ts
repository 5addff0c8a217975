import type { FindingType } from '../finding.ts';
import { whoBy, type FoundOfType } from './risk-subject.ts';
import { COMBINATIONS, type Combination, type RiskWeights } from './risk-weights.ts';

/**
 * What in a file is worse together than apart: of the combinations that hold, the one whose factor is the largest.
 * The factor (in hundredths) shrinks towards 1 with the confidence of the combination's least sure part.
 */
export function combinationIn(
  found: readonly FoundOfType[],
  weights: RiskWeights['combinations'],
): { readonly of: Combination; readonly confidence: number; readonly factor: number } {
  const parts = partsOf(found);
  const all = COMBINATIONS.map((of) => {
    const confidence = Math.min(...PARTS[of].map((part) => parts[part]));
    const factor = Math.round((1 + (weights[of] - 1) * confidence) * 100) / 100;
    return { of, confidence, factor };
  });
  return all.reduce((largest, one) => (one.factor > largest.factor ? one : largest));
}

type Part = 'number' | 'name' | 'who' | 'sensitive' | 'private';

const PARTS: Readonly<Record<Combination, readonly Part[]>> = {
  'number-name-and-sensitive': ['number', 'name', 'sensitive'],
  'who-and-sensitive': ['who', 'sensitive'],
  'who-and-private': ['who', 'private'],
  'number-and-name': ['number', 'name'],
};

/** How sure it is that the file holds each part: the surest finding of it, and 0 without one. */
function partsOf(found: readonly FoundOfType[]): Readonly<Record<Part, number>> {
  const surest = (isPart: (one: FoundOfType) => boolean): number =>
    Math.max(0, ...found.filter(isPart).map(({ confidence }) => confidence));
  const isNumber = ({ type }: FoundOfType) => whoBy(type) === 'number';
  const isName = ({ type }: FoundOfType) => whoBy(type) === 'name';
  return {
    number: surest(isNumber),
    name: surest(isName),
    // A mail address or a phone number leads to somebody as well as a name does.
    who: surest((one) => isNumber(one) || isName(one) || LEADS_TO_SOMEBODY.has(one.type)),
    sensitive: surest(
      (one) => (one.category === 'sensitive' || one.category === 'criminal') && !isNumber(one),
    ),
    private: surest(({ type }) => PRIVATE_MATTERS.has(type)),
  };
}

const LEADS_TO_SOMEBODY: ReadonlySet<FindingType> = new Set(['EMAIL_ADDRESS', 'PHONE_NUMBER']);

/** What Danish practice calls confidential and is told of somebody, unlike a number that somebody has. */
const PRIVATE_MATTERS: ReadonlySet<FindingType> = new Set([
  'FINANCES',
  'SOCIAL_MATTERS',
  'FAMILY_DISPUTE',
  'ASSESSMENT',
  'DISMISSAL',
  'WARNING',
]);
