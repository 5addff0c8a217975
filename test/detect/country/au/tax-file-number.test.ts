import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Australian tax file numbers', {
  type: 'AU_TFN',
  found: [
    ['TFN 645 136 450', '645 136 450'],
    ['tax file number 645136450', '645136450'],
  ],
  column: ['TFN', '645136450'],
  notBelieved: {
    'another check digit': 'TFN 645 136 451',
    'an order number': 'Order 645136450',
  },
});
