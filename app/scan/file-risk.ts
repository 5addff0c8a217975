import { peopleIn, riskOf, type DocumentType, type Risk, type RiskWeights } from '#detect/index.ts';
import { yearsSince } from './age.ts';
import type { FileRisk, TypeCount } from './file.ts';

/** What is kept of a file that its risk follows from: no file is read again to compute it anew. */
export interface RiskBasis {
  readonly counts: readonly TypeCount[];
  readonly documentType: Pick<DocumentType, 'kind' | 'confidence'> | null;
  /** Null when it is not known. */
  readonly ageYears: number | null;
}

/** The risk by what is kept. Without weights: the built-in ones. */
export function riskOfFile({ counts, documentType, ageYears }: RiskBasis, weights?: RiskWeights): Risk {
  const found = counts.map(({ type, category, distinct, confidence }) => ({
    type,
    category,
    count: distinct,
    confidence,
  }));
  // Nobody has looked at yet who may open a file.
  return riskOf({ found, people: peopleIn(found), documentType, ageYears, exposure: 'unknown' }, weights);
}

/** @param modifiedAtMs ms since 1970; a file system that knows no time says 0. @returns null when it is not known */
export function ageOf(modifiedAtMs: number, now: Date): number | null {
  return modifiedAtMs <= 0 ? null : yearsSince(modifiedAtMs, now);
}

/** The same, as it is kept with the file. */
export function keptRisk(
  basis: RiskBasis,
  { version, weights }: { readonly version: number; readonly weights: RiskWeights },
): FileRisk {
  const { band, score, points } = riskOfFile(basis, weights);
  const { ageYears } = basis;
  const reached = weights.ages.map(({ years }) => years).filter((years) => (ageYears ?? 0) >= years);
  return { band, score, points, version, age: Math.max(0, ...reached) };
}
