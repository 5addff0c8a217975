import type { DocumentKind } from '../documents/document-kind.ts';
import type { Category, FindingType } from '../finding.ts';
import { combinationIn } from './combinations.ts';
import type { Exposure, FoundOfType, RiskSubject } from './risk-subject.ts';
import { defaultRiskWeights, type Combination, type FoundWeight, type RiskWeights } from './risk-weights.ts';

export type RiskBand = 'high' | 'medium' | 'low' | 'none';

/**
 * One line of the arithmetic. Points are added up, in tenths; then the sum is multiplied by each factor in turn.
 * `confidence` is that of the surest finding, or of the kind, in hundredths; in a combination, of its least sure part.
 */
export type RiskLine =
  | {
      readonly code: 'found';
      readonly type: FindingType;
      readonly category: Category;
      readonly count: number;
      readonly confidence: number;
      readonly weight: FoundWeight;
      /** What the values beyond the first add before the confidence, in tenths. */
      readonly more: number;
      readonly points: number;
    }
  | {
      readonly code: 'document';
      readonly kind: DocumentKind;
      readonly confidence: number;
      readonly weight: number;
      readonly points: number;
    }
  | {
      readonly code: 'combination';
      readonly of: Combination;
      readonly confidence: number;
      readonly factor: number;
    }
  | { readonly code: 'people'; readonly people: number; readonly factor: number }
  | { readonly code: 'age'; readonly years: number; readonly factor: number }
  | { readonly code: 'exposure'; readonly exposure: Exposure; readonly factor: number };

export interface Risk {
  /** A whole number from 0 to 100; 0 only when nothing was found. */
  readonly score: number;
  readonly band: RiskBand;
  /** What the score is made of, in tenths and without an end: it tells two files of one score apart. */
  readonly points: number;
  /** Enough to compute points and score again by hand (docs/risk.md); lines that would change nothing are left out. */
  readonly arithmetic: readonly RiskLine[];
}

/**
 * How much harm a file could do to the people in it if it got into wrong hands. The more is found, and the surer it is,
 * the higher; so do people, age, exposure and the kind of document raise it, and never lower it. Why it is counted like
 * this: docs/risk.md (recitals 75 and 76 of the GDPR).
 */
export function riskOf(subject: RiskSubject, weights: RiskWeights = defaultRiskWeights): Risk {
  const found = subject.found
    .map((one) => ({ ...one, confidence: hundredths(one.confidence) }))
    .filter(({ count, confidence }) => count > 0 && confidence > 0);
  if (found.length === 0) return { score: 0, band: 'none', points: 0, arithmetic: [] };
  const added = [...found.map((one) => foundLine(one, weights)), ...documentLine(subject, weights)];
  const sum = tenths(added.reduce((total, { points }) => total + points, 0));
  const factors = [
    ...combinationLine(found, weights),
    ...peopleLine(found, subject.people, weights),
    ...ageLine(subject, weights),
    ...exposureLine(subject, weights),
  ];
  const points = tenths(factors.reduce((product, { factor }) => product * factor, sum));
  const score = scoreOf(points);
  return { score, band: bandOf(score, weights), points, arithmetic: [...added, ...factors] };
}

/**
 * Points as a score: as they are up to 60; from there each 40 points more halve what is left to 100 (100 points are 80,
 * 140 are 90). So more is always more, until the rounding.
 */
export function scoreOf(points: number): number {
  const bent = points <= BENDS_AT ? points : 100 - (100 - BENDS_AT) * 2 ** (-(points - BENDS_AT) / HALVES_IN);
  return Math.max(1, Math.round(bent));
}

const BENDS_AT = 60;
const HALVES_IN = 40;

function bandOf(score: number, { bands }: RiskWeights): RiskBand {
  if (score >= bands.high) return 'high';
  return score >= bands.medium ? 'medium' : 'low';
}

type Added = Extract<RiskLine, { points: number }>;
type Factor = Extract<RiskLine, { factor: number }>;

function foundLine({ type, category, count, confidence }: FoundOfType, weights: RiskWeights): Added {
  const weight = weights.types[type] ?? weights.categories[category];
  const more = tenths(weight.doubling * Math.log2(count));
  const points = tenths((weight.first + more) * confidence);
  return { code: 'found', type, category, count, confidence, weight, more, points };
}

function documentLine({ documentType }: RiskSubject, { documents }: RiskWeights): Added[] {
  const weight = documentType === null ? 0 : (documents[documentType.kind] ?? 0);
  if (documentType === null || weight === 0) return [];
  const { kind } = documentType;
  const confidence = hundredths(documentType.confidence);
  return [{ code: 'document', kind, confidence, weight, points: tenths(weight * confidence) }];
}

/** How sure it is that they stand together goes into the factor: of 1.6 a half-sure diagnosis makes 1.3. */
function combinationLine(found: readonly FoundOfType[], { combinations }: RiskWeights): Factor[] {
  const { of, confidence, factor } = combinationIn(found, combinations);
  return factor === 1 ? [] : [{ code: 'combination', of, confidence, factor }];
}

/** Names alone stay low however many; a list of people with something more than ordinary does not. */
function peopleLine(
  found: readonly FoundOfType[],
  people: number,
  { peopleDoubling }: RiskWeights,
): Factor[] {
  if (people < 2 || found.every(({ category }) => category === 'ordinary')) return [];
  const factor = hundredths(1 + peopleDoubling * Math.log2(people));
  return factor === 1 ? [] : [{ code: 'people', people, factor }];
}

function ageLine({ ageYears }: RiskSubject, { ages }: RiskWeights): Factor[] {
  const largest = ages
    .filter(({ years, factor }) => ageYears !== null && ageYears >= years && factor > 1)
    .sort((one, other) => other.factor - one.factor || other.years - one.years)[0];
  return largest === undefined ? [] : [{ code: 'age', ...largest }];
}

function exposureLine({ exposure }: RiskSubject, { exposures }: RiskWeights): Factor[] {
  const factor = exposures[exposure];
  return factor === 1 ? [] : [{ code: 'exposure', exposure, factor }];
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}

function hundredths(factor: number): number {
  return Math.round(factor * 100) / 100;
}
