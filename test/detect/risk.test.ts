import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FoundOfType, riskOf } from '#detect/index.ts';

const cprs = (count: number, confidence = 0.99): FoundOfType => ({
  type: 'DK_CPR',
  category: 'confidential',
  count,
  confidence,
});
const emails = (count: number): FoundOfType => ({
  type: 'EMAIL_ADDRESS',
  category: 'ordinary',
  count,
  confidence: 0.97,
});

const persons = (count: number): FoundOfType => ({
  type: 'PERSON',
  category: 'ordinary',
  count,
  confidence: 0.97,
});

describe('the risk of a file', () => {
  it('is low with names alone, however many', () => {
    assert.equal(riskOf([persons(10_000)]).band, 'low');
  });
  it('is higher with a CPR number and a name than with both apart', () => {
    const apart = riskOf([cprs(1)]).score + riskOf([persons(1)]).score;
    assert.ok(riskOf([cprs(1), persons(1)]).score > apart);
  });
  it('is none without findings', () => {
    assert.deepEqual(riskOf([]), { score: 0, band: 'none', arithmetic: [] });
  });
  it('is low with one e-mail address', () => {
    assert.equal(riskOf([emails(1)]).band, 'low');
  });
  it('is medium with one CPR number', () => {
    assert.equal(riskOf([cprs(1)]).band, 'medium');
  });
  it('is high with many CPR numbers', () => {
    assert.equal(riskOf([cprs(40)]).band, 'high');
  });
  it('is medium at most with very many e-mail addresses', () => {
    assert.equal(riskOf([emails(5000)]).band, 'medium');
  });
  it('can be recomputed from its arithmetic', () => {
    const { score, arithmetic } = riskOf([cprs(3), emails(20)]);
    assert.equal(
      score,
      Math.round(arithmetic.reduce((sum, step) => sum + (step.forFirst + step.forMore) * step.confidence, 0)),
    );
  });
  it('is a whole number up to 100 that never falls when more is found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0.4, max: 0.99, noNaN: true }),
        (count, confidence) => {
          const one = riskOf([cprs(count, confidence)]).score;
          const more = riskOf([cprs(count + 1, confidence), emails(1)]).score;
          assert.ok(Number.isInteger(one) && one >= 1 && one <= more && more <= 100);
        },
      ),
    );
  });
});
