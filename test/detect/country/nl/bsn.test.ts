import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Dutch citizen service numbers', {
  type: 'NL_BSN',
  found: [
    ['BSN: 715128565', '715128565'],
    ['burgerservicenummer 7151.28.565', '7151.28.565'],
  ],
  column: ['BSN', '715128565'],
  notBelieved: {
    'the check fails': 'BSN 715128564',
    'nothing that names it': 'nummer 715128565',
    'an order number': 'Ordrenr. 715128565',
    'zeros only': 'BSN 000000000',
  },
  same: ['7151.28.565', '715128565'],
});
