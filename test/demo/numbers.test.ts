import assert from 'node:assert/strict';
import { isValidIBAN } from 'ibantools';
import {
  cardNumber,
  cprNumber,
  danishIban,
  FOREIGN_IBANS,
  modulus11,
  withEanCheck,
  withLuhn,
} from '../../scripts/demo/numbers.ts';
import { createRng } from '../../scripts/demo/rng.ts';

describe('invented numbers', () => {
  const many = Array.from({ length: 50 }, (_, at) => createRng(`numbers ${at}`));

  it('CPR numbers begin with the birthday', () => {
    assert.ok(
      many.every((rng) =>
        cprNumber(rng, { year: 1961, month: 7, day: 4 }, 'female', true).startsWith('040761'),
      ),
    );
  });

  it('CPR numbers are odd for men and even for women', () => {
    const last = (rng: (typeof many)[number], gender: 'female' | 'male') =>
      Number(cprNumber(rng, { year: 1980, month: 1, day: 2 }, gender, true).at(-1)) % 2;
    assert.ok(many.every((rng) => last(rng, 'male') === 1 && last(rng, 'female') === 0));
  });

  it('CPR numbers hold or fail modulus 11 as asked', () => {
    const number = (holds: boolean) => (rng: (typeof many)[number]) =>
      modulus11(cprNumber(rng, { year: 1992, month: 1, day: 1 }, 'male', holds)) === holds;
    assert.ok(many.every(number(true)) && many.every(number(false)));
  });

  it('a CPR number of this century has a seventh digit from 4', () => {
    assert.ok(
      many.every((rng) => Number(cprNumber(rng, { year: 2004, month: 5, day: 6 }, 'male', true)[6]) >= 4),
    );
  });

  it('modulus 11 knows the textbook number', () => {
    assert.equal(modulus11('0707614285'), true);
    assert.equal(modulus11('0707614286'), false);
  });

  it('IBANs are valid to another library', () => {
    assert.ok([...many.map(danishIban), ...FOREIGN_IBANS].every((iban) => isValidIBAN(iban)));
  });

  it('the checksum of a card is the one of the published test numbers', () => {
    assert.equal(withLuhn('411111111111111'), '4111111111111111');
    assert.ok(many.map(cardNumber).every((number) => withLuhn(number.slice(0, -1)) === number));
  });

  it("the check digit of an EAN is the one of the standard's example", () => {
    assert.equal(withEanCheck('400638133393'), '4006381333931');
  });
});
