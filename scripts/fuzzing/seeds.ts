import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bytesInMemory } from '#kernel/bytes.ts';
import { extract } from '#extract/index.ts';
import { archiveSeeds } from './seeds/archives.ts';
import { compoundSeeds } from './seeds/compound.ts';
import { officeSeeds } from './seeds/office.ts';
import { pictureSeeds } from './seeds/pictures.ts';
import { rareSeeds } from './seeds/rare.ts';
import type { Seed } from './seeds/seed.ts';
import { textSeeds } from './seeds/texts.ts';

/** Real documents of other people, which stand beside the project where there are any. */
const REAL = resolve(import.meta.dirname, '../../../shared/cases/documents');
/** Longer ones cost much and are much the same all over. */
const LONGEST = 300_000;

/** A seed with its type, by which the tokens are chosen that it is spoiled with. */
export interface TypedSeed extends Seed {
  readonly mime: string;
}

/**
 * What mutants are made of, by the id of the format that reads it: documents made here, the same on each machine, and
 * with `real` those that stand beside the project, by their names.
 */
export async function seedsByFormat({ real }: { readonly real: boolean }): Promise<Map<string, TypedSeed[]>> {
  const made = [
    ...officeSeeds(),
    ...compoundSeeds(),
    ...archiveSeeds(),
    ...pictureSeeds(),
    ...rareSeeds(),
    ...(await textSeeds()),
  ];
  const seeds = new Map<string, TypedSeed[]>();
  for (const seed of [...made, ...(real ? realSeeds() : [])]) {
    const { format, mime } = await extract(seed.name, bytesInMemory(seed.bytes));
    if (format !== null) seeds.set(format, [...(seeds.get(format) ?? []), { ...seed, mime }]);
  }
  return seeds;
}

function realSeeds(): Seed[] {
  let names: string[];
  try {
    names = readdirSync(REAL).toSorted();
  } catch {
    return [];
  }
  return names
    .map((name) => ({ name, bytes: readFileSync(join(REAL, name)) }))
    .filter(({ bytes }) => bytes.length <= LONGEST);
}
