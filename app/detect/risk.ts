import type { Category, FindingType } from './finding.ts';

/** What a file holds of one type: how many distinct values, and how sure the surest is (0..1). */
export interface FoundOfType {
  readonly type: FindingType;
  readonly category: Category;
  readonly count: number;
  readonly confidence: number;
}

type RiskBand = 'high' | 'medium' | 'low' | 'none';

/** One line of the sum: `points` is what this type added, after its confidence and before the cap at 100. */
interface RiskStep {
  readonly type: FindingType;
  readonly count: number;
  readonly confidence: number;
  readonly forFirst: number;
  readonly forMore: number;
  readonly points: number;
}

export interface Risk {
  readonly score: number;
  readonly band: RiskBand;
  readonly arithmetic: readonly RiskStep[];
}

/**
 * How much harm a file could do if it got into wrong hands: 0 to 100. Each type gives points for its first value and
 * again for each doubling of the count (a list of 800 people is worse than one of 100, but not eight times), times the
 * confidence; the sum is rounded and capped at 100. High from 60, medium from 25, low from 1. So one CPR number is
 * medium, four are high, one e-mail address is low, a thousand are medium. Names and places alone stay low however many;
 * beside something that is more than ordinary they say whose it is, and count `BESIDE_MORE` times.
 */
export function riskOf(summary: readonly FoundOfType[]): Risk {
  const present = summary.filter(({ count, confidence }) => count > 0 && confidence > 0);
  const beside = present.some(({ category }) => category !== 'ordinary') ? BESIDE_MORE : 1;
  const arithmetic = present.map((found) => stepOf(found, beside));
  const sum = arithmetic.reduce((total, step) => total + step.points, 0);
  const score = arithmetic.length === 0 ? 0 : Math.max(1, Math.min(100, Math.round(sum)));
  return { score, band: bandOf(score), arithmetic };
}

interface Weight {
  readonly first: number;
  readonly doubling: number;
}

/** By type where the type says more than its category. */
const BY_TYPE: Readonly<Partial<Record<FindingType, Weight>>> = {
  DK_CPR: { first: 42, doubling: 11 },
  CREDIT_CARD: { first: 36, doubling: 11 },
  IBAN_CODE: { first: 26, doubling: 8 },
  EMAIL_ADDRESS: { first: 4, doubling: 3 },
  PHONE_NUMBER: { first: 4, doubling: 3 },
  // A key opens more than the file that it lies in.
  PASSWORD: { first: 34, doubling: 9 },
  PRIVATE_KEY: { first: 44, doubling: 9 },
  API_TOKEN: { first: 36, doubling: 9 },
  // Numbers and name and birth of a document, all that somebody needs to pass as another.
  MRZ: { first: 44, doubling: 11 },
  // They say little of anybody by themselves.
  BIC: { first: 1, doubling: 0 },
  IP_ADDRESS: { first: 2, doubling: 1 },
  MAC_ADDRESS: { first: 2, doubling: 1 },
  PERSON: { first: 2, doubling: 1 },
  LOCATION: { first: 1, doubling: 0.5 },
};

const BY_CATEGORY: Readonly<Record<Category, Weight>> = {
  ordinary: { first: 4, doubling: 3 },
  confidential: { first: 26, doubling: 8 },
  sensitive: { first: 48, doubling: 11 },
  criminal: { first: 48, doubling: 11 },
};

/** A diagnosis or a CPR number with a name is worse than each alone. */
const BESIDE_MORE = 3;
const SAYS_WHOSE: readonly FindingType[] = ['PERSON', 'LOCATION'];

function stepOf({ type, category, count, confidence }: FoundOfType, beside: number): RiskStep {
  const weight = BY_TYPE[type] ?? BY_CATEGORY[category];
  const times = SAYS_WHOSE.includes(type) ? beside : 1;
  const forFirst = weight.first * times;
  const forMore = Math.round(weight.doubling * times * Math.log2(count) * 10) / 10;
  const points = Math.round((forFirst + forMore) * confidence * 10) / 10;
  return { type, count, confidence, forFirst, forMore, points };
}

function bandOf(score: number): RiskBand {
  if (score >= 60) return 'high';
  if (score >= 25) return 'medium';
  return score >= 1 ? 'low' : 'none';
}
