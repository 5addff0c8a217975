import type { Rng } from '../demo/rng.ts';
import { createRng } from '../demo/rng.ts';
import { spoiledInside } from './inside.ts';
import { mutated } from './mutations.ts';
import type { TypedSeed } from './seeds.ts';

/** What names a mutant: the same three, with the same documents to begin with, always make the same bytes. */
export interface MutantName {
  readonly seed: number;
  readonly format: string;
  readonly number: number;
}

/** One spoiled document of a format. Half of the packed ones are spoiled inside. */
export async function mutant(
  { seed, format, number }: MutantName,
  seeds: readonly TypedSeed[],
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const rng = createRng(`${seed}/${format}/${number}`);
  const from = rng.pick(seeds);
  const other = rng.pick(seeds).bytes;
  const spoil = (bytes: Buffer): Buffer => mutated(bytes, rng, other, from.mime);
  const inside = rng.chance(0.6)
    ? await spoiledInside(from.bytes, rng, (bytes) => deeper(bytes, rng, spoil))
    : null;
  return { name: from.name, bytes: inside ?? spoil(from.bytes) };
}

/** XML is spoiled as XML wherever it is packed: a tag's name, a quotation mark. */
function deeper(bytes: Buffer, rng: Rng, spoil: (bytes: Buffer) => Buffer): Buffer {
  if (bytes[0] !== 0x3c || rng.chance(0.6)) return spoil(bytes);
  const text = bytes.toString('latin1');
  const tags = [...text.matchAll(/<[^<>]*>/g)];
  if (tags.length === 0) return spoil(bytes);
  const tag = rng.pick(tags);
  const [from, to] = [tag.index, tag.index + tag[0].length];
  const times = rng.pick([0, 2, 2, 50, 3000]);
  return Buffer.from(text.slice(0, from) + text.slice(from, to).repeat(times) + text.slice(to), 'latin1');
}
