import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { reliabilityOf } from '../../scripts/evaluation/calibration-table.ts';
import { fairnessOf } from '../../scripts/evaluation/fairness.ts';
import { judge, type NameType, ratesOf } from '../../scripts/evaluation/outcome.ts';
import { syntheticEnglish } from '../../scripts/evaluation/synthetic-english.ts';
import type { GoldText } from '../../scripts/training/corpus.ts';
import { DEV_SETS, readDataSet } from '../../scripts/training/data-sets.ts';
import { inCapitals, inSmall } from '../../scripts/training/variants.ts';
import { names } from '../detect/names/model.ts';

// Marked texts, read in place. A missing folder fails: these tests never skip.
const DATA = resolve(import.meta.dirname, '../../../shared/data');

/** F1 of exact places; a point or so below what docs/quality.md has. Raise them when the figures rise. */
const FLOORS: readonly [string, NameType, number][] = [
  ['da.dev', 'PERSON', 88],
  ['da.dev', 'LOCATION', 81],
  ['nob.dev', 'PERSON', 92],
  ['nob.dev', 'LOCATION', 89],
  ['nno.dev', 'PERSON', 90],
  ['en.wikigold', 'PERSON', 66],
  ['en.wikigold', 'LOCATION', 62],
  ['de.news', 'PERSON', 68],
  ['de.ler.dev', 'PERSON', 64],
];

/** The Danish dev part written otherwise: F1 of exact places. */
const WRITINGS: readonly [string, (text: GoldText) => GoldText, NameType, number][] = [
  ['in capitals', inCapitals, 'PERSON', 86],
  ['in capitals', inCapitals, 'LOCATION', 73],
  ['without capitals', inSmall, 'PERSON', 81],
  ['without capitals', inSmall, 'LOCATION', 72],
];

const textsOf = (file: string) =>
  DEV_SETS.filter((set) => set.file === file).flatMap((set) => readDataSet(DATA, set));

describe('the quality of names', () => {
  for (const [file, type, floor] of FLOORS) {
    it(`has an F1 of at least ${floor} for ${type} on ${file}`, () => {
      const { f1 } = ratesOf(judge(textsOf(file), type, names).outcome);
      assert.ok(f1 >= floor, `F1 is ${f1.toFixed(1)}`);
    });
  }
  for (const [writing, written, type, floor] of WRITINGS) {
    it(`has an F1 of at least ${floor} for ${type} on Danish ${writing}`, () => {
      const { f1 } = ratesOf(judge(textsOf('da.dev').map(written), type, names).outcome);
      assert.ok(f1 >= floor, `F1 is ${f1.toFixed(1)}`);
    });
  }
  it('covers four in five of the strange names in synthetic English texts', () => {
    const persons = syntheticEnglish(DATA, names).find(({ type }) => type === 'PERSON');
    assert.ok(persons && persons.covered / persons.wanted >= 0.8, JSON.stringify(persons));
  });
  it('is honest: of findings from 0.9 on, nine in ten are right', () => {
    const judged = ['da.dev', 'nob.dev', 'nno.dev'].flatMap((file) => [
      ...judge(textsOf(file), 'PERSON', names).judged,
      ...judge(textsOf(file), 'LOCATION', names).judged,
    ]);
    for (const { from, right } of reliabilityOf(judged))
      if (from >= 0.9) assert.ok(right >= 0.9, `${from}: ${right.toFixed(2)}`);
  });
  it('differs by at most 5 points between the best and the worst origin', () => {
    const groups = fairnessOf(DATA, names);
    const origins = [...new Set(groups.map(({ origin }) => origin))];
    const shares = origins.map((origin) => {
      const part = groups.filter((group) => group.origin === origin);
      const wanted = part.reduce((sum, group) => sum + group.wanted, 0);
      return (100 * part.reduce((sum, group) => sum + group.found, 0)) / wanted;
    });
    assert.ok(
      Math.max(...shares) - Math.min(...shares) <= 5,
      shares.map((share) => share.toFixed(1)).join(' '),
    );
  });
});
