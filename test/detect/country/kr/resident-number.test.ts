import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('South Korean identity numbers', {
  type: 'KR_RRN',
  found: [
    ['840312-2304318', '840312-2304318'],
    ['resident registration number 8403122304318', '8403122304318'],
  ],
  column: ['RRN', '840312-2304318'],
  notBelieved: {
    'another check digit': '840312-2304319',
    'a day that is none': '840332-2304318',
    'a bar code': 'EAN 8403122304318',
  },
  same: ['840312-2304318', '8403122304318'],
});
