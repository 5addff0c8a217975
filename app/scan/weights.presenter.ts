import { FINDING_TYPES, COMBINATIONS, DOCUMENT_KINDS, EXPOSURES, type RiskWeights } from '#detect/index.ts';
import { emptyForm, type Formats, type FormState, type Translate } from '#web/index.ts';
import { CATEGORIES } from './files.schema.ts';
import { kindText, typeText } from './names.presenter.ts';
import type { WeightsVersion } from './risk-weights.store.ts';
import { typedWeights } from './weights-form.schema.ts';

/** The table of weights as a form, how far a weighing has come, and the versions before. */
export function presentWeights(given: {
  t: Translate;
  formats: Formats;
  /** What the fields hold: a version's figures, or what was typed. */
  form: FormState;
  current: WeightsVersion;
  history: readonly WeightsVersion[];
  /** Names of people by their ids. */
  names: ReadonlyMap<string, string>;
}) {
  const { t, formats, form, current, history } = given;
  return {
    title: t('scan:weights.title'),
    form,
    base: String(current.version),
    sections: weightSections(t, form),
    recount: recountProgress(t, formats, current),
    columns: [
      t('scan:weights.version'),
      t('scan:weights.when'),
      t('scan:weights.who'),
      t('scan:weights.reason'),
    ],
    versions: history.map((version) => ({
      version: String(version.version),
      when: formats.dateTime(version.at),
      who: version.madeBy === null ? t('scan:weights.product') : (given.names.get(version.madeBy) ?? '–'),
      reason: version.reason ?? '–',
      holds: version.version === current.version,
      again: t('scan:weights.again-of', { version: version.version }),
    })),
  };
}

/** A table of weights as it stands in the form at first. */
export function formOf(weights: RiskWeights, language: 'da' | 'en'): FormState {
  const typed = Object.entries(typedWeights(weights));
  const point = language === 'da' ? ',' : '.';
  return {
    ...emptyForm,
    values: Object.fromEntries(typed.map(([name, text]) => [name, text.replace('.', point)])),
  };
}

/** Null when nothing is to be weighed. */
function recountProgress(t: Translate, formats: Formats, { recount }: WeightsVersion) {
  if (recount.ended) return null;
  const files = Math.max(recount.files, recount.done, 1);
  return {
    id: 'recount-progress',
    label: t('scan:weights.recount'),
    max: files,
    value: recount.done,
    text: t('scan:weights.recount-of', { done: formats.number(recount.done), files: formats.number(files) }),
  };
}

export type WeightSection = ReturnType<typeof weightSections>[number];

// words: layout:category.*
// words: scan:combination.*
// words: scan:exposure.*
// words: layout:risk.*
// words: scan:weights.section.*
// words: scan:weights.note.*
/** Every field of the form, in groups; a row is one thing that weighs, a column one of its figures. */
export function weightSections(t: Translate, { values, errors }: FormState) {
  const first = { key: 'first', label: t('scan:weights.first') };
  const doubling = { key: 'doubling', label: t('scan:weights.doubling') };
  const input = (name: string, label: string) => {
    const error = errors[name];
    return {
      name,
      id: `weight-${name.replaceAll('.', '-')}`,
      label,
      value: values[name] ?? '',
      error: error === undefined ? null : t(error.key, error.values),
    };
  };
  const section = (
    name: string,
    columns: readonly { readonly key: string; readonly label: string }[],
    rows: readonly { readonly path: string; readonly label: string }[],
    foldable = false,
  ) => {
    const shown = rows.map(({ path, label }) => ({
      label,
      inputs: columns.map((column) =>
        input(column.key === '' ? path : `${path}.${column.key}`, `${label}: ${column.label}`),
      ),
    }));
    return {
      title: t(`scan:weights.section.${name}`),
      note: t(`scan:weights.note.${name}`),
      foldable,
      open: shown.some(({ inputs }) => inputs.some(({ error }) => error !== null)),
      columns: columns.map(({ label }) => label),
      rows: shown,
    };
  };
  const points = [{ key: '', label: t('scan:weights.points') }];
  const factor = [{ key: '', label: t('scan:weights.factor') }];
  return [
    section(
      'categories',
      [first, doubling],
      CATEGORIES.map((category) => ({
        path: `categories.${category}`,
        label: t(`layout:category.${category}`),
      })),
    ),
    section(
      'types',
      [first, doubling],
      FINDING_TYPES.map((type) => ({ path: `types.${type}`, label: typeText(t, type) })),
      true,
    ),
    section(
      'documents',
      points,
      DOCUMENT_KINDS.map((kind) => ({ path: `documents.${kind}`, label: kindText(t, kind) })),
      true,
    ),
    section(
      'combinations',
      factor,
      COMBINATIONS.map((of) => ({ path: `combinations.${of}`, label: t(`scan:combination.${of}`) })),
    ),
    section('people', factor, [{ path: 'peopleDoubling', label: t('scan:weights.people-doubling') }]),
    section(
      'ages',
      [
        { key: 'years', label: t('scan:weights.years') },
        { key: 'factor', label: t('scan:weights.factor') },
      ],
      [
        { path: 'ages.0', label: t('scan:weights.old') },
        { path: 'ages.1', label: t('scan:weights.older') },
      ],
    ),
    section(
      'exposures',
      factor,
      EXPOSURES.map((exposure) => ({ path: `exposures.${exposure}`, label: t(`scan:exposure.${exposure}`) })),
    ),
    section(
      'bands',
      [{ key: '', label: t('scan:weights.score') }],
      (['high', 'medium'] as const).map((band) => ({
        path: `bands.${band}`,
        label: t(`layout:risk.${band}`),
      })),
    ),
  ];
}
