import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('British NHS numbers', {
  type: 'UK_NHS',
  found: [
    ['NHS number: 391 926 3391', '391 926 3391'],
    ['NHS no. 3919263391', '3919263391'],
  ],
  column: ['NHS number', '3919263391'],
  notBelieved: {
    'another check digit': 'NHS number 391 926 3394',
    'nothing that names it': 'nummer 3919263391',
    'an American phone number': 'call 391-926-3391',
    'an order number': 'Ordre 3919263391',
  },
  same: ['391 926 3391', '3919263391'],
});
