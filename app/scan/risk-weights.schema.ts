import { z } from 'zod';
import { DOCUMENT_KINDS, FINDING_TYPES, type RiskWeights } from '#detect/index.ts';

/** What a table of weights may hold: enough room for any sensible figure, and none for one that breaks the arithmetic. */
const points = z.number().min(0).max(500);
const factor = z.number().min(1).max(10);
const years = z.int().min(1).max(100);
const found = z.strictObject({ first: points, doubling: points });

/** A type or kind that this version does not know was some other version's, and weighs nothing. */
const known = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.preprocess(
    (given) =>
      typeof given === 'object' && given !== null
        ? Object.fromEntries(Object.entries(given).filter(([key]) => keys.some((one) => one === key)))
        : given,
    z.partialRecord(z.enum(keys), value),
  );

export const riskWeights: z.ZodType<RiskWeights> = z.strictObject({
  categories: z.strictObject({ ordinary: found, confidential: found, sensitive: found, criminal: found }),
  types: known(FINDING_TYPES, found),
  documents: known(DOCUMENT_KINDS, points),
  combinations: z.strictObject({
    'number-name-and-sensitive': factor,
    'who-and-sensitive': factor,
    'who-and-private': factor,
    'number-and-name': factor,
  }),
  peopleDoubling: z.number().min(0).max(1),
  ages: z.array(z.strictObject({ years, factor })).length(2),
  exposures: z.strictObject({ owner: factor, group: factor, everyone: factor, unknown: factor }),
  bands: z
    .strictObject({ high: z.int().min(2).max(100), medium: z.int().min(1).max(99) })
    .refine(({ high, medium }) => high > medium, { path: ['medium'], error: 'scan:weights.bands-order' }),
});

/** Why the weights are changed: enough words that an auditor understands. */
export const weightsReason = z.string().trim().min(5, 'scan:weights.reason-short').max(500);
