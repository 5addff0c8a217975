import type { Evidence } from './finding.ts';

/**
 * A reason and its weight: the natural logarithm of how many times more often it is seen at a true finding than at a
 * false one. +2.3 is ten to one for, -2.3 ten to one against. `rules` says that the pattern matched and weighs
 * nothing by itself: what it is worth is in the detector's prior.
 */
export interface Reason {
  readonly evidence: Evidence;
  readonly weight: number;
}

/** Makes a detector's reasons from `{ 'modulus-11-holds': 2.4 }`: the code gets the detector's id in front. */
export function reasonsOf<Name extends string>(
  detector: string,
  weights: Readonly<Record<Name, number>>,
): Readonly<Record<Name, Reason>> {
  const reasons: Partial<Record<Name, Reason>> = {};
  for (const name in weights) {
    const weight = weights[name];
    const effect = weight > 0 ? 'raises' : weight < 0 ? 'lowers' : 'rules';
    reasons[name] = { weight, evidence: { effect, code: `${detector}.${name}` } };
  }
  return reasons as Record<Name, Reason>;
}

/** Half of what is reported: places below it are let go at once, as in lists of other numbers there are very many. */
export const WORTH_KEEPING = 0.2;

/**
 * Confidence from a prior and reasons: log odds add up (naive Bayes), the logistic function makes them a probability.
 * Rounded to hundredths and kept within 0.01-0.99, since no sum of hints is certainty. The evidence of what is not worth keeping is
 * left out.
 */
export function weigh(
  prior: number,
  reasons: readonly Reason[],
): { confidence: number; evidence: Evidence[] } {
  let logOdds = prior;
  for (const reason of reasons) logOdds += reason.weight;
  const probability = 1 / (1 + Math.exp(-logOdds));
  return {
    confidence: Math.min(0.99, Math.max(0.01, Math.round(probability * 100) / 100)),
    evidence: probability < WORTH_KEEPING ? [] : reasons.map((reason) => reason.evidence),
  };
}

export function evidenceOf(reasons: Readonly<Record<string, Reason>>): Evidence[] {
  return Object.values(reasons).map((reason) => reason.evidence);
}
