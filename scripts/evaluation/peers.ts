import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { detect, type Finding, FINDING_TYPES, type FindingType } from '#detect/index.ts';

/** What became of one case of a peer's test suite, for one type. */
export interface PeerVerdict {
  readonly suite: 'presidio' | 'osdatascanner' | 'stdnum';
  readonly id: string;
  readonly type: string;
  /** How many places must be found, and how many were, to the letter. */
  readonly positives: number;
  readonly found: number;
  /** Whether nothing is to be found, and whether something was believed (0.5 or more) that is not expected. */
  readonly isNegative: boolean;
  readonly isWrong: boolean;
}

/** From here on a finding says that it is one; their negatives must stay below. */
const BELIEVED = 0.5;

/** Presidio's own results below this are guesses that nobody asks us to repeat. */
const MUST_FIND = 0.4;

/**
 * Every case of the peers' suites that is about a type of ours (folder: `../shared/cases/detect`).
 * @throws Error when the folder is missing: nothing is skipped.
 */
export function judgePeers(folder: string): PeerVerdict[] {
  return [...judgePresidio(folder), ...judgeOsdatascanner(folder), ...judgeStdnum(folder)];
}

function judgePresidio(folder: string): PeerVerdict[] {
  return read(folder, 'presidio.json', presidio).cases.flatMap(({ id, text, entities, expected }) => {
    const findings = detect(text);
    return [...new Set(entities.filter(isOurs))].map((type) => {
      const places = expected.filter(({ entity }) => entity === type);
      const wanted = places.filter(({ score }) => score >= MUST_FIND);
      const ofType = findings.filter((finding) => finding.type === type);
      return {
        suite: 'presidio' as const,
        id,
        type,
        positives: wanted.length,
        found: wanted.filter((place) =>
          ofType.some(({ start, end }) => start === place.start && end === place.end),
        ).length,
        isNegative: expected.length === 0,
        isWrong: believed(ofType).some(({ start }) => !places.some((place) => place.start === start)),
      };
    });
  });
}

function judgeOsdatascanner(folder: string): PeerVerdict[] {
  return read(folder, 'osdatascanner.json', osdatascanner).cases.flatMap(({ id, rule, input, expected }) => {
    const type = RULES[rule];
    if (type === undefined) return [];
    const ofType = detect(input).filter((finding) => finding.type === type);
    const offsets = expected.flatMap(({ offset }) => (offset === undefined ? [] : [offset]));
    return [
      {
        suite: 'osdatascanner' as const,
        id,
        type,
        positives: offsets.length,
        found: offsets.filter((offset) => ofType.some(({ start }) => start === offset)).length,
        isNegative: expected.length === 0,
        isWrong: believed(ofType).some(({ start }) => !offsets.includes(start)),
      },
    ];
  });
}

function judgeStdnum(folder: string): PeerVerdict[] {
  return read(folder, 'stdnum-valid.json', stdnum).cases.flatMap(({ module, valid }) => {
    if (module === ICELANDIC) return [];
    const type = MODULES[module];
    return valid.map((value, index) => {
      const findings = detect(value);
      return {
        suite: 'stdnum' as const,
        id: `${module}#${index}`,
        type: type ?? 'other numbers',
        positives: type === undefined ? 0 : 1,
        found: findings.some((finding) => finding.type === type) ? 1 : 0,
        isNegative: type === undefined,
        isWrong: type === undefined && believed(findings).length > 0,
      };
    });
  });
}

function believed(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ confidence }) => confidence >= BELIEVED);
}

function isOurs(entity: string): boolean {
  return FINDING_TYPES.some((type) => type === entity);
}

const RULES: Readonly<Record<string, FindingType>> = {
  CPRRule: 'DK_CPR',
  CreditCardRule: 'CREDIT_CARD',
  DanishLicensePlateRule: 'DK_LICENSE_PLATE',
};

/** Modules whose numbers are a type of ours and can be told without a word beside them. */
const MODULES: Readonly<Record<string, FindingType>> = {
  'stdnum.bic': 'BIC',
  'stdnum.bitcoin': 'CRYPTO',
  'stdnum.au.tfn': 'AU_TFN',
  'stdnum.it.codicefiscale': 'IT_FISCAL_CODE',
  'stdnum.lt.asmens': 'LT_ASMENS_KODAS',
  'stdnum.se.personnummer': 'SE_PERSONNUMMER',
  'stdnum.tr.tckimlik': 'TR_NATIONAL_ID',
};

/** Dates with a serial in the Danish writing: told apart by their country's words only, which a bare number lacks. */
const ICELANDIC = 'stdnum.is_.kennitala';

const presidio = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      entities: z.array(z.string()),
      expected: z.array(
        z.object({ entity: z.string(), start: z.number(), end: z.number(), score: z.number() }),
      ),
    }),
  ),
});

const osdatascanner = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      input: z.string(),
      expected: z.array(z.object({ offset: z.number().optional() })),
    }),
  ),
});

const stdnum = z.object({ cases: z.array(z.object({ module: z.string(), valid: z.array(z.string()) })) });

function read<T>(folder: string, name: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
}
