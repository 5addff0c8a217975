import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('British National Insurance numbers', {
  type: 'UK_NINO',
  found: [
    ['NI number AB 12 34 56 C', 'AB 12 34 56 C'],
    ['National Insurance: AB123456C', 'AB123456C'],
  ],
  column: ['NINO', 'AB123456C'],
  notBelieved: {
    'a prefix that is not given out': 'GB123456C',
    'a last letter that is not given out': 'NI number AB123456H',
    'an item number': 'Varenr. AB123456C',
  },
  same: ['AB 12 34 56 C', 'AB123456C'],
});
