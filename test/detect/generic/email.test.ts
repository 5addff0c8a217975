import assert from 'node:assert/strict';
import { confidence, found } from '../found.ts';

describe('e-mail addresses', () => {
  for (const address of [
    'anna.hansen@firma.dk',
    'søren@firma.dk',
    'a+b@mail.example-firma.co.uk',
    "o'neil@firma.ie",
    'a@xn--d1acufc.xn--p1ai',
    'x_1@firma.museum',
    'ANNA@FIRMA.DK',
  ]) {
    it(`are found: ${address}`, () => {
      assert.deepEqual(found('EMAIL_ADDRESS', `skriv til ${address}.`), [address]);
    });
  }
  it('are found within brackets, quotes and mailto', () => {
    assert.deepEqual(found('EMAIL_ADDRESS', `<anna@firma.dk> "bo@firma.dk" mailto:eva@firma.dk?subject=x`), [
      'anna@firma.dk',
      'bo@firma.dk',
      'eva@firma.dk',
    ]);
  });
  it('are found in the query of a web address', () => {
    assert.deepEqual(found('EMAIL_ADDRESS', 'https://firma.dk/afmeld?email=anna@firma.dk&x=1'), [
      'anna@firma.dk',
    ]);
  });
  it('of a role are believed less than those of a person', () => {
    assert.ok(confidence('EMAIL_ADDRESS', 'info@firma.dk') < confidence('EMAIL_ADDRESS', 'anna@firma.dk'));
  });
  for (const nearMiss of [
    'info@firma.',
    '@firma.dk',
    'anna@',
    'icon@2x.png',
    'pakke@1.2.3',
    'anna@localhost',
    'anna@@firma.dk',
    'anna.@firma.dk',
    'anna@-firma.dk',
    'https://anna:kodeord@firma.dk/',
    'Message-ID: <CAF12@mail.firma.dk>',
    'git@firma.dk:hus/repo',
    `${'a'.repeat(65)}@firma.dk`,
  ]) {
    it(`are not: ${nearMiss.slice(0, 40)}`, () => {
      assert.deepEqual(found('EMAIL_ADDRESS', nearMiss), []);
    });
  }
});
