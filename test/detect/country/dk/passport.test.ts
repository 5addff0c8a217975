import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Danish passport numbers', {
  type: 'DK_PASSPORT',
  found: [
    ['Pasnr.: 204567891', '204567891'],
    ['Danish passport no. 204567891', '204567891'],
  ],
  column: ['Pasnummer', '204567891'],
  notBelieved: {
    'nothing that names it': 'nummer 204567891',
    '"pas på" before it': 'pas på varenr. 204567891',
    'an order number': 'Ordrenr. 204567891',
    'ten digits': 'Pasnr. 2045678912',
  },
});
