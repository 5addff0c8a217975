import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Australian business numbers', {
  type: 'AU_ABN',
  found: [['ABN 64 074 772 703', '64 074 772 703']],
  column: ['ABN', '64074772703'],
  notBelieved: {
    'another check digit': 'ABN 64 074 772 704',
  },
});

describeIdentifier('Australian company numbers', {
  type: 'AU_ACN',
  found: [['ACN 159 472 161', '159 472 161']],
  column: ['ACN', '159472161'],
  notBelieved: {
    'another check digit': 'ACN 159 472 162',
  },
});
