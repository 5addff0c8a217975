import type { NameModel } from '#detect/index.ts';
import { inCapitals, inSmall } from '../training/variants.ts';
import { DEV_SETS, readDataSet } from '../training/data-sets.ts';
import { reliabilityOf } from './calibration-table.ts';
import { fairnessOf, type GroupRecall } from './fairness.ts';
import { type Judged, judge, type NameType, ratesOf } from './outcome.ts';

const TYPES: readonly NameType[] = ['PERSON', 'LOCATION'];

/** The report's sections about names, as lines of Markdown. */
export function nameSections(dataFolder: string, names: NameModel): string[] {
  const judged: Judged[] = [];
  const rows: string[] = [];
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
        const { precision, recall, f1, touched } = ratesOf(outcome);
        const figures = [precision, recall, f1, touched].map((figure) => figure.toFixed(1)).join(' | ');
        rows.push(`| ${set.language} | ${label} | ${type} | ${outcome.wanted} | ${figures} |`);
        if (label === set.file && set.language !== 'de') judged.push(...each);
      }
    }
  }
  return [
    '## Names and places',
    '',
    'Places count as found when they are right to the letter; "touched" is the share that a finding at least overlaps.',
    'The sets are the dev parts of the corpora (docs/model-card-names.md): nothing of them is trained on.',
    '',
    '| language | set | type | there | precision | recall | F1 | touched |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Confidence of names and places',
    '',
    'On the same sets but the German ones: of findings with a confidence in the band, how many are right to the letter.',
    '',
    '| from | findings | mean confidence | right |',
    '|---|---|---|---|',
    ...reliabilityOf(judged).map(
      ({ from, count, mean, right }) =>
        `| ${from.toFixed(2)} | ${count} | ${mean.toFixed(2)} | ${right.toFixed(2)} |`,
    ),
    '',
    '## Names by origin and gender',
    '',
    'Recall of whole names in sentences, mails, lists and tables (Danish and English), 15 invented people a group.',
    '',
    ...fairnessRows(fairnessOf(dataFolder, names)),
  ];
}

function fairnessRows(groups: readonly GroupRecall[]): string[] {
  const share = (part: readonly GroupRecall[]): number =>
    (100 * part.reduce((sum, { found }) => sum + found, 0)) /
    Math.max(
      1,
      part.reduce((sum, { wanted }) => sum + wanted, 0),
    );
  const origins = [...new Set(groups.map(({ origin }) => origin))];
  const shares = origins.map((origin) => share(groups.filter((group) => group.origin === origin)));
  const of = (origin: string, gender: 'f' | 'm'): string =>
    share(groups.filter((group) => group.origin === origin && group.gender === gender)).toFixed(1);
  const byGender = (gender: 'f' | 'm'): string =>
    share(groups.filter((group) => group.gender === gender)).toFixed(1);
  return [
    '| origin | women | men | all |',
    '|---|---|---|---|',
    ...origins.map(
      (origin, index) =>
        `| ${origin} | ${of(origin, 'f')} | ${of(origin, 'm')} | ${(shares[index] ?? 0).toFixed(1)} |`,
    ),
    `| all | ${byGender('f')} | ${byGender('m')} | ${share(groups).toFixed(1)} |`,
    '',
    `Best and worst group lie ${(Math.max(...shares) - Math.min(...shares)).toFixed(1)} points apart.`,
  ];
}
