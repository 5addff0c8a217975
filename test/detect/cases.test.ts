import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { detect, type FindingType } from '#detect/index.ts';

// Cases of peers' own test suites, read in place. A missing folder fails: these tests never skip.
const CASES = resolve(import.meta.dirname, '../../../shared/cases/detect');

const BELIEVED = 0.5;
const TYPES: readonly FindingType[] = ['EMAIL_ADDRESS', 'PHONE_NUMBER', 'IBAN_CODE', 'CREDIT_CARD'];

/** Where we differ on purpose. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // The same text stands twice, once expecting its last number and once not (their modulus 11 switched on). We believe
  // it a little: it stands in a list of CPR numbers with a hyphen, and modulus 11 weighs but does not decide.
  'CPRRule-17efee91': 'osdatascanner with modulus 11 as a must',
};

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

describe("peers' cases", () => {
  it('presidio: what it finds with 0.4 or more is found, at the same place', () => {
    const missed: string[] = [];
    for (const { id, text, expected } of read('presidio.json', presidio).cases) {
      const findings = detect(text);
      for (const { entity, start, end, score } of expected) {
        if (score < 0.4 || !TYPES.some((type) => type === entity)) continue;
        if (!findings.some((one) => one.type === entity && one.start === start && one.end === end))
          missed.push(id);
      }
    }
    assert.deepEqual(missed, []);
  });

  it('presidio: what it does not find is not believed', () => {
    const wrong: string[] = [];
    for (const { id, text, entities, expected } of read('presidio.json', presidio).cases) {
      for (const { type, start, confidence } of detect(text)) {
        if (!entities.includes(type) || confidence < BELIEVED) continue;
        if (!expected.some((one) => one.entity === type && one.start === start)) wrong.push(id);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('osdatascanner: CPR and card numbers that it finds are found', () => {
    const missed: string[] = [];
    for (const { id, type, input, expected } of osdatascannerCases()) {
      const starts = detect(input).flatMap((finding) => (finding.type === type ? [finding.start] : []));
      if (expected.some(({ offset }) => offset !== undefined && !starts.includes(offset))) missed.push(id);
    }
    assert.deepEqual(missed, []);
  });

  it('osdatascanner: CPR and card numbers that it does not find are not believed', () => {
    const wrong: string[] = [];
    for (const { id, type, input, expected } of osdatascannerCases()) {
      const believed = detect(input).filter(
        (finding) => finding.type === type && finding.confidence >= BELIEVED,
      );
      if (
        believed.some(({ start }) => !expected.some(({ offset }) => offset === start)) &&
        !(id in EXCEPTIONS)
      )
        wrong.push(id);
    }
    assert.deepEqual(wrong, []);
  });

  it('stdnum: of its valid numbers of other kinds, at most one in 500 is taken for ours', () => {
    let numbers = 0;
    let taken = 0;
    for (const { module, valid } of read('stdnum-valid.json', stdnum).cases) {
      // Icelandic numbers are dates with a serial in the Danish writing: told apart by their country's words only.
      if (module === 'stdnum.is_.kennitala') continue;
      for (const value of valid) {
        numbers += 1;
        if (detect(value).some(({ confidence }) => confidence >= BELIEVED)) taken += 1;
      }
    }
    assert.ok(taken <= numbers / 500, `${taken} of ${numbers}`);
  });
});

function osdatascannerCases(): {
  id: string;
  type: FindingType;
  input: string;
  expected: { offset?: number | undefined }[];
}[] {
  const types: Readonly<Record<string, FindingType>> = { CPRRule: 'DK_CPR', CreditCardRule: 'CREDIT_CARD' };
  return read('osdatascanner.json', osdatascanner).cases.flatMap(({ rule, ...rest }) => {
    const type = types[rule];
    return type ? [{ type, ...rest }] : [];
  });
}

function read<T>(name: string, shape: z.ZodType<T>): T {
  const path = resolve(CASES, name);
  assert.ok(
    existsSync(path),
    `The peers' cases are missing: expected ../shared/cases/detect/${name} beside the project.`,
  );
  return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
}
