import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('British passport numbers', {
  type: 'UK_PASSPORT',
  found: [['British passport: 512345678', '512345678']],
  column: ['UK passport', '512345678'],
  notBelieved: { 'nothing that names it': 'nummer 512345678', 'an order number': 'Ordrenr. 512345678' },
});
