import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Icelandic identity numbers', {
  type: 'IS_KENNITALA',
  found: [
    ['Kennitala: 190784-9839', '190784-9839'],
    ['kt. 1907849839', '1907849839'],
  ],
  column: ['Kennitala', '1907849839'],
  notBelieved: {
    'another check digit': 'kennitala 190784-9849',
    "a company's number": 'kennitala 450401-3150',
    'an order number': 'Ordrenr. 1907849839',
  },
  same: ['190784-9839', '1907849839'],
});
