/** What some work took, in seconds. `cpu` is processor time of whoever did it: a busy machine hardly changes it. */
export interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

/** Medians over the rounds. A ratio above 1: we were faster, by so many times. */
export interface Pair {
  readonly ours: Taken;
  readonly theirs: Taken;
  readonly wallRatio: number;
  readonly cpuRatio: number;
}

/**
 * Does both in turns, since what else a machine does changes from minute to minute: the ratio is taken within each round,
 * and its median over the rounds. The first round warms both up and does not count.
 */
export async function paired(
  ours: () => Promise<Taken>,
  theirs: () => Promise<Taken> | Taken,
  rounds = 5,
): Promise<Pair> {
  const taken: { ours: Taken; theirs: Taken }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const one = { ours: await ours(), theirs: await theirs() };
    if (round > 0) taken.push(one);
  }
  const median = (of: (one: { ours: Taken; theirs: Taken }) => number): number => middle(taken.map(of));
  return {
    ours: { wall: median((one) => one.ours.wall), cpu: median((one) => one.ours.cpu) },
    theirs: { wall: median((one) => one.theirs.wall), cpu: median((one) => one.theirs.cpu) },
    wallRatio: median((one) => one.theirs.wall / one.ours.wall),
    cpuRatio: median((one) => one.theirs.cpu / one.ours.cpu),
  };
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
