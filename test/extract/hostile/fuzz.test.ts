import assert from 'node:assert/strict';
import { formatSet } from '#extract/index.ts';
import { fuzz, shownMutant } from '../../../scripts/fuzzing/campaign.ts';
import { mutant } from '../../../scripts/fuzzing/mutants.ts';
import type { TypedSeed } from '../../../scripts/fuzzing/seeds.ts';
import { seedsByFormat } from '../../../scripts/fuzzing/seeds.ts';
import { openTrials } from '../../../scripts/fuzzing/trial.ts';
import { read } from '../../support/documents/reading.ts';

/** Which mutants CI reads: always the same. Other seeds are for `scripts/fuzz`. */
const SEED = 1;
const MUTANTS_OF_EACH = 60;
const MOST_MS = 60_000;

describe('spoiled documents', function () {
  this.timeout(4 * MOST_MS);
  let seeds: Map<string, TypedSeed[]>;

  before(async () => {
    seeds = await seedsByFormat({ real: false });
  });

  it('are made of every format that is read', () => {
    const without = Object.keys(formatSet.formats).filter((id) => !seeds.has(id));
    assert.deepEqual(without, [], 'a format needs a small document in scripts/fuzzing/seeds');
  });

  it('are made of documents that are whole', async () => {
    for (const { name, bytes } of [...seeds.values()].flat())
      assert.match(
        (await read(name, bytes)).ended,
        /^(scanned|skipped\/no_text|partial\/unsupported)$/,
        name,
      );
  });

  it('are the same whenever they are made anew', async () => {
    const again = await seedsByFormat({ real: false });
    for (const format of seeds.keys()) {
      const name = { seed: SEED, format, number: 3 };
      const [one, other] = [
        await mutant(name, seeds.get(format) ?? []),
        await mutant(name, again.get(format) ?? []),
      ];
      assert.ok(one.bytes.equals(other.bytes), format);
    }
  });

  it('end in one of the four ways, in their time and memory, and meet no mistake of ours', async () => {
    const trials = openTrials(2);
    const failures: string[] = [];
    const formats = new Set<string>();
    try {
      await fuzz(
        { seed: SEED, seeds, each: MUTANTS_OF_EACH, milliseconds: MOST_MS },
        trials,
        ({ mutant: name, verdict }) => {
          formats.add(name.format);
          if (verdict.complaint !== null)
            failures.push(`scripts/fuzz --made ${shownMutant(name)}: ${verdict.complaint}`);
        },
      );
    } finally {
      await trials.close();
    }
    assert.deepEqual(failures, []);
    assert.equal(formats.size, seeds.size);
  });
});
