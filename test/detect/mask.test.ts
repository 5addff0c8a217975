import assert from 'node:assert/strict';
import { type FindingType, maskOf, normalFormOf } from '#detect/index.ts';

const MASKED: readonly [FindingType, string, string][] = [
  ['DK_CPR', '010180-1234', '0101••-••••'],
  ['DK_CPR', '01 01 80 1234', '0101••-••••'],
  ['EMAIL_ADDRESS', 'Anna.Hansen@Firma.dk', 'A•••@firma.dk'],
  ['IBAN_CODE', 'dk50 0040 0440 1162 43', 'DK•• •••• 6243'],
  ['CREDIT_CARD', '4012-8888-8888-1881', '•••• •••• •••• 1881'],
  ['PHONE_NUMBER', '+45 23 45 67 89', '+45 •• •• •• 89'],
  ['PHONE_NUMBER', '23456789', '•• •• •• 89'],
  ['PERSON', 'Anne-Marie Holm', 'A••• H•••'],
  ['PERSON', 'Holm, Anne', 'H••• A•••'],
  ['LOCATION', 'Nørregade 12, 2. tv., 2100 København Ø', 'N•••, 2100 København Ø'],
  ['LOCATION', 'Danmark', 'D•••'],
  ['HEALTH', 'svær depression', 's••• d•••'],
];

const NORMAL: readonly [FindingType, string, string][] = [
  ['DK_CPR', '010180–1234', '0101801234'],
  ['EMAIL_ADDRESS', 'Anna.Hansen@Firma.DK', 'anna.hansen@firma.dk'],
  ['IBAN_CODE', 'dk50-0040-0440-1162-43', 'DK5000400440116243'],
  ['CREDIT_CARD', '4012 8888 8888 1881', '4012888888881881'],
  ['PHONE_NUMBER', '23 45 67 89', '+4523456789'],
  ['PERSON', 'Holm,  Anne', 'anne holm'],
  ['PERSON', 'Anne\nHansens', 'anne hansen'],
  ['PERSON', "Mette's", 'mette'],
  ['HEALTH', 'Svær\ndepression', 'svær depression'],
  ['LOCATION', 'Nørregade 12, 2. tv.', 'nørregade 12 2 tv'],
  ['PHONE_NUMBER', '(+45) 23456789', '+4523456789'],
  ['PHONE_NUMBER', '0045 23456789', '+4523456789'],
  ['PHONE_NUMBER', '070-123 45 67', '+46701234567'],
  ['PHONE_NUMBER', '+46 (0)70-123 45 67', '+46701234567'],
];

describe('a masked value', () => {
  for (const [type, value, masked] of MASKED) {
    it(`of ${type} keeps what is safe: ${masked}`, () => {
      assert.equal(maskOf(type, value), masked);
    });
  }
});

describe('the normal form', () => {
  for (const [type, value, normal] of NORMAL) {
    it(`of ${type} is one for all writings: ${value}`, () => {
      assert.equal(normalFormOf(type, value), normal);
    });
  }
});
