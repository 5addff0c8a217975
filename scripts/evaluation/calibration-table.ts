import type { Judged } from './outcome.ts';

/** Of the findings between two confidences: how many, their mean confidence, and the share that was right. */
export interface ReliabilityBand {
  readonly from: number;
  readonly count: number;
  readonly mean: number;
  readonly right: number;
}

const EDGES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];

export function reliabilityOf(judged: readonly Judged[]): ReliabilityBand[] {
  return EDGES.slice(0, -1).map((from, index) => {
    const to = EDGES[index + 1] ?? 1.01;
    const inBand = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const count = inBand.length;
    const mean = inBand.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, count);
    return { from, count, mean, right: inBand.filter(({ right }) => right).length / Math.max(1, count) };
  });
}
