import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('US passport numbers', {
  type: 'US_PASSPORT',
  found: [
    ['US passport 512345678', '512345678'],
    ['amerikansk pas: A12345678', 'A12345678'],
  ],
  notBelieved: {
    'another country': 'Danish passport 512345678',
    'nothing that names it': '512345678',
  },
});
