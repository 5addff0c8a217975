import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German pension insurance numbers', {
  type: 'DE_SOCIAL_SECURITY',
  found: [
    ['Rentenversicherungsnummer 73061084K592', '73061084K592'],
    ['73 061084 K 592', '73 061084 K 592'],
  ],
  column: ['SV-Nummer', '73061084K592'],
  notBelieved: {
    'another check digit': 'RVNR 73061084K594',
    'a month that is none': 'RVNR 73061384K592',
    'a batch number': 'Batch 73061084592',
  },
  same: ['73 061084 K 592', '73061084K592'],
});
