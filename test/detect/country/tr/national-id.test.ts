import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Turkish identity numbers', {
  type: 'TR_NATIONAL_ID',
  found: [
    ['T.C. Kimlik No: 36121744110', '36121744110'],
    ['36121744110', '36121744110'],
  ],
  column: ['Kimlik no', '36121744110'],
  notBelieved: {
    'another check digit': 'Kimlik 36121744111',
    'a zero first': 'Kimlik 06121744110',
    'an order number': 'Ordre 36121744110',
  },
});
