import assert from 'node:assert/strict';
import { confidence, found } from '../found.ts';

describe('phone numbers', () => {
  for (const number of [
    '23 45 67 89',
    '23-45-67-89',
    '+4523456789',
    '+45 23 45 67 89',
    '(+45) 23 45 67 89',
    '0045 23456789',
    '+45 2345 6789',
    '+46 70 123 45 67',
    '+46 (0)70-123 45 67',
    '+44 (20) 7123 4567',
    '+44 7700 900850',
    '+1 415 555 0132',
    '(415) 555-0132',
    '415-555-0132',
    '070-123 45 67',
    '23\u00a045\u00a067\u00a089',
  ]) {
    it(`are found without a word beside them: ${number}`, () => {
      assert.deepEqual(found('PHONE_NUMBER', `aftalen, ${number}, gælder`), [number]);
    });
  }
  for (const number of [
    '23456789',
    '2345 6789',
    '23 456 789',
    '23 456789',
    '23.45.67.89',
    '45 23 45 67 89',
    '01 84 17 61 18',
  ]) {
    it(`are found after a word that names them: ${number}`, () => {
      assert.deepEqual(found('PHONE_NUMBER', `Tlf.: ${number}`), [number]);
    });
  }
  it('are found in a column of phone numbers', () => {
    assert.deepEqual(found('PHONE_NUMBER', 'Anna\t23456789\n', { columns: ['Navn', 'Mobil'] }), ['23456789']);
  });
  for (const row of [
    'Anna;23456789;anna@firma.dk',
    'Anna\tanna@firma.dk\t23456789',
    '"anna@firma.dk","23456789"',
  ]) {
    it(`are found in a row of contacts without a header: ${row.replaceAll('\t', ' ')}`, () => {
      assert.deepEqual(found('PHONE_NUMBER', row), ['23456789']);
    });
  }
  for (const [label, number] of [
    ['Mobile: ', '737 219 628'],
    ['Phone:\n', '(72) 754-186'],
    ['Fax: ', '259.735.7502'],
    ['Tlf.nr.: ', '451 5986'],
  ] as const) {
    it(`are found right behind a label in writings of other countries: ${number}`, () => {
      assert.deepEqual(found('PHONE_NUMBER', `${label}${number}\nNavn`), [number]);
    });
  }
  it('are found two in a row', () => {
    assert.deepEqual(found('PHONE_NUMBER', 'Tlf. 23 45 67 89 / 34 56 78 90'), ['23 45 67 89', '34 56 78 90']);
  });
  it('end where the number ends', () => {
    assert.deepEqual(found('PHONE_NUMBER', '+45 23 45 67 89 12 stk'), ['+45 23 45 67 89']);
  });
  it('are believed more when a word names them', () => {
    assert.ok(confidence('PHONE_NUMBER', 'mobil 23 45 67 89') > confidence('PHONE_NUMBER', 'se 23 45 67 89'));
  });
});

describe('near-misses of phone numbers', () => {
  for (const text of [
    'CVR 23 45 67 89',
    'CVR-nr.: 23456789',
    'Ordrenr. 23456789',
    'Ordrenr.: 23 45 67 89',
    'konto 23456789',
    '23456789',
    '20240115',
    'P-nr. 1023456789',
    'beløb 23 456 789 kr.',
    'kr. 23.456.789',
    '23.45.67.89',
    '2019 2020',
    '01-02-2024',
    '12345678901',
    'AB23456789',
    'reg.nr. 2345 6789',
    '4571 2345 6789 0123',
    '+45 12 34',
    'version 23.45.67.89',
    '20240115;anna@firma.dk',
    'Klokken: 737 219 628',
    'Telefon: 112',
    'Skriv til anna@firma.dk om 23456789',
  ]) {
    it(`are not reported: ${text}`, () => {
      assert.deepEqual(found('PHONE_NUMBER', text), []);
    });
  }
});
