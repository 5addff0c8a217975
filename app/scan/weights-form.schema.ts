import { z } from 'zod';
import {
  FINDING_TYPES,
  COMBINATIONS,
  defaultRiskWeights,
  DOCUMENT_KINDS,
  EXPOSURES,
  type RiskWeights,
} from '#detect/index.ts';
import type { FieldError, FormState } from '#web/index.ts';
import { CATEGORIES } from './files.schema.ts';
import { riskWeights, weightsReason } from './risk-weights.schema.ts';

/**
 * A table of weights as a form sends it: one field a figure, named by where the figure stands (`types.DK_CPR.first`).
 * A comma is as good as a point. A type whose two fields are empty weighs what its category weighs.
 */
const WEIGHT_FIELDS: readonly string[] = [
  ...CATEGORIES.flatMap((category) => [`categories.${category}.first`, `categories.${category}.doubling`]),
  ...FINDING_TYPES.flatMap((type) => [`types.${type}.first`, `types.${type}.doubling`]),
  ...DOCUMENT_KINDS.map((kind) => `documents.${kind}`),
  ...COMBINATIONS.map((combination) => `combinations.${combination}`),
  'peopleDoubling',
  ...defaultRiskWeights.ages.flatMap((_, index) => [
    `ages.${String(index)}.years`,
    `ages.${String(index)}.factor`,
  ]),
  ...EXPOSURES.map((exposure) => `exposures.${exposure}`),
  'bands.high',
  'bands.medium',
];

/** What else the form that saves holds: the version that was looked at, and why. */
export const weightsChange = z.object({ base: z.coerce.number().int().nonnegative(), reason: weightsReason });

/** Which version somebody wants to have again. */
export const versionAgain = z.object({ from: z.coerce.number().int().positive() });

/** The figures as texts, as the form would send them. A kind of document that the table does not know weighs nothing. */
export function typedWeights(weights: RiskWeights): Record<string, string> {
  const texts = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [`documents.${kind}`, '0']));
  const put = (value: unknown, path: string): void => {
    if (typeof value === 'number') texts[path] = String(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) put(inner, path === '' ? key : `${path}.${key}`);
  };
  put(weights, '');
  return texts;
}

/** Reads the form; every figure that is none, or out of its bounds, is an error at its own field. */
export function readWeights(
  body: unknown,
): { readonly ok: true; readonly weights: RiskWeights } | { readonly ok: false; readonly form: FormState } {
  const posted = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const values = Object.fromEntries(WEIGHT_FIELDS.map((name) => [name, typedIn(posted[name])]));
  const read = riskWeights.safeParse(tableOf(values));
  if (read.success) return { ok: true, weights: read.data };
  const errors: Record<string, FieldError> = {};
  for (const issue of read.error.issues) {
    const name = issue.path.join('.');
    errors[name] ??= errorOf(issue, values[name] ?? '');
  }
  return { ok: false, form: { values, errors } };
}

function typedIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 20) : '';
}

/** The figures in the table's shape; what is no figure is undefined, which the table's schema refuses. */
function tableOf(values: Readonly<Record<string, string>>) {
  const figure = (name: string): number | undefined => {
    const text = values[name] ?? '';
    return /^\d{1,4}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  };
  const figures = (names: readonly string[], group: string) =>
    Object.fromEntries(names.map((name) => [name, figure(`${group}.${name}`)]));
  const found = (path: string) => ({ first: figure(`${path}.first`), doubling: figure(`${path}.doubling`) });
  const isFilledIn = (type: string): boolean =>
    values[`types.${type}.first`] !== '' || values[`types.${type}.doubling`] !== '';
  return {
    categories: Object.fromEntries(CATEGORIES.map((category) => [category, found(`categories.${category}`)])),
    types: Object.fromEntries(FINDING_TYPES.filter(isFilledIn).map((type) => [type, found(`types.${type}`)])),
    documents: figures(DOCUMENT_KINDS, 'documents'),
    combinations: figures(COMBINATIONS, 'combinations'),
    peopleDoubling: figure('peopleDoubling'),
    ages: defaultRiskWeights.ages.map((_, index) => ({
      years: figure(`ages.${String(index)}.years`),
      factor: figure(`ages.${String(index)}.factor`),
    })),
    exposures: figures(EXPOSURES, 'exposures'),
    bands: figures(['high', 'medium'], 'bands'),
  };
}

function errorOf(issue: z.core.$ZodIssue, typed: string): FieldError {
  if (issue.message.startsWith('scan:')) return { key: issue.message };
  if (typed === '') return { key: 'layout:form.required' };
  if (issue.code === 'too_small')
    return { key: 'scan:weights.at-least', values: { least: Number(issue.minimum) } };
  if (issue.code === 'too_big')
    return { key: 'scan:weights.at-most', values: { most: Number(issue.maximum) } };
  return { key: 'scan:weights.no-number' };
}
