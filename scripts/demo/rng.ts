/** A seeded source of choices: the same seed and label always give the same choices, on any machine. */
export interface Rng {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different entries, or all of them in a new order when there are fewer. */
  some<T>(list: readonly T[], count: number): T[];
  digits(count: number): string;
  /** An independent source: what is drawn from it moves nothing that is drawn here. */
  fork(label: string): Rng;
}

/** Mulberry32 over an FNV-1a hash of the label: small and good enough for invented letters, of no use as a secret. */
export function createRng(label: string): Rng {
  let state = fnv1a(label);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const rng: Rng = {
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick(list) {
      const picked = list[rng.int(0, list.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    some(list, count) {
      const left = [...list];
      const taken: typeof left = [];
      while (taken.length < count && left.length > 0)
        taken.push(...left.splice(rng.int(0, left.length - 1), 1));
      return taken;
    },
    digits: (count) => Array.from({ length: count }, () => rng.int(0, 9)).join(''),
    fork: (inner) => createRng(`${label}/${inner}`),
  };
  return rng;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
