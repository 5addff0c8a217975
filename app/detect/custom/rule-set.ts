import { z } from 'zod';
import type { Category, FindingType } from '../finding.ts';

/**
 * What a company has decided about its own scans: what is found besides, what is no finding with it, which built-in
 * types are looked for, whose names it knows. Data only; `compileRules` makes it work. Docs: docs/formats/rules.md.
 */
export type RuleSet = z.infer<typeof ruleSet>;
export type CustomRule = z.infer<typeof customRule>;
export type Allowance = z.infer<typeof allowance>;
export type KnownPeople = z.infer<typeof knownPeople>;

/** The type of what a company's own rule finds: `CUSTOM_` and the rule's id. */
export type CustomType = `CUSTOM_${string}`;

/** The type that findings of this rule have. */
export function customType({ id }: Pick<CustomRule, 'id'>): CustomType {
  return `CUSTOM_${id}`;
}

/** Whether a type is of some rule of a company's own, one that is gone included. */
export function isCustomType(type: string): type is CustomType {
  return type.startsWith('CUSTOM_');
}

export const NO_RULES: RuleSet = {
  rules: [],
  allowances: [],
  off: [],
  extra: [],
  people: [],
};

/** More than any company has written, few enough that a file is read in its time. */
export const RULE_LIMITS = {
  rules: 100,
  words: 20_000,
  wordLength: 200,
  patternLength: 1000,
  allowances: 2000,
  phrases: 2000,
  people: 100_000,
} as const;

const CATEGORIES = [
  'ordinary',
  'confidential',
  'sensitive',
  'criminal',
] as const satisfies readonly Category[];

const id = z.string().regex(/^[A-Z0-9]{1,20}$/);
const type = z.custom<FindingType>(
  (value) => typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(value),
);

const ruleHead = {
  id,
  title: z.string().trim().min(1).max(80),
  category: z.enum(CATEGORIES),
  /** A file with fewer places than this holds nothing of it. */
  atLeast: z.int().min(1).max(10_000).default(1),
  matchCase: z.boolean().default(false),
};

/**
 * `words` are words and phrases, any of which is a place (a keyword is a list of one); `wholeWords`: not within longer
 * words. `pattern` is a regular expression of RE2, looked for line by line.
 */
const customRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ruleHead,
    kind: z.enum(['keyword', 'words']),
    words: z.array(z.string().trim().min(1).max(RULE_LIMITS.wordLength)).min(1).max(RULE_LIMITS.words),
    wholeWords: z.boolean().default(true),
  }),
  z.strictObject({
    ...ruleHead,
    kind: z.literal('pattern'),
    pattern: z.string().min(1).max(RULE_LIMITS.patternLength),
  }),
]);

const allowanceHead = {
  id,
  reason: z.string().trim().max(500),
  /** Of these types only; none: of all. */
  types: z.array(type).max(200).default([]),
};

/**
 * What is seen and does not count as a finding. A `value` is the same however it is written; a `domain` is of e-mail
 * addresses, with what stands below it; a `pattern` fits all of the value; a `place` is a folder with all below it.
 */
const allowance = z.discriminatedUnion('kind', [
  z.strictObject({ ...allowanceHead, kind: z.literal('value'), value: z.string().trim().min(1).max(500) }),
  z.strictObject({ ...allowanceHead, kind: z.literal('domain'), domain: z.string().trim().min(1).max(253) }),
  z.strictObject({
    ...allowanceHead,
    kind: z.literal('pattern'),
    pattern: z.string().min(1).max(RULE_LIMITS.patternLength),
  }),
  z.strictObject({
    ...allowanceHead,
    kind: z.literal('place'),
    sourceId: z.int().positive(),
    folder: z.array(z.string().max(4096)).max(256),
  }),
]);

const knownPeople = z.strictObject({
  kind: z.enum(['employees', 'customers']),
  names: z.array(z.string().max(200)).max(RULE_LIMITS.people),
});

const ruleSet = z.strictObject({
  rules: z.array(customRule).max(RULE_LIMITS.rules).default([]),
  allowances: z.array(allowance).max(RULE_LIMITS.allowances).default([]),
  /** Built-in types that are not looked for. */
  off: z.array(type).max(200).default([]),
  /** The company's own phrases for the special categories. */
  extra: z
    .array(z.strictObject({ type, phrase: z.string().trim().min(2).max(RULE_LIMITS.wordLength) }))
    .max(RULE_LIMITS.phrases)
    .default([]),
  people: z.array(knownPeople).max(100).default([]),
});

/** @throws ZodError */
export const parseRuleSet = (data: unknown): RuleSet => ruleSet.parse(data);
