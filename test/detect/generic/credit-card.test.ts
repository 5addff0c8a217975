import assert from 'node:assert/strict';
import { confidence, found } from '../found.ts';

describe('payment card numbers', () => {
  for (const value of [
    '4012888888881881',
    '4012 8888 8888 1881',
    '4012-8888-8888-1881',
    '371449635398431',
    '3714 496353 98431',
    '30569309025904',
    '5555555555554444',
    '5019717010103742',
  ]) {
    it(`are found: ${value}`, () => {
      assert.deepEqual(found('CREDIT_CARD', `betalt med ${value} i går`), [value]);
    });
  }
  it('are believed more when a word names them', () => {
    assert.ok(
      confidence('CREDIT_CARD', 'Kortnr.: 4012888888881881') >
        confidence('CREDIT_CARD', 'x 4012888888881881'),
    );
  });
  it("are found of an airline's account only beside a card's name", () => {
    assert.deepEqual(found('CREDIT_CARD', 'kreditkort 122000000000003'), ['122000000000003']);
    assert.deepEqual(found('CREDIT_CARD', 'betalt med 122000000000003 i går'), []);
  });
  it('are found before their date of expiry', () => {
    assert.deepEqual(found('CREDIT_CARD', '4012 8888 8888 1881 12/27 123'), ['4012 8888 8888 1881']);
  });
  for (const [what, text] of Object.entries({
    'Luhn fails': '4012888888881882',
    'an issuer that does not exist': '9012888888881887',
    'too many digits': '40128888888818811234',
    decimals: '0,4012888888881881',
    'a chain of groups of four': '1234 4012 8888 8888 1881',
    'an order number': 'Ordrenr. 4012888888881881',
    'a payment slip': '+71<4012888888881881+87654321<',
    'letters at it': 'A4012888888881881',
    'a barcode that begins as cards do': '4006654580086',
    'equal digits only': '4444444444444444',
  })) {
    it(`are not found: ${what}`, () => {
      assert.deepEqual(found('CREDIT_CARD', text), []);
    });
  }
});
