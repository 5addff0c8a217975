import type { NameModel } from '#detect/index.ts';
import type { Figures } from '#quality/figures.ts';
import { DEV_SETS, readDataSet } from '../training/data-sets.ts';
import { inCapitals, inSmall } from '../training/variants.ts';
import { reliabilityOf } from './calibration-table.ts';
import { fairnessOf } from './fairness.ts';
import { type Judged, judge, type NameType } from './outcome.ts';

const TYPES: readonly NameType[] = ['PERSON', 'LOCATION'];

/**
 * Names and places on the dev parts of the marked corpora (docs/model-card-names.md): nothing of them is trained on.
 * The German sets are left out of the confidence table: court decisions mark initials, which nobody can know.
 */
export function measureNames(dataFolder: string, names: NameModel): Figures['names'] {
  const judged: Judged[] = [];
  const sets: Figures['names']['sets'] = [];
  for (const set of DEV_SETS) {
    const texts = readDataSet(dataFolder, set);
    const writings = [{ label: set.file, texts }];
    if (set.language === 'da') {
      writings.push({ label: `${set.file}, in capitals`, texts: texts.map(inCapitals) });
      writings.push({ label: `${set.file}, without capitals`, texts: texts.map(inSmall) });
    }
    for (const { label, texts: written } of writings) {
      for (const type of TYPES) {
        const { outcome, judged: each } = judge(written, type, names);
        const { wanted, found, exact, touched } = outcome;
        sets.push({ language: set.language, set: label, type, wanted, found, right: exact, touched });
        if (label === set.file && set.language !== 'de') judged.push(...each);
      }
    }
  }
  const groups = fairnessOf(dataFolder, names).map(({ origin, gender, wanted, found }) => ({
    origin,
    gender,
    wanted,
    found,
  }));
  return { sets, confidence: reliabilityOf(judged).map(rounded), groups };
}

/** Four decimals are more than the sets can bear. */
export function rounded<T extends { readonly mean: number; readonly right: number }>(band: T): T {
  return { ...band, mean: Number(band.mean.toFixed(4)), right: Number(band.right.toFixed(4)) };
}
