import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German identity card numbers', {
  type: 'DE_ID_CARD',
  found: [
    ['Personalausweis: L4V627979', 'L4V627979'],
    ['Ausweis T12345678', 'T12345678'],
  ],
  column: ['Personalausweis', 'L4V627979'],
  notBelieved: {
    'another check digit': 'Personalausweis L4V627974',
    'a letter that is not used': 'Personalausweis O4V627979',
    'nothing that names it': 'Skruen L4V627979 passer',
  },
});

describeIdentifier("German physicians' numbers", {
  type: 'DE_LANR',
  found: [['LANR: 026759454', '026759454']],
  column: ['LANR', '026759454'],
  notBelieved: {
    'another check digit': 'LANR 026759354',
    'nothing that names it': 'nummer 026759454',
    'an order number': 'Ordrenr. 026759454',
  },
});
