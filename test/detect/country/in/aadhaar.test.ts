import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Indian Aadhaar numbers', {
  type: 'IN_AADHAAR',
  found: [
    ['Aadhaar 7950 3006 1171', '7950 3006 1171'],
    ['Aadhaar: 795030061171', '795030061171'],
  ],
  column: ['Aadhaar', '795030061171'],
  notBelieved: {
    'another check digit': 'Aadhaar 7950 3006 1172',
    'two digits swapped': 'Aadhaar 7950 3006 1711',
    'a number that reads the same backwards': 'Aadhaar 2222 2222 2222',
  },
  same: ['7950 3006 1171', '795030061171'],
});
