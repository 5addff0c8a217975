import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  COMBINATIONS,
  defaultRiskWeights,
  DOCUMENT_KINDS,
  EXPOSURES,
  FINDING_TYPES,
  peopleIn,
  riskOf,
  type FoundOfType,
  type Risk,
  type RiskSubject,
} from '#detect/index.ts';
import { scoreOf } from '#detect/risk/risk.ts';
import { whoBy } from '#detect/risk/risk-subject.ts';

const of = (
  type: FoundOfType['type'],
  category: FoundOfType['category'],
  count: number,
  confidence = 0.97,
): FoundOfType => ({ type, category, count, confidence });
const cprs = (count: number, confidence = 0.99) => of('DK_CPR', 'confidential', count, confidence);
const emails = (count: number) => of('EMAIL_ADDRESS', 'ordinary', count);
const persons = (count: number) => of('PERSON', 'ordinary', count);
const places = (count: number) => of('LOCATION', 'ordinary', count);
const diagnosis = (confidence = 0.85) => of('HEALTH', 'sensitive', 1, confidence);
const subject = (...found: FoundOfType[]): RiskSubject => ({
  found,
  people: peopleIn(found),
  documentType: null,
  ageYears: null,
  exposure: 'unknown',
});
const risk = (...found: FoundOfType[]): Risk => riskOf(subject(...found));

describe('the risk of a file', () => {
  it('is none without findings', () => {
    assert.deepEqual(risk(), { score: 0, band: 'none', points: 0, arithmetic: [] });
  });
  it('is none for a document of a grave kind in which nothing was found', () => {
    const empty = { ...subject(), documentType: { kind: 'medical_record', confidence: 0.9 } } as const;
    assert.equal(riskOf(empty).band, 'none');
  });
  it('is low with one e-mail address', () => {
    assert.equal(risk(emails(1)).band, 'low');
  });
  it('is medium with a thousand e-mail addresses', () => {
    assert.equal(risk(emails(1000)).band, 'medium');
  });
  it('is medium at most with very many e-mail addresses', () => {
    assert.equal(risk(emails(5000)).band, 'medium');
  });
  it('is low with names and places alone, however many, however old, and open to everyone', () => {
    const worst = {
      ...subject(persons(100_000), places(100_000)),
      ageYears: 30,
      exposure: 'everyone',
    } as const;
    assert.equal(riskOf(worst).band, 'low');
  });
  it('is medium with one CPR number', () => {
    assert.equal(risk(cprs(1)).band, 'medium');
  });
  it('is medium with one CPR number and its name', () => {
    assert.equal(risk(cprs(1), persons(1)).band, 'medium');
  });
  it('is high with four CPR numbers', () => {
    assert.equal(risk(cprs(4)).band, 'high');
  });
  it('is medium with a diagnosis of nobody', () => {
    assert.equal(risk(diagnosis()).band, 'medium');
  });
  it('is high with a diagnosis and a name', () => {
    assert.equal(risk(diagnosis(), persons(1)).band, 'high');
  });

  it('is worse with a name and a CPR number than the points of both', () => {
    assert.ok(risk(cprs(1), persons(1)).points > risk(cprs(1)).points + risk(persons(1)).points);
  });
  it('is worse with a name, a CPR number and a diagnosis than any two with the points of the third', () => {
    const all = risk(cprs(1), persons(1), diagnosis()).points;
    const [cpr, name, health] = [cprs(1), persons(1), diagnosis()];
    assert.ok(all > risk(cpr, name).points + risk(health).points);
    assert.ok(all > risk(cpr, health).points + risk(name).points);
    assert.ok(all > risk(name, health).points + risk(cpr).points);
  });
  it('counts a combination the less, the less sure its parts are', () => {
    const factor = (confidence: number) =>
      risk(diagnosis(confidence), persons(1)).arithmetic.flatMap((line) =>
        line.code === 'combination' ? line.factor : [],
      );
    assert.deepEqual([factor(0.5), factor(0.9)], [[1.3], [1.54]]);
  });
  it('is worse for what is older', () => {
    const aged = (ageYears: number) => riskOf({ ...subject(cprs(1)), ageYears }).points;
    assert.ok(aged(4) < aged(5) && aged(5) < aged(10));
  });
  it('is worse for what more people can open', () => {
    const open = (exposure: RiskSubject['exposure']) => riskOf({ ...subject(cprs(1)), exposure }).points;
    assert.ok(open('owner') < open('group') && open('group') < open('everyone'));
  });
  it('does not punish that nobody knows who can open it', () => {
    const file = subject(cprs(1));
    assert.equal(riskOf(file).points, riskOf({ ...file, exposure: 'owner' }).points);
  });
  it('adds what the file is as a document', () => {
    const file = { ...subject(persons(1)), documentType: { kind: 'passport', confidence: 0.9 } } as const;
    assert.equal(riskOf(file).points, Math.round((1.9 + 35 * 0.9) * 10) / 10);
  });
  it('tells two files of the highest score apart', () => {
    const [much, more] = [risk(cprs(5000), diagnosis()), risk(cprs(50_000), diagnosis())];
    assert.ok(more.points > much.points);
  });
  it('keeps apart files that a sum cut off at 100 would make equal', () => {
    assert.ok(risk(cprs(60)).score < risk(cprs(800)).score && risk(cprs(800)).score < 100);
  });

  it('counts people by the type that tells most of them apart', () => {
    assert.equal(peopleIn([cprs(3), persons(8), emails(40)]), 8);
  });
  it('knows of each identifier whether it is a number that one person has', () => {
    const others = [
      'PERSON LOCATION EMAIL_ADDRESS PHONE_NUMBER DATE_OF_BIRTH USERNAME PASSWORD PRIVATE_KEY API_TOKEN COORDINATES',
      'IBAN_CODE DK_BANK_ACCOUNT BIC CREDIT_CARD CRYPTO IP_ADDRESS MAC_ADDRESS VEHICLE_ID MEDICAL_LICENSE',
      'DK_LICENSE_PLATE DK_TAX_CARD DK_CVR DE_TAX_NUMBER DE_LANR UK_VEHICLE_REGISTRATION',
      'SE_ORGANISATIONSNUMMER DE_VAT_ID DE_HANDELSREGISTER IT_VAT_CODE AU_ABN AU_ACN',
      'HEALTH TRADE_UNION RELIGION POLITICS ETHNIC_ORIGIN SEX_LIFE BIOMETRIC GENETIC CRIMINAL_OFFENCE',
      'FINANCES SOCIAL_MATTERS FAMILY_DISPUTE ASSESSMENT DISMISSAL WARNING',
    ].flatMap((line) => line.split(' '));
    assert.deepEqual(
      FINDING_TYPES.filter((type) => whoBy(type) !== 'number').sort(),
      others.sort(),
      'a new type: say in risk-subject.ts, or here, which it is',
    );
  });
  it('weighs more people only beside something more than ordinary', () => {
    const codes = (one: Risk) => one.arithmetic.map(({ code }) => code);
    assert.deepEqual(codes(risk(persons(50))), ['found']);
    assert.ok(codes(risk(persons(50), diagnosis())).includes('people'));
  });

  it('bends the points towards 100 as it is documented', () => {
    assert.deepEqual([0.1, 42, 60, 100, 140, 180].map(scoreOf), [1, 42, 60, 80, 90, 95]);
  });
  it('has points for each kind of document', () => {
    assert.deepEqual(Object.keys(defaultRiskWeights.documents).sort(), [...DOCUMENT_KINDS].sort());
  });
  it('has a factor for each combination', () => {
    assert.deepEqual(Object.keys(defaultRiskWeights.combinations).sort(), [...COMBINATIONS].sort());
  });
  it('follows the weights that it is given', () => {
    const types = { DK_CPR: { first: 10, doubling: 0 } };
    assert.equal(
      riskOf(subject(cprs(64, 1)), { ...defaultRiskWeights, types, peopleDoubling: 0 }).points,
      10,
    );
  });
});

const CATEGORIES = ['ordinary', 'confidential', 'sensitive', 'criminal'] as const;

/** A type is of one category, as it is with every detector. */
const anyFound = fc
  .record({
    index: fc.nat(FINDING_TYPES.length - 1),
    count: fc.integer({ min: 1, max: 100_000 }),
    confidence: fc.double({ min: 0.4, max: 0.99, noNaN: true }),
  })
  .map(({ index, ...rest }) => ({
    type: FINDING_TYPES[index] ?? 'DK_CPR',
    category: CATEGORIES[index % CATEGORIES.length] ?? 'ordinary',
    ...rest,
  }));

const anySubject = fc
  .record({
    found: fc.uniqueArray(anyFound, { selector: ({ type }) => type, maxLength: 8 }),
    documentType: fc.option(
      fc.record({
        kind: fc.constantFrom(...DOCUMENT_KINDS),
        confidence: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
      }),
    ),
    ageYears: fc.option(fc.nat(40)),
    exposure: fc.constantFrom(...EXPOSURES),
  })
  .map((given) => ({ ...given, people: peopleIn(given.found) }));

describe('the arithmetic of a risk', () => {
  it('gives the points and the score again when it is done by hand', () => {
    fc.assert(
      fc.property(anySubject, (given) => {
        const { points, score, arithmetic } = riskOf(given);
        let again = 0;
        for (const line of arithmetic) if ('points' in line) again += line.points;
        again = Math.round(again * 10) / 10;
        for (const line of arithmetic) if ('factor' in line) again *= line.factor;
        again = Math.round(again * 10) / 10;
        assert.equal(again, points);
        const left = again <= 60 ? 100 - again : 40 / 2 ** ((again - 60) / 40);
        assert.equal(arithmetic.length === 0 ? 0 : Math.max(1, Math.round(100 - left)), score);
      }),
    );
  });

  it('never falls when another type is found, or more of one, or with more certainty', () => {
    fc.assert(
      fc.property(
        anySubject,
        anyFound,
        fc.nat(1000),
        fc.double({ min: 0, max: 0.01 }),
        (given, more, extra, sure) => {
          const before = riskOf(given);
          const known = given.found.find(({ type }) => type === more.type);
          const grown =
            known === undefined
              ? more
              : { ...known, count: known.count + extra, confidence: Math.min(1, known.confidence + sure) };
          const found = [...given.found.filter(({ type }) => type !== more.type), grown];
          const after = riskOf({ ...given, found, people: peopleIn(found) });
          assert.ok(after.points >= before.points && after.score >= before.score);
        },
      ),
    );
  });

  it('never falls with age', () => {
    fc.assert(
      fc.property(anySubject, fc.nat(40), fc.nat(40), (given, one, other) => {
        const aged = (ageYears: number) => riskOf({ ...given, ageYears }).points;
        assert.ok(aged(Math.min(one, other)) <= aged(Math.max(one, other)));
      }),
    );
  });

  it('ends in a whole number up to 100', () => {
    fc.assert(
      fc.property(anySubject, (given) => {
        const { score } = riskOf(given);
        assert.ok(Number.isInteger(score) && score >= 0 && score <= 100);
      }),
    );
  });
});
