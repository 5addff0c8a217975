import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German tax ids', {
  type: 'DE_TAX_ID',
  found: [
    ['Steuer-ID: 16732093457', '16732093457'],
    ['Steueridentifikationsnummer 16 732 093 457', '16 732 093 457'],
  ],
  column: ['Steuer-ID', '16732093457'],
  notBelieved: {
    'another check digit': 'Steuer-ID 16732093454',
    'two digits that repeat': 'Steuer-ID 11223456789',
    'an order number': 'Bestilling 16732093457',
  },
  same: ['16 732 093 457', '16732093457'],
});
