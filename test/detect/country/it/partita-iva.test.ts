import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Italian VAT numbers', {
  type: 'IT_VAT_CODE',
  found: [
    ['Partita IVA 04767589940', '04767589940'],
    ['P.IVA IT04767589940', 'IT04767589940'],
  ],
  column: ['Partita IVA', '04767589940'],
  notBelieved: {
    'another check digit': 'Partita IVA 04767589941',
    'zeros only': 'Partita IVA 00000000000',
    'nothing that names it': '04767589940',
  },
});
