import { z } from 'zod';
import { RULE_LIMITS, type FindingType } from '#detect/index.ts';

const checkbox = z
  .string()
  .optional()
  .transform((value) => value === 'on');

/** Words and phrases, one a line; each once. */
const lines = z.string().transform((text) => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  ),
]);

const title = z.string().trim().min(1).max(80);
const reason = z.string().trim().min(5, 'rules:reason-short').max(500);
const type = z.custom<FindingType>(
  (value) => typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(value),
);

/** A type, or empty: all types. */
const types = z
  .union([z.literal(''), type])
  .optional()
  .transform((one) => (one === undefined || one === '' ? [] : [one]));

const ruleHead = {
  title,
  category: z.enum(['ordinary', 'confidential', 'sensitive', 'criminal']),
  atLeast: z.coerce.number().int().min(1).max(10_000),
  matchCase: checkbox,
};

/** A browser sends both fields, whichever kind was chosen. */
export const ruleForm = z.discriminatedUnion('kind', [
  z.object({
    ...ruleHead,
    kind: z.literal('words'),
    words: lines.pipe(
      z
        .array(z.string().max(RULE_LIMITS.wordLength, 'rules:own.word-long'))
        .min(1, 'layout:form.required')
        .max(RULE_LIMITS.words, 'rules:own.words-many'),
    ),
    wholeWords: checkbox,
  }),
  z.object({
    ...ruleHead,
    kind: z.literal('pattern'),
    pattern: z.string().trim().min(1).max(RULE_LIMITS.patternLength),
  }),
]);
export type RuleForm = z.infer<typeof ruleForm>;

export const allowanceForm = z
  .object({
    kind: z.enum(['value', 'domain', 'pattern']),
    what: z.string().trim().min(2).max(500),
    types,
    reason,
  })
  .refine(
    ({ kind, what }) => kind !== 'domain' || /^(?:.*@)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(what),
    {
      path: ['what'],
      message: 'rules:allowed.no-domain',
    },
  );

export const placeForm = z.object({
  source: z.coerce.number().int().positive(),
  folder: z
    .string()
    .trim()
    .max(4096)
    .transform((path) =>
      path
        .split('/')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  types,
  reason,
});

/** Each type that is on sends a field of its own: `type.DK_CPR`. */
export const typesForm = z
  .record(z.string(), z.unknown())
  .transform(
    (fields) => new Set(Object.keys(fields).flatMap((name) => /^type\.(.*)$/.exec(name)?.[1] ?? [])),
  );

export const phrasesForm = z.object({
  type,
  phrases: lines.pipe(
    z
      .array(
        z.string().min(2, 'rules:built-in.phrase-short').max(RULE_LIMITS.wordLength, 'rules:own.word-long'),
      )
      .min(1, 'layout:form.required')
      .max(500, 'rules:own.words-many'),
  ),
});

export const phraseRemoval = z.object({ type, phrase: z.string().max(RULE_LIMITS.wordLength) });

export const nameListForm = z.object({
  title,
  kind: z.enum(['employees', 'customers']),
  people: z.string().trim().min(1),
});

export const personForm = z.object({ who: z.string().trim().min(3, 'rules:names.who-short').max(320) });

export const reasonForm = z.object({ reason });

/** `seen`: when the draft that the page showed had been changed last, in ms since 1970. */
export const useForm = z.object({
  reason,
  seen: z.coerce
    .number()
    .int()
    .transform((at) => new Date(at)),
});

/** The id of a file, alone or in the address of its page. */
const FILE_ID = /(?<![\w-])[\w-]{22}(?![\w-])/g;

/** Which files a trial reads: those of an earlier one, or drawn by lot, from one source or all. */
export const trialForm = z.object({
  source: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().positive()])
    .optional()
    .transform((id) => id ?? null),
  files: z
    .string()
    .max(10_000)
    .optional()
    .transform((typed) => typed?.match(FILE_ID) ?? null),
});

export const versionNumber = z.coerce.number().int().positive().catch(0);
