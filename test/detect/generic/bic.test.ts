import { describeIdentifier } from '../identifier-cases.ts';

describeIdentifier("banks' codes", {
  type: 'BIC',
  found: [
    ['SWIFT: DABADKKK', 'DABADKKK'],
    ['BIC-kode NDEADKKKXXX', 'NDEADKKKXXX'],
  ],
  column: ['SWIFT', 'DABADKKK'],
  notBelieved: {
    'a word in capitals': 'DOKUMENT OG KONTRAKT',
    'a country that is none': 'SWIFT: DABAQQKK',
    'small letters': 'swift: dabadkkk',
    'nothing that names it': 'varen DABADKKK er udgået',
  },
});
