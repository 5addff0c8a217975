import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German passport numbers', {
  type: 'DE_PASSPORT',
  found: [
    ['Reisepass C4V718463', 'C4V718463'],
    ['Passnummer: C4V718463', 'C4V718463'],
  ],
  column: ['Passnummer', 'C4V718463'],
  notBelieved: {
    'another check digit': 'Reisepass C4V718464',
    'a vowel in it': 'Reisepass CAV718463',
    'an item number': 'Varenr. C4V718463',
    'nothing that names it': 'Skruen C4V718463 passer',
  },
});
