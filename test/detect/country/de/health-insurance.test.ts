import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German health insurance numbers', {
  type: 'DE_HEALTH_INSURANCE',
  found: [
    ['Versichertennummer K289614938', 'K289614938'],
    ['KVNR: K289614938', 'K289614938'],
  ],
  column: ['KVNR', 'K289614938'],
  notBelieved: {
    'another check digit': 'KVNR K289614934',
    'nothing that names it': 'Del K289614938 passer',
    'an item number': 'Varenr. K289614938',
  },
});
