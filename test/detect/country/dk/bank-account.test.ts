import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Danish bank accounts', {
  type: 'DK_BANK_ACCOUNT',
  found: [
    ['Reg.nr. 1234 Kontonr. 0001234567', '1234 Kontonr. 0001234567'],
    ['Lønkonto: 1234 0001234567', '1234 0001234567'],
    ['udbetales til konto 1234-1234567', '1234-1234567'],
  ],
  column: ['Lønkonto', '1234 0001234567'],
  notBelieved: {
    'nothing that names it': 'nummer 1234 0001234567',
    'a postcode and a phone number': 'Konto lukket. 8000 Aarhus, 1234 23456789',
    'a ledger account of four digits': 'Konto 1234, beløb 500',
    'an order number': 'Ordrenr. 1234 0001234567',
    'a payment slip': 'Konto +71<000000000001234<12345678',
  },
  same: ['1234 0001234567', '1234 Kontonr. 0001234567'],
});
