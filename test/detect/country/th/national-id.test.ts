import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Thai identity numbers', {
  type: 'TH_TNIN',
  found: [
    ['3-2087-72284-53-9', '3-2087-72284-53-9'],
    ['Thai ID 3208772284539', '3208772284539'],
  ],
  column: ['Thai ID', '3208772284539'],
  notBelieved: {
    'another check digit': '3-2087-72284-53-8',
    'a bar code': 'EAN 3208772284539',
  },
  same: ['3-2087-72284-53-9', '3208772284539'],
});
