import { mutant } from './mutants.ts';
import type { MutantName } from './mutants.ts';
import type { TypedSeed } from './seeds.ts';
import type { Trials, Verdict } from './trial.ts';

export interface Plan {
  readonly seed: number;
  readonly seeds: ReadonlyMap<string, readonly TypedSeed[]>;
  /** Stops after so many mutants of each format, or when the time is over, whichever comes first. */
  readonly each: number;
  readonly milliseconds: number;
}

export interface Tried {
  readonly mutant: MutantName;
  readonly verdict: Verdict;
}

/** Tries mutants of all formats in turn. Every one that does not end as it has to is handed to `failed`. */
export async function fuzz(
  { seed, seeds, each, milliseconds }: Plan,
  trials: Trials,
  tried: (one: Tried) => void,
): Promise<void> {
  const end = performance.now() + milliseconds;
  const names = turns(seed, [...seeds.keys()], each);
  const work = async (): Promise<void> => {
    for (let next = names.next(); next.done !== true && performance.now() < end; next = names.next()) {
      const { name, bytes } = await mutant(next.value, seeds.get(next.value.format) ?? []);
      tried({ mutant: next.value, verdict: await trials.run(name, bytes) });
    }
  };
  await Promise.all(Array.from({ length: trials.size }, work));
}

function* turns(seed: number, formats: readonly string[], each: number): Generator<MutantName, undefined> {
  for (let number = 0; number < each; number++) for (const format of formats) yield { seed, format, number };
  return undefined;
}

/** How to see it again. */
export function shownMutant({ seed, format, number }: MutantName): string {
  return `--seed ${seed} --format ${format} --number ${number}`;
}
